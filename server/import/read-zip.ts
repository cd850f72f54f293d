import { fail, ok, type Result } from '../../shared/result.ts'
import { filled } from '../../shared/words/told.ts'
import type { ImportIssue } from './issue.ts'
import { readXlsx } from './read-xlsx.ts'
import type { Source, Sources } from './table.ts'
import { unzip } from './unzip.ts'

/** Whether a file begins as a ZIP archive does. */
export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

/** More files than this are no one map. */
const MOST_FILES = 40

const isCsv = (name: string): boolean => /^[^/]+\.csv$/i.test(name)

/** The tables of an archive: of the CSV files in it, each read by `readCsv` and named like its file, or of an Excel workbook. */
export function readZip(
  bytes: Uint8Array,
  readCsv: (file: Uint8Array) => Result<Sources, readonly ImportIssue[]>,
): Result<Sources, readonly ImportIssue[]> {
  const files = unzip(bytes, isCsv)
  if (!files.ok) return files
  if (files.value.size === 0) return readXlsx(bytes)
  if (files.value.size > MOST_FILES)
    return fail([filled('There are more than {n} files in it.', { n: MOST_FILES })])
  const tables: Source[] = []
  for (const [name, file] of files.value) {
    const read = readCsv(file)
    if (!read.ok) return fail(read.error.map((issue) => ({ field: name, ...issue })))
    tables.push(...read.value.tables.map((source) => ({ ...source, name: name.slice(0, -4) })))
  }
  return ok({ tables, notes: [] })
}
