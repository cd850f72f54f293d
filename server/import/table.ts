import { MOST_COLUMNS } from '../../shared/exchange/mapping.ts'
import type { TableKind } from '../../shared/exchange/meanings.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { filled } from '../../shared/words/told.ts'
import type { ImportIssue } from './issue.ts'

/** One row below the header. */
export interface Row {
  /** where it ends in the file, counted from 1 */
  line?: number
  /** its place in a file that has no lines for people, such as `connections[3]` */
  path?: string
  cells: readonly string[]
}

/** A table with its header, the cells trimmed. */
export interface Table {
  header: readonly string[]
  rows: readonly Row[]
}

/** A table of a file, with its name there. */
export interface Source {
  name: string
  /** what its rows stand for, where the format says so */
  kind?: TableKind
  table: Table
}

/** What a file holds, and what of it can't be taken. */
export interface Sources {
  tables: readonly Source[]
  notes: readonly ImportIssue[]
}

/** The most rows that are read of one table, the header aside. */
export const MOST_ROWS = 50_000

/** Why a table of more than `MOST_ROWS` rows isn't read. */
export const tooManyRows = (): ImportIssue =>
  filled('There are more than {n} rows.', { n: MOST_ROWS })

/** That a column is needed and isn't there. */
export const missingColumn = (field: string): ImportIssue => ({
  line: 1,
  field,
  ...filled('The column “{column}” is missing.', { column: field }),
})

/** Where in the file a cell stands. */
export function placeOf(row: Row, column?: string): Pick<ImportIssue, 'line' | 'field'> {
  const { line, path } = row
  const field = path === undefined ? column : column === undefined ? path : `${path}.${column}`
  return { ...(line !== undefined && { line }), ...(field !== undefined && { field }) }
}

/** The header with a name for every column, none twice. */
export function namedColumns(header: readonly string[]): string[] {
  const taken = new Set<string>()
  return header.map((cell, i) => {
    const name = cell === '' ? `Column ${i + 1}` : cell
    let unique = name
    for (let n = 2; taken.has(unique); n++) unique = `${name} (${n})`
    taken.add(unique)
    return unique
  })
}

/** Why a table with too many columns isn't read; undefined for one that is. */
export const tooWide = (columns: number): ImportIssue | undefined =>
  columns > MOST_COLUMNS
    ? {
        line: 1,
        ...filled('There are {n} columns; {most} at most are read.', {
          n: columns,
          most: MOST_COLUMNS,
        }),
      }
    : undefined

/** Rows of named values as a table; columns stand in the order in which they first occur, after `first`. Fails when they are too many. */
export function tableOf(
  first: readonly string[],
  rows: readonly { line?: number; path?: string; values: ReadonlyMap<string, string> }[],
): Result<Table, readonly ImportIssue[]> {
  const header = [...new Set([...first, ...rows.flatMap(({ values }) => [...values.keys()])])]
  const wide = tooWide(header.length)
  if (wide) return fail([wide])
  return ok({
    header,
    rows: rows.map(({ values, ...place }) => ({
      ...place,
      cells: header.map((name) => values.get(name) ?? ''),
    })),
  })
}
