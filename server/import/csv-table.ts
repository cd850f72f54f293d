import { CsvError, parse } from 'csv-parse/sync'
import type { Encoding } from '../../shared/exchange/mapping.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Told } from '../../shared/protocol/told.ts'
import { filled } from '../../shared/words/told.ts'
import type { ImportIssue } from './issue.ts'
import { readText } from './read-text.ts'
import { MOST_ROWS, tooManyRows } from './table.ts'

/** One row below the header; `line` is where it ends in the file. */
export interface CsvRow {
  line: number
  cells: readonly string[]
}

/** A CSV file with its header, the cells trimmed; rows without any content are left out. */
export interface CsvTable {
  header: readonly string[]
  rows: readonly CsvRow[]
}

/** Characters in one row. */
const LONGEST_ROW = 100_000

/** The separator that occurs most in the first line, quoted parts aside. */
function delimiterOf(text: string): string {
  const first = /^[^\r\n]*/.exec(text)?.[0].replace(/"[^"]*"/g, '') ?? ''
  const counts = [',', ';', '\t'].map((d) => [d, first.split(d).length] as const)
  return counts.reduce((best, next) => (next[1] > best[1] ? next : best))[0]
}

const messages: Readonly<Record<string, Told>> = {
  CSV_QUOTE_NOT_CLOSED: { detail: 'A quotation mark is opened here and never closed.' },
  CSV_MAX_RECORD_SIZE: filled('A row is longer than {n} characters; is a quotation mark missing?', {
    n: LONGEST_ROW,
  }),
}

interface Parsed {
  record: string[]
  info: { lines: number }
}

/** Reads comma, semicolon or tab separated text; fails with the line where it can't be read. */
export function csvTable(
  bytes: Uint8Array,
  encoding?: Encoding,
): Result<CsvTable, readonly ImportIssue[]> {
  const text = readText(bytes, encoding)
  if (!text.ok) return text
  let parsed: Parsed[]
  try {
    parsed = parse(text.value, {
      delimiter: delimiterOf(text.value),
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: LONGEST_ROW,
      to: MOST_ROWS + 2,
      trim: true,
    }) as unknown as Parsed[]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const { lines } = error as CsvError & { lines?: unknown }
    return fail([
      {
        ...(typeof lines === 'number' && { line: lines }),
        ...(messages[error.code] ?? { detail: 'The row can’t be read as CSV.' }),
      },
    ])
  }
  const [header, ...rows] = parsed
  if (!header) return fail([{ detail: 'The file is empty.' }])
  if (rows.length > MOST_ROWS) {
    return fail([tooManyRows()])
  }
  return ok({
    header: header.record,
    rows: rows
      .filter(({ record }) => record.some((cell) => cell !== ''))
      .map(({ record, info }) => ({ line: info.lines, cells: record })),
  })
}

/** The index of the first column with one of these names, whatever their case. */
export function columnOf(header: readonly string[], names: readonly string[]): number | undefined {
  const index = header.findIndex((cell) => names.includes(cell.toLowerCase()))
  return index < 0 ? undefined : index
}
