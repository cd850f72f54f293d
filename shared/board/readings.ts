import * as v from 'valibot'

/** The three dimensions of trust, in the order in which they are asked. */
export const dimensions = ['reliability', 'purpose', 'openness'] as const
/** One of `dimensions`. */
export type Dimension = (typeof dimensions)[number]

/** A step of trust: 1 not at all, 2 a small amount, 3 a fair amount, 4 a great deal. */
export type Step = 1 | 2 | 3 | 4
/** A step, or `unknown` for *don't know*, which is an answer too. */
export type Answer = Step | 'unknown'

/** Which side of a relationship speaks. */
export type End = 'from' | 'to'
/** The side across from each. */
export const otherEnd: Readonly<Record<End, End>> = { from: 'to', to: 'from' }

const answer = v.optional(
  v.union([v.pipe(v.number(), v.minValue(1), v.maxValue(4)), v.literal('unknown')]),
)

/** A trust reading as stored under `readings`: one side's dated answer, or the mean of several people's; a dimension left out is not answered. */
export const ReadingSchema = v.looseObject({
  relationship: v.string(),
  end: v.picklist(['from', 'to']),
  /** ISO 8601 date and time, UTC */
  at: v.string(),
  reliability: answer,
  purpose: answer,
  openness: answer,
  /** one answer for trust as a whole, from a source that doesn't ask by dimension; counts where no dimension is answered */
  overall: answer,
  note: v.optional(v.string()),
  /** participant id of who answered; absent when imported or anonymous */
  by: v.optional(v.string()),
  source: v.optional(v.picklist(['open', 'round', 'import'])),
  /** how many people's answers this is the mean of; absent for one */
  n: v.optional(v.number()),
})
/** What one side of a relationship said at one time; a dimension that was not answered is absent. */
export type Reading = v.InferOutput<typeof ReadingSchema>

/** The key of an open-mode reading: one for each end and day, so that a change of mind within a day replaces it. */
export const openReadingId = (relationship: string, end: End, at: string): string =>
  `${relationship}.${end}.${at.slice(0, 10)}`

/** A stored value as a reading, or undefined when it is not one. */
export function parseReading(value: unknown): Reading | undefined {
  const parsed = v.safeParse(ReadingSchema, value)
  return parsed.success ? parsed.output : undefined
}

/** The mean of the answered dimensions, or else the overall answer (1–4); `unknown` when only *don't know* was said; undefined when nothing was. */
export function trustOf(reading: Reading | undefined): number | 'unknown' | undefined {
  if (!reading) return undefined
  const asked = dimensions.map((d) => reading[d]).filter((a) => a !== undefined)
  const answers = asked.length > 0 || reading.overall === undefined ? asked : [reading.overall]
  const numbers = answers.filter((a) => a !== 'unknown')
  if (numbers.length > 0) return numbers.reduce((sum, n) => sum + n, 0) / numbers.length
  return answers.length > 0 ? 'unknown' : undefined
}

/** Trust % of a mean on the 1–4 scale: (mean − 1) / 3 × 100. */
export const trustPercent = (mean: number): number => ((mean - 1) / 3) * 100
