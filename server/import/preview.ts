import {
  type ColumnUse,
  type Encoding,
  type ImportPreview,
  type PreviewTable,
} from '../../shared/exchange/mapping.ts'
import type { TableKind } from '../../shared/exchange/meanings.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { chooseTables } from './choose-tables.ts'
import { columnsOf, guess, knownMeaning } from './guess.ts'
import type { ImportFile } from './import.ts'
import type { ImportIssue } from './issue.ts'
import { decoded, markedEncoding } from './read-text.ts'
import { readSources } from './read-sources.ts'
import { formatOf } from './sniff.ts'
import { missingColumn, type Source, type Table } from './table.ts'

const FIRST = 4
const SAMPLES = 3
const LONGEST = 60

const short = (cell: string): string =>
  cell.length <= LONGEST ? cell : `${cell.slice(0, LONGEST)}…`

const isYears = ([low, high]: readonly [number, number]): boolean => low >= 1900 && high <= 2100

function previewTable(kind: TableKind, { header, rows }: Table): PreviewTable {
  const columns = columnsOf(header, rows)
  const guesses = {
    relationships: guess('relationships', columns),
    organisations: guess('organisations', columns),
  }
  return {
    kind,
    rows: rows.length,
    columns: columns.map(({ name, values, range }, i) => {
      const ignored = { column: name, as: 'ignored' }
      const guessed = {
        relationships: guesses.relationships[i] ?? ignored,
        organisations: guesses.organisations[i] ?? ignored,
      }
      return {
        column: name,
        samples: [...new Set(values)].slice(0, SAMPLES).map(short),
        ...(range && { low: range[0], high: range[1] }),
        guess: guessed,
        unsure:
          kind === 'relationships' &&
          range !== undefined &&
          !isYears(range) &&
          guessed.relationships.as === 'ignored',
      }
    }),
    first: rows.slice(0, FIRST).map(({ cells }) => header.map((_, i) => short(cells[i] ?? ''))),
  }
}

/** Whether the headings alone say everything: nothing was guessed from values, no number is left over. */
const isClear = ({ kind, columns }: PreviewTable): boolean => {
  const uses = columns.map(({ guess: guessed }) => guessed[kind])
  const names = columns.map(({ column }) => column)
  const isKnown = ({ column, as }: ColumnUse): boolean =>
    as === 'ignored' || knownMeaning(kind, column, names)?.as === as
  const has = (as: string, heading: string): boolean =>
    uses.some((use) => use.as === as && use.column.toLowerCase() === heading)
  const named = kind === 'organisations' || (has('from', 'from') && has('to', 'to'))
  const isSure = columns.every(({ unsure }) => !unsure)
  return named && isSure && uses.every((use) => isKnown(use) && use.low === undefined)
}

/** What a table has no column for, not even one that could be meant. */
function missingIn({ kind, columns }: PreviewTable): ImportIssue[] {
  const needed = kind === 'relationships' ? (['From', 'To'] as const) : (['Label'] as const)
  const found = new Set(columns.map(({ guess: guessed }) => guessed[kind].as))
  return needed
    .filter((label) => !found.has(label === 'Label' ? 'name' : label.toLowerCase()))
    .map(missingColumn)
}

/** What the files hold and how they would be understood; nothing is imported. */
export function previewFile({
  format,
  bytes,
  options,
}: Pick<ImportFile, 'format' | 'bytes' | 'options'>): Result<
  ImportPreview,
  readonly ImportIssue[]
> {
  const actual = format === 'auto' ? formatOf(bytes) : format
  if (actual === 'json') return ok({ format: actual, encoding: 'utf-8', tables: [], clear: true })
  const isText = actual === 'csv' || actual === 'list'
  // Spreadsheets on Windows write their own encoding, in which every file is a text: whoever looks at it has to judge.
  const isOther = isText && !markedEncoding(bytes) && decoded(bytes, 'utf-8') === undefined
  const encoding: Encoding = options.encoding ?? (isOther ? 'windows-1252' : 'utf-8')
  const sources: Source[] = []
  for (const file of [bytes, ...(options.more ?? [])]) {
    const own = file === bytes ? actual : formatOf(file)
    if (own === 'json') return fail([{ detail: 'A Rapport file is imported by itself.' }])
    const read = readSources(own, file, encoding)
    if (!read.ok) return read
    sources.push(...read.value.tables)
  }
  const { relationships, organisations } = chooseTables(sources, options.mapping)
  const tables = [
    ...(relationships ? [previewTable('relationships', relationships)] : []),
    ...(organisations ? [previewTable('organisations', organisations)] : []),
  ]
  const missing = tables.flatMap(missingIn)
  if (missing.length > 0) return fail(missing)
  const clear = tables.every(isClear) && encoding === 'utf-8'
  return ok({ format: actual, encoding, tables, clear })
}
