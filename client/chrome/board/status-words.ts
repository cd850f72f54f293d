import type { Status } from '../../session/status.ts'
import { t, tn } from '../../words/t.ts'

/** How a status looks: calm, working, needing attention, or broken. */
export type StatusTone = 'calm' | 'busy' | 'attention' | 'danger'

/** A status in a few words, and the sentence behind it. */
export interface StatusWords {
  tone: StatusTone
  short: string
  long: string
}

const unsaved = (n: number): string =>
  n === 0 ? t('Nothing is unsaved.') : tn(n, '1 change is unsaved.', '{n} changes are unsaved.')

const away = (blocked: boolean): string =>
  blocked
    ? t(
        'This network lets the page through but not the live connection. Ask IT to allow WebSockets to this server.',
      )
    : t('The connection is gone. It comes back by itself.')

/** What to say for a status. */
export function wordsFor(status: Status): StatusWords {
  switch (status.kind) {
    case 'connecting':
      return {
        tone: 'busy',
        short: t('Connecting…'),
        long: t('The board is being brought into step with the server.'),
      }
    case 'saved':
      return {
        tone: 'calm',
        short: t('Saved'),
        long: t('Everything you did is on the server’s disk.'),
      }
    case 'saving':
      return {
        tone: 'busy',
        short: tn(status.n, 'Saving 1 change', 'Saving {n} changes'),
        long: t('On its way to the server’s disk.'),
      }
    case 'offline':
      return {
        tone: 'attention',
        short:
          status.n === 0
            ? t('Offline')
            : tn(status.n, 'Offline: 1 change kept here', 'Offline: {n} changes kept here'),
        long: `${away(status.blocked)} ${t('You can go on: what you do is kept in this browser and sent later.')}`,
      }
    case 'tab-only':
      return {
        tone: 'danger',
        short:
          status.n === 0
            ? t('Offline, kept only in this tab')
            : tn(status.n, '1 change only in this tab', '{n} changes only in this tab'),
        long: `${away(status.blocked)} ${t('This browser keeps no copy: don’t close the tab, or save a copy first.')}`,
      }
    case 'read-only':
      return {
        tone: status.n > 0 ? 'attention' : 'calm',
        short: t('Read-only'),
        long:
          status.n > 0
            ? `${unsaved(status.n)} ${t('The board doesn’t take them now. Save a copy to keep them.')}`
            : t('You see everything live. Nobody can change anything from here.'),
      }
    case 'storage-failing':
      return {
        tone: 'danger',
        short: t('Server can’t save'),
        long: `${t('The server’s disk fails. Others see your changes, but they are not safe yet.')} ${unsaved(status.n)}`,
      }
    case 'removed':
      return { tone: 'danger', short: t('No longer on this board'), long: unsaved(status.n) }
    case 'board-closed':
      return { tone: 'danger', short: t('Board closed'), long: unsaved(status.n) }
  }
}
