import * as v from 'valibot'
import { roles } from '../access.ts'

const point = v.tuple([v.number(), v.number()])

/** What a client says of itself in awareness. `participant` is written by the server, whatever was sent. */
export const PresenceSchema = v.object({
  participant: v.optional(
    v.object({
      id: v.string(),
      name: v.string(),
      role: v.picklist(roles),
      organisation: v.nullable(v.string()),
    }),
  ),
  /** pointer in world units; null when it has left the canvas */
  cursor: v.optional(v.nullable(point)),
  /** ids of selected objects */
  selection: v.optional(v.array(v.string())),
  /** a drag or resize under way: object id → its box now, `[x, y, width, height]`; never written to the document until released */
  preview: v.optional(
    v.nullable(v.record(v.string(), v.tuple([v.number(), v.number(), v.number(), v.number()]))),
  ),
  /** the field being typed in, with the caret as a Yjs relative position (JSON) */
  editing: v.optional(
    v.nullable(v.object({ id: v.string(), field: v.string(), caret: v.optional(v.unknown()) })),
  ),
  /** what this participant sees, for those who follow: `[centre x, centre y, scale]` */
  view: v.optional(v.nullable(v.tuple([v.number(), v.number(), v.number()]))),
})
export type Presence = v.InferOutput<typeof PresenceSchema>
