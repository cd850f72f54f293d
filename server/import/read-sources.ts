import type { Encoding, ImportFormat } from '../../shared/exchange/mapping.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { csvTable } from './csv-table.ts'
import type { ImportIssue } from './issue.ts'
import { readGexf } from './read-gexf.ts'
import { readGraphml } from './read-graphml.ts'
import { readKumu } from './read-kumu.ts'
import { readList } from './read-list.ts'
import { isZip, readZip } from './read-zip.ts'
import { namedColumns, tooWide, type Sources } from './table.ts'

/** The formats of maps whose content is tables: all but Rapport’s own. */
export type TableFormat = Exclude<ImportFormat, 'auto' | 'json'>

/** What a spreadsheet puts before a text that would be a formula; Rapport’s own CSV has it too. */
const unquoted = (cell: string): string => cell.replace(/^'(?=[=+\-@])/, '')

function readCsv(bytes: Uint8Array, encoding?: Encoding): Result<Sources, readonly ImportIssue[]> {
  const table = csvTable(bytes, encoding)
  if (!table.ok) return table
  const { header, rows } = table.value
  const cleaned = rows.map((row) => ({ ...row, cells: row.cells.map(unquoted) }))
  return ok({ tables: [{ name: 'csv', table: { header, rows: cleaned } }], notes: [] })
}

function readAny(
  format: TableFormat,
  bytes: Uint8Array,
  encoding?: Encoding,
): Result<Sources, readonly ImportIssue[]> {
  const zipped = () => readZip(bytes, (file) => readCsv(file, encoding))
  switch (format) {
    case 'csv':
      return isZip(bytes) ? zipped() : readCsv(bytes, encoding)
    case 'list':
      return readList(bytes, encoding)
    case 'xlsx':
      return zipped()
    case 'kumu':
      return readKumu(bytes)
    case 'graphml':
      return readGraphml(bytes)
    case 'gexf':
      return readGexf(bytes)
  }
}

/** The tables of a file, every column with a name of its own. */
export function readSources(
  format: TableFormat,
  bytes: Uint8Array,
  encoding?: Encoding,
): Result<Sources, readonly ImportIssue[]> {
  const read = readAny(format, bytes, encoding)
  if (!read.ok) return read
  const { tables, notes } = read.value
  const wide = tables.map(({ table }) => tooWide(table.header.length)).find(Boolean)
  if (wide) return fail([wide])
  const named = tables.map(({ table, ...source }) => ({
    ...source,
    table: { header: namedColumns(table.header), rows: table.rows },
  }))
  return ok({ tables: named, notes })
}
