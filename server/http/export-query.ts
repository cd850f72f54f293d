import * as v from 'valibot'
import { exportFormats } from '../export/exporter.ts'

/** Query of `GET /api/boards/:id/export`. */
export const ExportQuery = v.object({
  format: v.picklist(exportFormats, `“format” must be one of ${exportFormats.join(', ')}.`),
  frame: v.optional(v.string('“frame” must be the id of one frame.')),
  table: v.optional(v.string('“table” must be the name of one register.')),
  version: v.optional(v.string('“version” must be the id of one version.')),
})
