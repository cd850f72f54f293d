import * as v from 'valibot'
import { toldEntries } from '../protocol/told.ts'

/** Answer of `POST /api/boards/:id/import`: how much was put on the board, and what was left out and why. */
export const Imported = v.object({
  organisations: v.number(),
  relationships: v.number(),
  readings: v.number(),
  /** sides of relationships that say how much contact there is, and how closely they work together */
  contacts: v.number(),
  levels: v.number(),
  objects: v.number(),
  /** whether the board as it was before is among its versions; not where there is no room for one more */
  kept: v.boolean(),
  notes: v.array(
    v.object({
      line: v.optional(v.number()),
      field: v.optional(v.string()),
      ...toldEntries,
    }),
  ),
})
export type Imported = v.InferOutput<typeof Imported>
