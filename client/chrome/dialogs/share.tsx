import { Check, Copy, Plus } from 'lucide-react'
import { useState } from 'react'
import { roles, type Role } from '../../../shared/access.ts'
import { makeLink } from '../../session/api.ts'
import { keepLinks, linksFor } from '../../session/credentials.ts'
import { t } from '../../words/t.ts'
import { useOpen } from '../board/context.ts'
import { failureText } from '../failures.ts'
import { Door } from '../facilitation/door.tsx'
import { roleAbility, roleName } from '../roles.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { QrCode } from '../ui/qr-code.tsx'
import { Segmented } from '../ui/segmented.tsx'
import styles from './share.module.css'

const invited = [...roles].reverse().sort((a) => (a === 'partner' ? -1 : 0))

/** The links to the board, one for each role, to copy, to scan, or to make anew. */
export function Share({ onClose }: { onClose(): void }) {
  const { credentials } = useOpen()
  const { board, participant } = credentials
  const [role, setRole] = useState<Role>('partner')
  const [links, setLinks] = useState(() => linksFor(board.id))
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const link = links[role]

  const make = async (): Promise<void> => {
    setBusy(true)
    setFailure(undefined)
    const answer = await makeLink(board.id, participant.token, role)
    setBusy(false)
    if (!answer.ok) {
      setFailure(failureText(answer.error))
      return
    }
    keepLinks(board.id, { [role]: answer.value })
    setLinks(linksFor(board.id))
  }

  return (
    <Dialog title={t('Share this board')} onClose={onClose}>
      <div className={styles.share}>
        <Segmented
          label={t('Invite as')}
          options={invited.map((value) => ({ value, label: roleName(value) }))}
          value={role}
          onChange={(next) => {
            setRole(next)
            setFailure(undefined)
          }}
        />
        <p className={styles.ability}>{roleAbility(role)}</p>
        {link ? (
          <LinkCard key={link} link={link} role={role} />
        ) : (
          <div className={styles.none}>
            <p>
              {t(
                'Links are shown only in the window that made them: the server itself can’t read them again. A new one works beside the old.',
              )}
            </p>
            <Button look="primary" icon={Plus} disabled={busy} onClick={() => void make()}>
              {t('Make a new link')}
            </Button>
          </div>
        )}
        {failure && <p role="alert">{failure}</p>}
        <Door role={role} />
      </div>
    </Dialog>
  )
}

function LinkCard({ link, role }: { link: string; role: Role }) {
  const [copied, setCopied] = useState(false)
  const [refused, setRefused] = useState(false)
  const copy = (): void => {
    navigator.clipboard
      .writeText(link)
      .then(() => setCopied(true))
      // A browser that forbids the clipboard leaves the link selected, to be copied by hand.
      .catch(() => setRefused(true))
  }
  return (
    <div className={styles.card}>
      <QrCode
        text={link}
        label={t('QR code of the link for the role {role}', { role: roleName(role) })}
      />
      <div className={styles.link}>
        <p>
          {t('Scan with a phone, or send the link. Whoever has it can join: treat it like a key.')}
        </p>
        <input
          className={styles.address}
          readOnly
          value={link}
          aria-label={t('Link')}
          onFocus={(event) => event.target.select()}
        />
        <Button look="primary" icon={copied ? Check : Copy} onClick={copy}>
          {copied ? t('Copied') : t('Copy the link')}
        </Button>
        <span role="status" className={refused ? styles.refused : 'visually-hidden'}>
          {refused
            ? t('This browser doesn’t let pages copy. Select the link and copy it yourself.')
            : copied
              ? t('Copied')
              : ''}
        </span>
      </div>
    </div>
  )
}
