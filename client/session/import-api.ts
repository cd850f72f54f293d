import * as v from 'valibot'
import {
  ImportPreview,
  type Encoding,
  type ImportFormat,
  type ImportMapping,
} from '../../shared/exchange/mapping.ts'
import { call, type Answer } from './api.ts'

const Imported = v.object({
  organisations: v.number(),
  relationships: v.number(),
  readings: v.number(),
  objects: v.number(),
  notes: v.array(
    v.object({
      line: v.optional(v.number()),
      field: v.optional(v.string()),
      detail: v.string(),
    }),
  ),
})
/** What an import put on the board, and what it left out and why. */
export type Imported = v.InferOutput<typeof Imported>

/** The files of one import, and how they are to be understood. */
export interface ImportFiles {
  format: ImportFormat
  files: readonly Blob[]
  encoding?: Encoding
  mapping?: ImportMapping
}

function bodyOf({ files, mapping }: ImportFiles): FormData {
  const form = new FormData()
  for (const file of files) form.append('file', file)
  if (mapping) form.append('mapping', JSON.stringify(mapping))
  return form
}

const path = (board: string, verb: string, { format, encoding }: ImportFiles): string =>
  `api/boards/${encodeURIComponent(board)}/${verb}?format=${format}${encoding ? `&encoding=${encoding}` : ''}`

/** What files hold and how they would be understood; nothing is imported. */
export const previewFiles = (
  board: string,
  token: string,
  files: ImportFiles,
): Promise<Answer<ImportPreview>> =>
  call(
    path(board, 'import/preview', files),
    { method: 'POST', token, file: bodyOf(files) },
    ImportPreview,
  )

/** Puts the content of files on the board; nothing of it when any of it is wrong. */
export const importFiles = (
  board: string,
  token: string,
  files: ImportFiles,
): Promise<Answer<Imported>> =>
  call(path(board, 'import', files), { method: 'POST', token, file: bodyOf(files) }, Imported)
