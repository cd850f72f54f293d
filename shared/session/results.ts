import * as v from 'valibot'
import { dimensions, type Answer, type Dimension } from '../board/readings.ts'
import type { End } from '../board/readings.ts'
import { Id, readValue, type Asked, type RoundKind, type Tie, type Values } from './round.ts'

/** What a scribe's entry is filed under begins with; no participant's id does. */
export const SCRIBED = 'scribe '

/** One answer as the server keeps it until the reveal. */
export interface SealedAnswer {
  /** participant id, or what a scribe's entry is filed under, which begins with `SCRIBED` */
  author: string
  organisation: string | null
  /** entered by a facilitator for somebody without a device */
  scribe: boolean
  value: unknown
}

const mean = v.optional(v.union([v.number(), v.literal('unknown')]))
const SideSchema = v.object({
  tie: Id,
  end: v.picklist(['from', 'to']),
  n: v.number(),
  /** fewer answers than the minimum, so that there is no figure */
  withheld: v.boolean(),
  reliability: mean,
  purpose: mean,
  openness: mean,
  notes: v.array(v.string()),
})
/** What one side of a relationship said in a trust round: each dimension's mean, or *don't know*. */
export type SideResult = v.InferOutput<typeof SideSchema>

const group = <Figure extends v.GenericSchema>(figure: Figure) =>
  v.array(v.object({ organisation: v.nullable(Id), n: v.number(), figure: v.nullable(figure) }))
const point = v.tuple([v.number(), v.number()])

const head = {
  /** how many answered, and how many of these answers a scribe entered */
  n: v.number(),
  scribed: v.number(),
}

/** What a revealed round says. `tooFew`: an anonymous round with fewer answers than its minimum shows nothing. */
export const ResultsSchema = v.variant('kind', [
  v.object({ kind: v.literal('tooFew'), ...head, minimum: v.number() }),
  v.object({ kind: v.literal('trust'), ...head, sides: v.array(SideSchema) }),
  v.object({
    kind: v.literal('vote'),
    ...head,
    totals: v.array(v.object({ object: Id, dots: v.number(), voters: v.number() })),
  }),
  v.object({
    kind: v.literal('scale'),
    ...head,
    counts: v.array(v.number()),
    mean: v.number(),
    groups: group(v.number()),
  }),
  v.object({ kind: v.literal('placement'), ...head, points: v.array(point), groups: group(point) }),
  v.object({
    kind: v.literal('truth'),
    ...head,
    statements: v.array(
      v.object({ object: Id, true: v.number(), partly: v.number(), false: v.number() }),
    ),
  }),
  v.object({
    kind: v.literal('words'),
    ...head,
    words: v.array(v.object({ text: v.string(), count: v.number() })),
  }),
])
/** What a revealed round came to, told apart by `kind`. */
export type Results = v.InferOutput<typeof ResultsSchema>

interface Given<K extends RoundKind> {
  organisation: string | null
  value: Values[K]
}

const meanOf = (numbers: readonly number[]): number =>
  numbers.reduce((sum, n) => sum + n, 0) / numbers.length

function dimensionMean(answers: readonly (Answer | undefined)[]): number | 'unknown' | undefined {
  const numbers = answers.filter((answer) => typeof answer === 'number')
  if (numbers.length > 0) return meanOf(numbers)
  return answers.includes('unknown') ? 'unknown' : undefined
}

function sideOf(tie: Tie, end: End, answers: readonly Given<'trust'>[], least: number): SideResult {
  const said = answers.flatMap(({ organisation, value }) =>
    organisation === tie[end] && value[tie.id] ? [value[tie.id]] : [],
  )
  const n = said.length
  const withheld = n > 0 && n < least
  const side = { tie: tie.id, end, n, withheld }
  if (withheld || n === 0) return { ...side, notes: [] }
  const figures = dimensions.flatMap((dimension): [Dimension, number | 'unknown'][] => {
    const figure = dimensionMean(said.map((one) => one?.[dimension]))
    return figure === undefined ? [] : [[dimension, figure]]
  })
  const notes = said.flatMap((one) => (one?.note ? [one.note] : [])).sort()
  return { ...side, ...Object.fromEntries(figures), notes }
}

/**
 * Answers by organisation, with whether its figure may be shown. What is withheld must not come out as the difference
 * between the whole and the rest either, so the smallest organisations join it until enough people stand behind it.
 */
function groupsOf<K extends RoundKind>(
  answers: readonly Given<K>[],
  organisations: readonly string[],
  least: number,
): { organisation: string | null; own: Given<K>[]; shown: boolean }[] {
  const keys = new Set<string | null>([...organisations, ...answers.map((a) => a.organisation)])
  const groups = [...keys].map((organisation) => {
    const own = answers.filter((answer) => answer.organisation === organisation)
    return { organisation, own, shown: own.length >= least && own.length > 0 }
  })
  const smallestFirst = groups.filter(({ own }) => own.length > 0)
  smallestFirst.sort((a, b) => a.own.length - b.own.length)
  let hidden = 0
  for (const one of smallestFirst) {
    if (one.shown && (hidden === 0 || hidden >= least)) continue
    one.shown = false
    hidden += one.own.length
  }
  return groups
}

const byPlace = ([ax, ay]: readonly [number, number], [bx, by]: readonly [number, number]) =>
  ax - bx || ay - by

/** Whether results hold what each organisation answered, so that where one person speaks for it the answer itself is kept. */
export const keepsByOrganisation = ({ kind, anonymous }: Asked['spec']): boolean =>
  !anonymous && (kind === 'trust' || kind === 'scale' || kind === 'placement')

/**
 * What a round's answers come to; the answers themselves are not in it, nor is their order. `organisations`: whose people
 * were asked, so that silence shows too.
 */
export function resultsOf(
  asked: Asked,
  answers: readonly SealedAnswer[],
  organisations: readonly string[],
): Results {
  const { spec, ties } = asked
  const least = spec.anonymous ? spec.minimum : 1
  const read = <K extends RoundKind>(kind: K): Given<K>[] =>
    answers.flatMap(({ organisation, value }) => {
      const good = readValue(kind, value)
      return good === undefined ? [] : [{ organisation, value: good }]
    })
  const common = { n: answers.length, scribed: answers.filter(({ scribe }) => scribe).length }
  if (spec.kind === 'trust') {
    const given = read('trust')
    const sides = ties.flatMap((tie) =>
      (['from', 'to'] as const).map((end) => sideOf(tie, end, given, least)),
    )
    return { kind: 'trust', ...common, sides }
  }
  if (answers.length < least) return { kind: 'tooFew', ...common, minimum: least }
  switch (spec.kind) {
    case 'vote': {
      const given = read('vote')
      const totals = spec.objects.map((object) => {
        const dots = given.flatMap(({ value }) => value[object] ?? [])
        return { object, dots: dots.reduce((a, b) => a + b, 0), voters: dots.length }
      })
      return { kind: 'vote', ...common, totals }
    }
    case 'scale': {
      const given = read('scale')
      const groups = groupsOf(given, organisations, least).map(({ organisation, own, shown }) => ({
        organisation,
        n: own.length,
        figure: shown ? meanOf(own.map(({ value }) => value)) : null,
      }))
      return {
        kind: 'scale',
        ...common,
        counts: [1, 2, 3, 4, 5].map((s) => given.filter(({ value }) => value === s).length),
        mean: meanOf(given.map(({ value }) => value)),
        groups,
      }
    }
    case 'placement': {
      const given = read('placement')
      const groups = groupsOf(given, organisations, least).map(({ organisation, own, shown }) => {
        const at: [number, number] = [
          meanOf(own.map(({ value }) => value[0])),
          meanOf(own.map(({ value }) => value[1])),
        ]
        return { organisation, n: own.length, figure: shown ? at : null }
      })
      const points = given.map(({ value }) => value).sort(byPlace)
      return { kind: 'placement', ...common, points, groups }
    }
    case 'truth': {
      const given = read('truth')
      const count = (object: string, as: 'true' | 'partly' | 'false'): number =>
        given.filter(({ value }) => value[object] === as).length
      const statements = spec.objects.map((object) => ({
        object,
        true: count(object, 'true'),
        partly: count(object, 'partly'),
        false: count(object, 'false'),
      }))
      return { kind: 'truth', ...common, statements }
    }
    case 'words': {
      const words = new Map<string, { text: string; count: number }>()
      for (const { value } of read('words')) {
        const key = value.toLocaleLowerCase('en')
        const known = words.get(key) ?? { text: value, count: 0 }
        words.set(key, { text: known.text < value ? known.text : value, count: known.count + 1 })
      }
      const all = [...words.values()]
      all.sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
      return { kind: 'words', ...common, words: all }
    }
  }
}
