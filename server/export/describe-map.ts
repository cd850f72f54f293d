import { trustPercent } from '../../shared/board/readings.ts'
import type { BoardView } from '../../shared/board/view.ts'
import { formatGap, formatMean, type TieValue } from '../../shared/measures/tie.ts'
import { isAnswered, isWide, nameOf, tiesOf, type TieFacts } from './tie-facts.ts'
import { byName, count, listed } from './words.ts'

const MOST_NAMES = 30
const MOST_GAPS = 3

/** What one side says, in words: “3.7 (89 %)”, “don’t know”, “no answer”. */
export function valueWords(value: TieValue, measure: BoardView['tieMeasure']): string {
  if (value === undefined) return 'no answer'
  if (value === 'unknown') return 'don’t know'
  const mean = formatMean(value)
  return measure === 'trust' ? `${mean} (${Math.round(trustPercent(value))} %)` : mean
}

/** A gap in a sentence, both sides by name and figure. */
export function gapWords(
  { from, to, gap = 0 }: TieFacts,
  measure: BoardView['tieMeasure'],
): string {
  const [a, b] = [valueWords(from.value, measure), valueWords(to.value, measure)]
  return measure === 'trust'
    ? `${from.organisation} trusts ${to.organisation} ${a}, the other way ${b}: a gap of ${formatGap(gap)}`
    : `${from.organisation} reports contact with ${to.organisation} of ${a}, the other way ${b}: a gap of ${formatGap(gap)}`
}

/** The map in words for those who do not see it: who is on it, how many ties, and where the two sides differ most. */
export function describeMap(view: BoardView, { frame }: { frame?: string }): string {
  const within = (id: string | undefined): boolean =>
    frame === undefined || (id !== undefined && view.object(id)?.frame === frame)
  const names = view.objects
    .filter((object) => object.type === 'organisation' && within(object.id))
    .map(nameOf)
    .sort(byName)
  const ties = tiesOf(view).filter(({ values }) => {
    const { from, to } = values as { from?: string; to?: string }
    return within(from) && within(to)
  })
  const wide = ties.filter(isWide)
  const others = view.objects.filter(
    (object) =>
      object.type !== 'organisation' &&
      object.type !== 'relationship' &&
      (frame === undefined || object.frame === frame),
  ).length
  const shown =
    names.length <= MOST_NAMES
      ? listed(names)
      : `${names.slice(0, MOST_NAMES).join(', ')} and ${names.length - MOST_NAMES} more`
  return [
    names.length === 0
      ? 'A map without organisations.'
      : `A map of ${count(names.length, 'organisation')}: ${shown}.`,
    ties.length === 0
      ? 'No relationships are drawn.'
      : `${count(ties.length, 'relationship')}; both sides answered in ${ties.filter(isAnswered).length}.`,
    wide.length === 0
      ? ''
      : `In ${wide.length} the two sides are a step or more apart. Widest: ${wide
          .slice(0, MOST_GAPS)
          .map((tie) => gapWords(tie, view.tieMeasure))
          .join('; ')}.`,
    others === 0 ? '' : `It also shows ${count(others, 'other object')}.`,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}
