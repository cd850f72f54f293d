import type * as Y from 'yjs'
import { readRestored } from '../../../shared/board/restored.ts'
import type { Live } from '../../session/open.ts'
import { t } from '../../words/t.ts'
import { say } from '../ui/toasts.tsx'
import { fullMoment, versionWords } from './version-words.ts'

/** Says that the board was brought back to a version, by whom, and where what was there has gone. */
export function tellRestored(doc: Y.Doc, { session }: Pick<Live, 'session'>): void {
  const restored = readRestored(doc)
  if (!restored) return
  const { kind, about, at, by } = restored
  const who = session?.participants.find(({ id }) => id === by)?.name
  const version = versionWords({ kind, about, name: about })
  const values = { who: who ?? '', version, date: fullMoment(at) }
  say({
    text:
      who === undefined
        ? t(
            'The board was brought back to “{version}” of {date}. What was there before is kept under Versions.',
            values,
          )
        : t(
            '{who} brought the board back to “{version}” of {date}. What was there before is kept under Versions.',
            values,
          ),
    lasting: true,
  })
}
