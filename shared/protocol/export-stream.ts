import * as v from 'valibot'
import { Problem } from './http.ts'

/** The media type of an export that tells how far it is: lines of JSON, then the file as it is. */
export const exportStreamType = 'application/vnd.rapport.export-stream'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** How far a file is. `of` parts have to be written, of which `done` are; without them the step can’t be counted. */
export const ExportProgress = v.object({
  step: v.picklist(['waiting', 'reading', 'composing', 'writing', 'packing']),
  done: v.optional(count),
  of: v.optional(count),
})
export type ExportProgress = v.InferOutput<typeof ExportProgress>

/** One line of an export that tells how far it is. After `file` come its bytes, `length` of them, and nothing else; after `problem` nothing. */
export const ExportLine = v.union([
  v.object({ progress: ExportProgress }),
  v.object({ file: v.object({ type: v.string(), name: v.string(), length: count }) }),
  v.object({ problem: Problem }),
])
export type ExportLine = v.InferOutput<typeof ExportLine>
