import { Imported } from '../../shared/exchange/imported.ts'
import {
  ImportPreview,
  type Encoding,
  type ImportFormat,
  type ImportMapping,
} from '../../shared/exchange/mapping.ts'
import { call, type Answer } from './api.ts'

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
