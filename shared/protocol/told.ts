import * as v from 'valibot'

const plain = v.union([v.string(), v.number()])

/** A sentence, or some words of one, with plain values. */
const Part = v.object({
  detail: v.string(),
  key: v.optional(v.string()),
  values: v.optional(v.record(v.string(), plain)),
})

/** The fields of a sentence for people: `detail` is the whole of it in English; one with values in it has its template, too, and what is put in, so that it can be said in another language. */
export const toldEntries = {
  detail: v.string(),
  key: v.optional(v.string()),
  values: v.optional(v.record(v.string(), v.union([plain, Part]))),
}
/** A sentence in which others may stand as values. */
const Told = v.object(toldEntries)
/** A sentence for people, whose values may themselves be sentences or words that are said in their language. */
export type Told = v.InferOutput<typeof Told>
/** A sentence, or some words of one, whose values are plain text or numbers. */
export type ToldPart = v.InferOutput<typeof Part>
