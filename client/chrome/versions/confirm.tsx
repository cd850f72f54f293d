import { useState } from 'react'
import type { VersionFacts } from '../../../shared/protocol/versions.ts'
import { deleteVersion, restoreVersion } from '../../session/versions-api.ts'
import { t } from '../../words/t.ts'
import type { Answer } from '../../session/api.ts'
import { failureText } from '../failures.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { usePlace } from './use-versions.ts'
import { fullMoment, nameOfVersion } from './version-words.ts'
import styles from './versions.module.css'

interface Asking {
  version: VersionFacts
  onClose(): void
}

function Confirm({
  title,
  lines,
  yes,
  look,
  act,
  onClose,
}: {
  title: string
  lines: readonly string[]
  yes: string
  look: 'primary' | 'danger'
  act(): Promise<Answer<unknown>>
  onClose(): void
}) {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const go = async (): Promise<void> => {
    setBusy(true)
    const answer = await act()
    setBusy(false)
    if (answer.ok) onClose()
    else setFailure(failureText(answer.error))
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <div className={styles.confirm}>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {failure !== undefined && (
          <p role="alert" className={styles.failure}>
            {failure}
          </p>
        )}
        <div className={styles.buttons}>
          <Button look="plain" onClick={onClose}>
            {t('Cancel')}
          </Button>
          <Button look={look} aria-busy={busy} disabled={busy} onClick={() => void go()}>
            {yes}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

/** Asks before the board is brought back to a version, and does it. */
export function ConfirmRestore({ version, onClose }: Asking) {
  const place = usePlace()
  const name = nameOfVersion(version)
  return (
    <Confirm
      title={t('Restore “{version}”?', { version: name })}
      lines={[
        t('The board becomes what it was on {date}, for everyone at once.', {
          date: fullMoment(version.at),
        }),
        t('What is on it now is kept as a version first, so nothing is lost.'),
      ]}
      yes={t('Restore')}
      look="primary"
      act={() => restoreVersion(place, version.id)}
      onClose={onClose}
    />
  )
}

/** Asks before a version is deleted, and does it. */
export function ConfirmDelete({ version, onClose }: Asking) {
  const place = usePlace()
  return (
    <Confirm
      title={t('Delete “{version}”?', { version: nameOfVersion(version) })}
      lines={[
        t('It is deleted for good, with everything that was on the board then and is not now.'),
        t('The board itself stays as it is.'),
      ]}
      yes={t('Delete')}
      look="danger"
      act={() => deleteVersion(place, version.id)}
      onClose={onClose}
    />
  )
}
