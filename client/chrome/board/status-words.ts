import type { Status } from '../../session/status.ts'
import { t, tn } from '../../words/t.ts'

/** How a status looks: calm, working, needing attention, or broken. */
export type StatusTone = 'calm' | 'busy' | 'attention' | 'danger'

/** A status in a few words. */
export interface StatusWords {
  tone: StatusTone
  short: string
}

/** What to say for a status. */
export function wordsFor(status: Status): StatusWords {
  switch (status.kind) {
    case 'connecting':
      return { tone: 'busy', short: t('Connecting…') }
    case 'saved':
      return { tone: 'calm', short: t('Saved') }
    case 'saving':
      return { tone: 'busy', short: tn(status.n, 'Saving 1 change', 'Saving {n} changes') }
    case 'offline':
      return {
        tone: 'attention',
        short:
          status.n === 0
            ? t('Offline')
            : tn(status.n, 'Offline: 1 change kept here', 'Offline: {n} changes kept here'),
      }
    case 'tab-only':
      return {
        tone: 'danger',
        short:
          status.n === 0
            ? t('Offline, kept only in this tab')
            : tn(status.n, '1 change only in this tab', '{n} changes only in this tab'),
      }
    case 'read-only':
      return { tone: status.n > 0 ? 'attention' : 'calm', short: t('Read-only') }
    case 'storage-failing':
      return { tone: 'danger', short: t('Server can’t save') }
    case 'removed':
      return { tone: 'danger', short: t('No longer on this board') }
    case 'board-closed':
      return { tone: 'danger', short: t('Board closed') }
  }
}
