import { trustPercent } from '../board/readings.ts'
import type { BoardView } from '../board/view.ts'
import { formatGap } from '../measures/tie.ts'
import { isAnswered, isWide, nameOf, tiesOf, type TieFacts } from './tie-facts.ts'
import { byName, count, listed } from './words.ts'

const MOST_NAMES = 30
const MOST_GAPS = 3

const contactWords = ['rarely', 'now and then', 'often', 'all the time'] as const

/** A gap in a sentence without its stop: both sides by name, what each says, and the signed difference in steps. */
export function gapWords({ from, to, gap }: TieFacts, measure: BoardView['tieMeasure']): string {
  const [a, b] = [from.value, to.value]
  if (typeof a !== 'number' || typeof b !== 'number' || gap === undefined) return ''
  const steps = `a gap of\u00a0${formatGap(gap)}`
  if (measure === 'trust') {
    const percent = (mean: number): string => `${Math.round(trustPercent(mean))}%`
    return `${from.organisation} trusts ${to.organisation} ${percent(a)}; the other way it is ${percent(b)} (${steps})`
  }
  const often = (value: number): string => contactWords[Math.round(value) - 1] ?? ''
  return `${from.organisation} reports contact with ${to.organisation} ${often(a)}; the other way it is ${often(b)} (${steps})`
}

/** The map in words for those who do not see it: who is on it, how many ties, and where the two sides differ most. */
export function describeMap(
  view: BoardView,
  { frame, ids }: { frame?: string; ids?: ReadonlySet<string> },
): string {
  const within = (id: string | undefined): boolean =>
    (frame === undefined || (id !== undefined && view.object(id)?.frame === frame)) &&
    (ids === undefined || (id !== undefined && ids.has(id)))
  const names = view.objects
    .filter((object) => object.type === 'organisation' && within(object.id))
    .map(nameOf)
    .sort(byName)
  const ties = tiesOf(view).filter(({ id, values }) => {
    if (ids && !ids.has(id)) return false
    const { from, to } = values as { from?: string; to?: string }
    return within(from) && within(to)
  })
  const wide = ties.filter(isWide)
  const others = view.objects.filter(
    (object) =>
      object.type !== 'organisation' && object.type !== 'relationship' && within(object.id),
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
