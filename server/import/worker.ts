import { assert } from '../../shared/assert.ts'
import { keepOrder } from '../../shared/board/keep-order.ts'
import { ok, type Result } from '../../shared/result.ts'
import { editDocument } from '../edit-document.ts'
import { importFile, type ImportIssue } from './import.ts'
import type { ImportJob, Imported } from './importer.ts'
import { previewFile } from './preview.ts'

keepOrder()

/** Works out the edit that puts a file on a board; nothing is written anywhere. */
export function work({ file, parts, client }: ImportJob): Result<Imported, readonly ImportIssue[]> {
  const read = importFile(file)
  if (!read.ok) return read
  let applied: ReturnType<typeof read.value.apply> | undefined
  const update = editDocument(parts, client, (doc) => {
    applied = read.value.apply(doc, 'import')
  })
  assert(applied, 'the file was put on the document')
  if (!applied.ok) return applied
  return ok({ summary: applied.value, update, images: read.value.images ?? new Map() })
}

/** See `previewFile`. */
export const preview = previewFile
