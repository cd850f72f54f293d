import * as v from 'valibot'
import type * as Y from 'yjs'
import { versionKinds } from '../protocol/versions.ts'
import { boardKeys, rootsOf } from './layout.ts'

const RestoredSchema = v.object({
  /** the version that the board was brought back to: why it was kept, what its name is made with, and from when it is */
  kind: v.picklist(versionKinds),
  about: v.string(),
  at: v.string(),
  /** participant id of who did it, and when; times are ISO 8601 UTC */
  by: v.string(),
  on: v.string(),
})
/** The last time that a board was brought back to a version; it stands in the document, so that everyone hears of it, even who was away. */
export type Restored = v.InferOutput<typeof RestoredSchema>

/** When and to what the board was last brought back; undefined when it never was. */
export function readRestored(doc: Y.Doc): Restored | undefined {
  const parsed = v.safeParse(RestoredSchema, rootsOf(doc).board.get(boardKeys.restored))
  return parsed.success ? parsed.output : undefined
}
