import * as v from 'valibot'
import { dimensions } from '../board/readings.ts'
import { lineOf } from '../protocol/line.ts'
import { fail, ok, type Result } from '../result.ts'

/** What a round can ask for. */
export const roundKinds = ['trust', 'vote', 'scale', 'placement', 'truth', 'words'] as const
/** One of `roundKinds`. */
export type RoundKind = (typeof roundKinds)[number]

/** How each kind of round is called on screen and on paper. */
export const roundNames: Readonly<Record<RoundKind, string>> = {
  trust: 'Trust',
  vote: 'Dot vote',
  scale: 'Scale',
  placement: 'Two axes',
  truth: 'True or false',
  words: 'A few words',
}

/** Longest note to a trust answer, in characters. */
export const NOTE_MAX = 280
/** Longest answer to a round in words, in characters. */
export const WORDS_MAX = 40

/** Fewest answers that a figure of an anonymous round is shown for, unless the facilitator sets another number. */
export const MINIMUM = 3

/** An id as it may stand in a command. */
export const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(64))

const ids = (most: number) => v.pipe(v.array(Id), v.minLength(1), v.maxLength(most))
const label = v.pipe(v.string(), v.trim(), v.maxLength(60))
const Axis = v.object({ label, low: label, high: label })
const whole = (low: number, high: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(low), v.maxValue(high))

const common = {
  question: lineOf('The question', 200),
  /** answers are shown without names, and an organisation's own figure only from `minimum` answers on */
  anonymous: v.boolean(),
  minimum: whole(1, 20),
}

/** What a facilitator asks. */
export const RoundSpecSchema = v.variant('kind', [
  /** how far each side trusts the other; null stands for every relationship on the board */
  v.object({ kind: v.literal('trust'), ...common, relationships: v.nullable(ids(500)) }),
  v.object({ kind: v.literal('vote'), ...common, objects: ids(60), dots: whole(1, 20) }),
  v.object({ kind: v.literal('scale'), ...common, low: label, high: label }),
  v.object({ kind: v.literal('placement'), ...common, across: Axis, up: Axis }),
  v.object({ kind: v.literal('truth'), ...common, objects: ids(60) }),
  v.object({ kind: v.literal('words'), ...common }),
])
/** What a round asks, told apart by `kind`. */
export type RoundSpec = v.InferOutput<typeof RoundSpecSchema>

/** A relationship that a trust round asks about, as its ends were when the round opened. */
export const TieSchema = v.object({ id: Id, from: Id, to: Id })
/** A tie of a trust round: ids of the relationship and of the organisations at its ends. */
export type Tie = v.InferOutput<typeof TieSchema>

const step = v.optional(v.picklist([1, 2, 3, 4, 'unknown']))
const TieAnswer = v.object({
  reliability: step,
  purpose: step,
  openness: step,
  note: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(NOTE_MAX))),
})
/** relationship id → what the answerer's organisation says of it */
const TrustValue = v.record(Id, TieAnswer)
/** object id → dots */
const VoteValue = v.record(Id, whole(1, 20))
const ScaleValue = whole(1, 5)
const coordinate = v.pipe(v.number(), v.minValue(0), v.maxValue(10))
const PlacementValue = v.tuple([coordinate, coordinate])
/** object id → what is thought of it */
const TruthValue = v.record(Id, v.picklist(['true', 'partly', 'false']))
const WordsValue = lineOf('The answer', WORDS_MAX)

/** An answer's value by the kind of its round. */
export interface Values {
  trust: v.InferOutput<typeof TrustValue>
  vote: v.InferOutput<typeof VoteValue>
  scale: number
  placement: [number, number]
  truth: v.InferOutput<typeof TruthValue>
  words: string
}

const schemas = {
  trust: TrustValue,
  vote: VoteValue,
  scale: ScaleValue,
  placement: PlacementValue,
  truth: TruthValue,
  words: WordsValue,
}

/** A value as an answer to a round of `kind`; undefined when it is none. */
export function readValue<K extends RoundKind>(kind: K, value: unknown): Values[K] | undefined {
  const parsed = v.safeParse(schemas[kind], value)
  return parsed.success ? (parsed.output as Values[K]) : undefined
}

/** What an answer is checked against. */
export interface Asked {
  spec: RoundSpec
  /** the relationships of a trust round; none for the others */
  ties: readonly Tie[]
}

function fault({ spec, ties }: Asked, organisation: string | null, value: unknown): string | null {
  switch (spec.kind) {
    case 'trust': {
      const own = new Set(
        ties
          .filter(({ from, to }) => from === organisation || to === organisation)
          .map((t) => t.id),
      )
      const answers = Object.entries(value as Values['trust'])
      if (answers.some(([id]) => !own.has(id))) return 'That is another organisation’s to answer.'
      const said = answers.some(([, one]) => dimensions.some((d) => one[d] !== undefined))
      return said ? null : 'Answer at least one question.'
    }
    case 'vote': {
      const votes = Object.entries(value as Values['vote'])
      const sum = votes.reduce((all, [, dots]) => all + dots, 0)
      if (votes.some(([id]) => !spec.objects.includes(id))) return 'That is not up for the vote.'
      if (sum > spec.dots) return 'Those are more dots than there are.'
      return sum > 0 ? null : 'Place at least one dot.'
    }
    case 'truth': {
      const answers = Object.keys(value as Values['truth'])
      if (answers.some((id) => !spec.objects.includes(id))) return 'That was not asked.'
      return answers.length > 0 ? null : 'Answer at least one of them.'
    }
    case 'scale':
    case 'placement':
    case 'words':
      return null
  }
}

/** Checks an answer given for `organisation` (null: for none); fails with a sentence for who answered. */
export function checkAnswer(
  asked: Asked,
  organisation: string | null,
  value: unknown,
): Result<Values[RoundKind], string> {
  const read = readValue(asked.spec.kind, value)
  if (read === undefined) return fail('That is no answer to this question.')
  const why = fault(asked, organisation, read)
  return why === null ? ok(read) : fail(why)
}
