import { liesIn } from '../board/lies-in.ts'
import type { BoardObject } from '../board/object.ts'
import { trustPercent } from '../board/readings.ts'
import { formatGap } from '../measures/tie.ts'
import { definitionOf } from '../objects/index.ts'
import { oneLine, textIn } from './printable.ts'
import { isAnswered, isWide, nameOf, tiesOf, type TieFacts } from './tie-facts.ts'
import { byName } from './words.ts'
import { shortened } from '../text/shortened.ts'
import type { ToldView } from './told-view.ts'

const MOST_NAMES = 30
const MOST_GAPS = 3
const MOST_PART_NAMES = 12
const MOST_TITLE = 80

const contactWords = ['rarely', 'now and then', 'often', 'all the time'] as const

/** A gap in a sentence without its stop: both sides by name, what each says, and the signed difference in steps. */
export function gapWords({ from, to, gap }: TieFacts, { tieMeasure, say }: ToldView): string {
  const [a, b] = [from.value, to.value]
  if (typeof a !== 'number' || typeof b !== 'number' || gap === undefined) return ''
  const both = { a: from.organisation, b: to.organisation, gap: formatGap(gap) }
  if (tieMeasure === 'trust') {
    const percent = (mean: number): string => `${Math.round(trustPercent(mean))}%`
    return say('{a} trusts {b} {there}; the other way it is {back} (a gap of\u00a0{gap})', {
      ...both,
      there: percent(a),
      back: percent(b),
    })
  }
  const often = (value: number): string => say(contactWords[Math.round(value) - 1] ?? '')
  return say(
    '{a} reports contact with {b} {there}; the other way it is {back} (a gap of\u00a0{gap})',
    {
      ...both,
      there: often(a),
      back: often(b),
    },
  )
}

const isOther = ({ type }: BoardObject): boolean =>
  type !== 'organisation' && type !== 'relationship'

// “Note” says nothing that the number of them doesn’t.
function titled(object: BoardObject): string[] {
  const definition = definitionOf(object.type)
  const title = oneLine(textIn(definition && object.fields[definition.title]))
  return title ? [`“${shortened(title, MOST_TITLE)}”`] : []
}

/** A part of a map in words: `ids` are what people have made that lies in it, `title` its frame's if it is one. */
export function describePart(
  view: ToldView,
  { name, title, ids }: { name: string; title: string; ids: ReadonlySet<string> },
): string {
  const { say, speech } = view
  const there = view.objects.filter(({ id }) => ids.has(id))
  const some = (names: readonly string[]): string => speech.list(names, MOST_PART_NAMES)
  const organisations = there.filter(({ type }) => type === 'organisation')
  const ties = tiesOf(view).filter(({ id }) => ids.has(id))
  const others = there.filter(isOther)
  const titles = others.flatMap((object) => titled(object))
  return [
    title
      ? say('Part {part} of the map, “{title}”.', { part: name, title })
      : say('Part {part} of the map.', { part: name }),
    organisations.length === 0
      ? ''
      : speech.count(
          organisations.length,
          'It shows {n} organisation: {names}.',
          'It shows {n} organisations: {names}.',
          { names: some(organisations.map((one) => nameOf(one, say)).sort(byName)) },
        ),
    ties.length === 0
      ? ''
      : speech.count(
          ties.length,
          '{n} relationship; both sides answered in {answered}.',
          '{n} relationships; both sides answered in {answered}.',
          { answered: ties.filter(isAnswered).length },
        ),
    titles.length === 0
      ? others.length === 0
        ? ''
        : speech.count(others.length, 'It shows {n} card.', 'It shows {n} cards.')
      : speech.count(others.length, 'It shows {n} card: {names}.', 'It shows {n} cards: {names}.', {
          names: some(titles),
        }),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

/** The map in words for those who do not see it: who is on it, how many ties, and where the two sides differ most. */
export function describeMap(
  view: ToldView,
  { frame, ids }: { frame?: string; ids?: ReadonlySet<string> },
): string {
  const { say, speech } = view
  const within = (id: string | undefined): boolean =>
    (frame === undefined ||
      (id !== undefined && liesIn(view.object(id), frame, (one) => view.object(one)))) &&
    (ids === undefined || (id !== undefined && ids.has(id)))
  const names = view.objects
    .filter((object) => object.type === 'organisation' && within(object.id))
    .map((object) => nameOf(object, say))
    .sort(byName)
  const ties = tiesOf(view).filter(({ id, values }) => {
    if (ids && !ids.has(id)) return false
    const { from, to } = values as { from?: string; to?: string }
    return within(from) && within(to)
  })
  const wide = ties.filter(isWide)
  const others = view.objects.filter((object) => isOther(object) && within(object.id)).length
  const shown = speech.list(names, MOST_NAMES)
  return [
    names.length === 0
      ? say('A map without organisations.')
      : speech.count(
          names.length,
          'A map of {n} organisation: {names}.',
          'A map of {n} organisations: {names}.',
          { names: shown },
        ),
    ties.length === 0
      ? say('No relationships are drawn.')
      : speech.count(
          ties.length,
          '{n} relationship; both sides answered in {answered}.',
          '{n} relationships; both sides answered in {answered}.',
          { answered: ties.filter(isAnswered).length },
        ),
    wide.length === 0
      ? ''
      : say('In {n} the two sides are a step or more apart. Widest: {gaps}.', {
          n: wide.length,
          gaps: wide
            .slice(0, MOST_GAPS)
            .map((tie) => gapWords(tie, view))
            .join('; '),
        }),
    others === 0
      ? ''
      : speech.count(others, 'It also shows {n} other object.', 'It also shows {n} other objects.'),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}
