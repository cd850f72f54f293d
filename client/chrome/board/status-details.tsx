import type { Status } from '../../session/status.ts'
import { t, tn } from '../../words/t.ts'
import { Button } from '../ui/button.tsx'
import { useLive, useOpen, useStatus } from './context.ts'
import styles from './status-button.module.css'
import { wordsFor } from './status-words.ts'
import { useSaveCopy } from './use-save-copy.ts'

const unsaved = (n: number): string =>
  n === 0 ? t('Nothing is unsaved.') : tn(n, '1 change is unsaved.', '{n} changes are unsaved.')

const away = (blocked: boolean): string =>
  blocked
    ? t(
        'This network lets the page through but not the live connection. Ask IT to allow WebSockets to this server.',
      )
    : t('The connection is gone. It comes back by itself.')

/** The sentences behind a status. */
function sentenceFor(status: Status): string {
  switch (status.kind) {
    case 'connecting':
      return t('The board is being brought into step with the server.')
    case 'saved':
      return t('Everything you did is on the server’s disk.')
    case 'saving':
      return t('On its way to the server’s disk.')
    case 'offline':
      return `${away(status.blocked)} ${t('You can go on: what you do is kept in this browser and sent later.')}`
    case 'tab-only':
      return `${away(status.blocked)} ${t('This browser keeps no copy: don’t close the tab, or save a copy first.')}`
    case 'read-only':
      return status.n > 0
        ? `${unsaved(status.n)} ${t('The board doesn’t take them now. Save a copy to keep them.')}`
        : t('You see everything live. Nobody can change anything from here.')
    case 'storage-failing':
      return `${t('The server’s disk fails. Others see your changes, but they are not safe yet.')} ${unsaved(status.n)}`
    case 'removed':
    case 'board-closed':
      return unsaved(status.n)
  }
}

/** The whole of a status, and what can be done about it. */
export function StatusDetails({ close }: { close(): void }) {
  const { retry } = useOpen()
  const status = useStatus()
  const slow = useLive((live) => live.slow && live.link === 'open')
  const saveCopy = useSaveCopy()
  const isAway = status.kind === 'offline' || status.kind === 'tab-only'
  return (
    <>
      <p className={styles.short}>{wordsFor(status).short}</p>
      <p className={styles.long}>{sentenceFor(status)}</p>
      {slow && (
        <p className={styles.long}>
          {t(
            'Connected the slow way: this network blocks live connections, so changes take a second or two to come and go. Nothing is lost by it.',
          )}
        </p>
      )}
      <div className={styles.actions}>
        <Button
          onClick={() => {
            saveCopy()
            close()
          }}
        >
          {t('Save a copy')}
        </Button>
        {isAway && (
          <Button
            look="quiet"
            onClick={() => {
              retry()
              close()
            }}
          >
            {t('Try again now')}
          </Button>
        )}
      </div>
    </>
  )
}
