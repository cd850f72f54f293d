import { formatMean } from '../../shared/measures/tie.ts'
import { heirOf } from '../../shared/objects/heir.ts'
import { titleOf } from '../../shared/objects/title.ts'
import type { BoardView } from '../../shared/board/view.ts'
import { clean } from '../../shared/paper/printable.ts'
import { highOnBoth } from '../../shared/session/high-on-both.ts'
import type { Results } from '../../shared/session/results.ts'
import { roundNames, type RoundSpec } from '../../shared/session/round.ts'
import type { Round } from '../../shared/session/state.ts'
import { inEnglish } from '../../shared/words/words.ts'
import type { Register, RegisterCell } from './registers.ts'

/** What it is about, what was counted or measured of that, and the figure. */
type Fact = readonly [about: string, measure: string, value: string | number]

/** A mean as it is told elsewhere, as a number. */
const rounded = (mean: number): number => Number(formatMean(mean))

const ALL = 'All answers'

/** What each organisation came to, or why that isn't shown. */
function groups<F>(
  all: readonly { organisation: string | null; n: number; figure: F | null }[],
  told: (figure: F) => readonly (readonly [measure: string, mean: number])[],
  nameOf: (id: string) => string,
): Fact[] {
  return all.flatMap(({ organisation, n, figure }): Fact[] => {
    const name = organisation === null ? 'No organisation' : nameOf(organisation)
    const facts: Fact[] = [[name, 'Answers', n]]
    if (figure === null)
      return n === 0 ? facts : [...facts, [name, 'Figure', 'withheld: too few answers']]
    return [
      ...facts,
      ...told(figure).map(([measure, mean]): Fact => [name, measure, rounded(mean)]),
    ]
  })
}

function factsOf(results: Results, spec: RoundSpec, nameOf: (id: string) => string): Fact[] {
  switch (results.kind) {
    case 'tooFew':
      return [[ALL, 'Figure', results.n === 0 ? 'not answered' : 'withheld: too few answers']]
    case 'trust':
      return []
    case 'vote':
      return results.totals.flatMap(({ object, dots, voters }): Fact[] => [
        [nameOf(object), 'Dots', dots],
        [nameOf(object), 'People', voters],
      ])
    case 'scale': {
      const ends = spec.kind === 'scale' ? [spec.low, '', '', '', spec.high] : []
      const answered = (i: number): string => `Answered ${i + 1}${ends[i] ? `, “${ends[i]}”` : ''}`
      return [
        [ALL, 'Mean', rounded(results.mean)],
        ...results.counts.map((count, i): Fact => [ALL, answered(i), count]),
        ...groups(results.groups, (mean) => [['Mean', mean]], nameOf),
      ]
    }
    case 'placement': {
      const [across, up] =
        spec.kind === 'placement' ? [spec.across.label, spec.up.label] : ['Across', 'Up']
      return [
        [ALL, 'Past the middle on both', highOnBoth(results).answers],
        ...groups(
          results.groups,
          ([x, y]) => [
            [across, x],
            [up, y],
          ],
          nameOf,
        ),
      ]
    }
    case 'truth':
      return results.statements.flatMap((one): Fact[] => [
        [nameOf(one.object), 'True', one.true],
        [nameOf(one.object), 'Partly', one.partly],
        [nameOf(one.object), 'False', one.false],
      ])
    case 'words':
      return results.words.map(({ text, count }): Fact => [text, 'Times', count])
  }
}

/**
 * What everyone was asked and what it came to, a figure in each row, the oldest question first: only what was revealed, and nothing of trust,
 * which the relationships tell.
 */
export function questionsRegister(rounds: readonly Round[], view: BoardView): Register {
  const nameOf = (id: string): string => titleOf(heirOf(id, view.objects), inEnglish)
  const rows = rounds.flatMap(({ id, spec, results, endedAt }): RegisterCell[][] => {
    if (!results || endedAt === null) return []
    const day = new Date(endedAt).toISOString().slice(0, 10)
    const asked = [clean(spec.question), roundNames[spec.kind], { day }, results.n, results.scribed]
    return factsOf(results, spec, nameOf).map(([about, measure, value]) => [
      ...asked,
      clean(about),
      clean(measure),
      value,
      id,
    ])
  })
  return {
    id: 'questions-to-everyone',
    name: 'Questions to everyone',
    naming: 1,
    columns: [
      'Question',
      'Asked as',
      'Ended on',
      'Answers',
      'Entered by a facilitator',
      'About',
      'Measure',
      'Value',
      'Id',
    ],
    rows,
  }
}
