import { assumption } from '../../../shared/objects/assumption.ts'
import { asOneStep } from '../../actions/edit.ts'
import { USER, type Workspace } from '../../model/workspace.ts'
import { setField } from '../../../shared/board/commands.ts'
import { calendarDay } from '../../words/dates.ts'
import { t } from '../../words/t.ts'
import { textAt, textToWrite } from '../inspector/path.ts'
import type { ResultsOf } from './results-parts.tsx'

type Statement = ResultsOf<'truth'>['statements'][number]

/** How many said what of a statement, in words. */
export const splitOf = (statement: Statement): string =>
  t('{true} true · {partly} partly · {false} false', {
    true: statement.true,
    partly: statement.partly,
    false: statement.false,
  })

/** What more than half of those who answered said of a statement, or that they see it differently; undefined where nobody answered. */
function verdictOf(statement: Statement): 'true' | 'partly' | 'false' | 'split' | undefined {
  const all = statement.true + statement.partly + statement.false
  if (all === 0) return undefined
  const most = (['true', 'partly', 'false'] as const).find((one) => statement[one] * 2 > all)
  return most ?? 'split'
}

const lineOf = (statement: Statement, endedAt: number): string =>
  `${splitOf(statement)} (${calendarDay(new Date(endedAt))})`

/** The statements of a revealed question whose card doesn't say yet what came of it; none where none is on a card that may be changed. */
export const unwritten = (
  { board, doc }: Pick<Workspace, 'board' | 'doc'>,
  { statements }: ResultsOf<'truth'>,
  endedAt: number,
): readonly Statement[] =>
  statements.filter((one) => {
    const card = board.object(one.object)
    if (card?.type !== assumption.type || board.isHeld(card)) return false
    return !textAt(doc, card.id, ['detail'])?.toJSON().includes(lineOf(one, endedAt))
  })

/**
 * Writes on each card what came of the question about it, as one step of undo: under “How we know” how many said what, and
 * as what was found that which more than half of them said, or that they see it differently.
 */
export function writeVerdicts(
  workspace: Workspace,
  results: ResultsOf<'truth'>,
  endedAt: number,
): void {
  const { doc } = workspace
  asOneStep(workspace, () => {
    for (const one of unwritten(workspace, results, endedAt)) {
      const verdict = verdictOf(one)
      if (verdict) setField(doc, one.object, 'verdict', verdict, USER)
      const detail = textToWrite(doc, one.object, ['detail'])
      detail?.insert(detail.length, `${detail.length > 0 ? '\n' : ''}${lineOf(one, endedAt)}`)
    }
  })
}
