import { useEffect, useRef, useState } from 'react'
import { removePerson } from '../../session/api.ts'
import { eraseName } from '../../session/erase-name.ts'
import { t } from '../../words/t.ts'
import { useRun } from '../facilitation/use-session.ts'
import { failureText } from '../failures.ts'
import { Button } from '../ui/button.tsx'
import { say } from '../ui/toasts.tsx'
import { useOpen } from './context.ts'
import styles from './removal.module.css'

/** Asks a facilitator whether somebody is to be removed from the board, and whether their name goes too. */
export function Removal({ id, name, onKeep }: { id: string; name: string; onKeep(): void }) {
  const { credentials } = useOpen()
  const { waitingRoom } = useRun()
  const [busy, setBusy] = useState(false)
  const [erases, setErases] = useState(false)
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => first.current?.focus(), [])
  const remove = async (): Promise<void> => {
    setBusy(true)
    const { board, participant } = credentials
    const call = erases ? eraseName : removePerson
    const answer = await call(board.id, participant.token, id)
    setBusy(false)
    if (!answer.ok) say({ text: failureText(answer.error) })
    else if (erases) say({ text: t('{name} was removed, and their name erased.', { name }) })
    else say({ text: t('{name} was removed.', { name }) })
  }
  return (
    <li>
      <div className={styles.removal} role="group" aria-label={t('Remove {name}', { name })}>
        <p>
          <strong>{t('Remove {name} from the board?', { name })}</strong>{' '}
          {waitingRoom
            ? t('They are cut off at once. With the link they can ask to come back.')
            : t(
                'They are cut off at once. With the link they can come back: open the waiting room to prevent that.',
              )}
        </p>
        <label className={styles.erases}>
          <input
            type="checkbox"
            checked={erases}
            disabled={busy}
            onChange={(event) => setErases(event.target.checked)}
          />
          <span>
            {t('Also erase their name')}
            <small>
              {t('From their comments, versions and the list of who joined. It can’t be undone.')}
            </small>
          </span>
        </label>
        <span>
          <Button look="danger" ref={first} disabled={busy} onClick={() => void remove()}>
            {t('Remove')}
          </Button>
          <Button look="quiet" disabled={busy} onClick={onKeep}>
            {t('Keep')}
          </Button>
        </span>
      </div>
    </li>
  )
}
