import * as v from 'valibot'
import { roles } from '../access.ts'

const point = v.tuple([v.number(), v.number()])
const box = [v.number(), v.number(), v.number(), v.number()] as const

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
  /** a drag, resize or turn under way: object id → its box now, `[x, y, width, height]` and, where it turns, its angle in degrees; never written to the document until released */
  preview: v.optional(v.nullable(v.record(v.string(), v.tupleWithRest(box, v.number())))),
  /** the field being typed in, with the caret as a Yjs relative position (JSON) */
  editing: v.optional(
    v.nullable(v.object({ id: v.string(), field: v.string(), caret: v.optional(v.unknown()) })),
  ),
  /** a stroke of the pen under way: its box as in `preview`, its points as `encodeStroke` codes them, its width in world units */
  ink: v.optional(
    v.nullable(
      v.object({
        box: v.tuple(box),
        points: v.string(),
        colour: v.string(),
        width: v.number(),
        marker: v.boolean(),
      }),
    ),
  ),
  /** what this participant sees, for those who follow: `[centre x, centre y, scale]` */
  view: v.optional(v.nullable(v.tuple([v.number(), v.number(), v.number()]))),
  /** the part of the map on their screen that no bar covers, from the centre of `view` in CSS px: `[left, top, right, bottom]` */
  screen: v.optional(v.nullable(v.tuple(box))),
})
/** A state in awareness as it is read; a field that a client does not send is absent. */
export type Presence = v.InferOutput<typeof PresenceSchema>
