import type { ColumnUse, ImportMapping } from '../../shared/exchange/mapping.ts'
import type { TableKind } from '../../shared/exchange/meanings.ts'
import { filled } from '../../shared/words/told.ts'
import { columnsOf, guess, knownMeaning, type Column } from './guess.ts'
import type { ImportIssue } from './issue.ts'
import type { Source, Table } from './table.ts'

/** The tables that an import takes: one of each kind at most. */
export interface Chosen {
  relationships?: Table
  organisations?: Table
  notes: readonly ImportIssue[]
}

const sheetNames: Readonly<Record<TableKind, RegExp>> = {
  relationships: /relationship|connection|edge|tie|link/i,
  organisations: /organi[sz]ation|element|node|partner/i,
}

const names = (table: Table, kind: TableKind): readonly string[] =>
  table.header.flatMap((heading) => knownMeaning(kind, heading)?.as ?? [])

const suits = (table: Table, kind: TableKind): boolean => {
  const found = names(table, kind)
  return kind === 'relationships'
    ? found.includes('from') && found.includes('to')
    : found.includes('name')
}

/** Text columns in which two ends could stand. */
const texts = (table: Table): number =>
  columnsOf(table.header, table.rows).filter(({ range, values }) => !range && values.length > 0)
    .length

function find(sources: readonly Source[], kind: TableKind): Source | undefined {
  const said = sources.find((source) => source.kind === kind)
  if (said) return said
  const open = sources.filter((source) => source.kind === undefined && suits(source.table, kind))
  return open.find(({ name }) => sheetNames[kind].test(name)) ?? open[0]
}

/** Chooses the tables by their headings and names, or as `mapping` says. What is left over and not empty is noted. */
export function chooseTables(sources: readonly Source[], mapping: ImportMapping = {}): Chosen {
  let relationships = find(sources, 'relationships')
  let organisations = find(
    sources.filter((source) => source !== relationships),
    'organisations',
  )
  const [first, ...others] = sources
  // One table that nothing is known of is what the mapping says, and else what it has room for.
  if (first && others.length === 0 && first.kind === undefined) {
    const hasEnd = names(first.table, 'relationships').some((as) => as === 'from' || as === 'to')
    const isNames = mapping.relationships
      ? false
      : mapping.organisations !== undefined ||
        (!hasEnd && (organisations !== undefined || texts(first.table) < 2))
    relationships = isNames ? undefined : first
    organisations = isNames ? first : undefined
  }
  const left = sources.filter((source) => source !== relationships && source !== organisations)
  return {
    ...(relationships && { relationships: relationships.table }),
    ...(organisations && { organisations: organisations.table }),
    notes: left
      .filter(({ table }) => table.rows.length > 0)
      .map(({ name }) => filled('“{name}” is no part of the map and is left out.', { name })),
  }
}

/** What every program writes for itself: ids, kinds, and where things are drawn. */
const SAY_NOTHING = /^(id|type|[xyz])$/i

/** The uses of the columns whose headings are known; the others are left out, and said to be. */
export function knownUses(
  kind: TableKind,
  { header, rows }: Table,
): { uses: ColumnUse[]; notes: ImportIssue[] } {
  const isKnown = ({ name }: Column): boolean => knownMeaning(kind, name, header) !== undefined
  const columns = columnsOf(header, rows)
  // Without ranges no scale is guessed either: what is off the board's own scale has to be told.
  const uses = guess(
    kind,
    columns.filter(isKnown).map(({ name, values }) => ({ name, values })),
  ).filter(({ as }) => as !== 'ignored')
  const used = new Set(uses.map(({ column }) => column))
  const notes = columns
    .filter(({ name, values }) => !used.has(name) && values.length > 0 && !SAY_NOTHING.test(name))
    .map(({ name }) => ({ field: name, detail: 'The column isn’t known and is left out.' }))
  return { uses, notes }
}
