import { exportFormats } from '../../shared/exchange/export-formats.ts'
import * as v from 'valibot'
import { languages } from '../../shared/protocol/http.ts'
import { pictureBackgrounds } from '../export/exporter.ts'

/** More ids than this make an address that proxies refuse. */
const MOST_OBJECTS = 200

/** Query of `GET /api/boards/:id/export`. */
export const ExportQuery = v.object({
  format: v.picklist(exportFormats, `“format” must be one of ${exportFormats.join(', ')}.`),
  frame: v.optional(v.string('“frame” must be the id of one frame.')),
  table: v.optional(v.string('“table” must be the name of one register.')),
  objects: v.optional(
    v.pipe(
      v.string('“objects” must be ids with commas between them.'),
      v.transform((list) => list.split(',').filter((id) => id !== '')),
      v.minLength(1, '“objects” must be ids with commas between them.'),
      v.maxLength(MOST_OBJECTS, `“objects” must be at most ${MOST_OBJECTS} ids.`),
    ),
  ),
  scale: v.optional(
    v.pipe(
      v.string(),
      v.toNumber('“scale” must be a number from 0.1 to 8.'),
      v.minValue(0.1, '“scale” must be a number from 0.1 to 8.'),
      v.maxValue(8, '“scale” must be a number from 0.1 to 8.'),
    ),
  ),
  background: v.optional(
    v.picklist(pictureBackgrounds, `“background” must be one of ${pictureBackgrounds.join(', ')}.`),
  ),
  language: v.optional(v.picklist(languages, `“language” must be one of ${languages.join(', ')}.`)),
  since: v.optional(v.string('“since” must be the id of one version, or “none”.')),
  version: v.optional(v.string('“version” must be the id of one version.')),
})
