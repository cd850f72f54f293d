import type { End } from '../../shared/board/readings.ts'
import type { ColumnUse } from '../../shared/exchange/mapping.ts'
import { isOneSided, meaningOf, type Meaning } from '../../shared/exchange/meanings.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Told } from '../../shared/protocol/told.ts'
import { filled } from '../../shared/words/told.ts'
import { fieldValue, momentIn, saysUnknown, stepIn, unknownAs } from './cell.ts'
import type { ImportIssue } from './issue.ts'
import type { NetworkDraft, Said } from './network-draft.ts'
import { missingColumn, placeOf, type Row, type Table } from './table.ts'

interface Bound {
  index: number
  use: ColumnUse
  meaning: Meaning
}

/** How strictly a table is read. */
export interface Reading {
  now: string
  /** ratings have to be whole steps, as in a file that names its one rating */
  whole: boolean
}

/** The columns that a mapping uses; fails when one isn't there, or when one thing is told by two. */
export function boundColumns(
  kind: 'relationships' | 'organisations',
  header: readonly string[],
  uses: readonly ColumnUse[],
): Result<Bound[], readonly ImportIssue[]> {
  const bound: Bound[] = []
  const errors: ImportIssue[] = []
  const taken = new Map<string, string>()
  for (const use of uses) {
    const meaning = meaningOf(kind, use.as)
    if (!meaning) continue
    const index = header.indexOf(use.column)
    if (index < 0) {
      const why = filled('There is no column “{column}”.', { column: use.column })
      errors.push({ line: 1, field: use.column, ...why })
      continue
    }
    const both = use.says === 'both' ? ['from', 'to'] : [use.says ?? 'from']
    for (const says of isOneSided(meaning) ? both : ['']) {
      const key = `${meaning.as} ${says}`
      const earlier = taken.get(key)
      if (earlier !== undefined) {
        const why = filled('“{one}” and “{other}” can’t both be “{meaning}”.', {
          one: earlier,
          other: use.column,
          meaning: { detail: meaning.label },
        })
        errors.push({ line: 1, field: use.column, ...why })
      }
      taken.set(key, use.column)
    }
    bound.push({ index, use, meaning })
  }
  return errors.length > 0 ? fail(errors) : ok(bound)
}

function trustSaid(
  cell: string,
  { use, meaning }: Bound,
  { now, whole }: Reading,
): Result<readonly Omit<Said, 'end'>[], Told> {
  const { as, scale } = meaning
  if (as === 'answered') {
    const moment = momentIn(cell, now)
    return moment.ok ? ok([{ part: 'at', key: 'at', value: moment.value }]) : moment
  }
  if (as === 'unknown') {
    const labels = cell.split('|').map((label) => label.trim().toLowerCase())
    const meant = ['trust', 'reliability', 'purpose', 'openness'].filter((key) =>
      labels.includes(meaningOf('relationships', key)?.label.toLowerCase() ?? ''),
    )
    return ok(meant.map((key) => ({ part: 'trust', key: keyOf(key), value: 'unknown' })))
  }
  if (saysUnknown(cell)) return ok([{ part: 'trust', key: keyOf(as), value: 'unknown' }])
  const step = whole ? wholeStep(cell, meaning, use) : stepIn(cell, scale ?? [1, 4], use)
  return step.ok ? ok([{ part: 'trust', key: keyOf(as), value: step.value }]) : step
}

const keyOf = (as: string): string => (as === 'trust' ? 'overall' : as)

/** A rating on the board's own scale, nothing between its steps. */
function wholeStep(cell: string, { scale }: Meaning, use: ColumnUse): Result<number, Told> {
  const [low, high] = scale ?? [1, 4]
  const value = /^\d(\.0+)?$/.test(cell) ? Number(cell) : Number.NaN
  if (!(value >= low && value <= high)) {
    const text = cell.slice(0, 40)
    return fail(filled('“{text}” is not a whole number from {low} to {high}.', { text, low, high }))
  }
  return ok(use.closer === 'lower' ? low + high - value : value)
}

function saidIn(
  cell: string,
  column: Bound,
  reading: Reading,
): Result<readonly Omit<Said, 'end'>[], Told> {
  const { meaning, use } = column
  if (meaning.part === 'trust') return trustSaid(cell, column, reading)
  const value =
    meaning.scale && reading.whole ? wholeStep(cell, meaning, use) : fieldValue(cell, meaning, use)
  if (!value.ok) return value
  return ok(
    value.value === undefined ? [] : [{ part: 'field', key: meaning.as, value: value.value }],
  )
}

/** Whose answer a cell is: a row without a direction speaks for both. */
const speakers = (use: ColumnUse, mutual: boolean): readonly End[] => {
  const { says = 'from' } = use
  return says === 'both' || mutual ? ['from', 'to'] : [says]
}

/** The heading of an end’s column as people know it: “From” where it is written “from”. */
const headingOf = (column: Bound | undefined, label: string): string => {
  const own = column?.use.column ?? label
  return own.toLowerCase() === label.toLowerCase() ? label : own
}

function readRow(row: Row, columns: readonly Bound[], draft: NetworkDraft, reading: Reading): void {
  const at = (as: string) => columns.find(({ meaning }) => meaning.as === as)
  const cellOf = (column: Bound | undefined): string =>
    column === undefined ? '' : (row.cells[column.index] ?? '')
  const [from, to] = [at('from'), at('to')]
  const a = draft.name(cellOf(from), row, headingOf(from, 'From'))
  const b = draft.name(cellOf(to), row, headingOf(to, 'To'))
  const mutual = /^(undirected|mutual|both)$/i.test(cellOf(at('direction')))
  const said: Said[] = []
  const fields: [string, unknown][] = []
  const ratings = columns.filter(({ meaning }) => isOneSided(meaning))
  let sound = true
  for (const column of columns) {
    const { meaning, use } = column
    const cell = cellOf(column)
    if (meaning.part === 'key' || cell === '') continue
    const value = saidIn(cell, column, reading)
    if (!value.ok) {
      draft.errors.add({ ...placeOf(row, use.column), ...value.error })
      sound = false
    } else if (meaning.part === 'whole') {
      for (const { key, value: one } of value.value) fields.push([key, one])
    } else if (value.value.length === 0 && meaning.as !== 'unknown') {
      draft.notes.add({ ...placeOf(row, use.column), ...unknownAs(cell, meaning) })
    } else {
      for (const end of speakers(use, mutual))
        said.push(...value.value.map((one) => ({ ...one, end })))
    }
  }
  if (a === undefined || b === undefined || !sound) return
  if (a === b) {
    draft.notes.add({ ...placeOf(row), detail: 'An organisation’s tie to itself is left out.' })
    return
  }
  const [only] = ratings
  if (only && ratings.length === 1 && cellOf(only) === '') {
    const detail = 'No rating: the tie is drawn without one.'
    draft.notes.add({ ...placeOf(row, only.use.column), detail })
  }
  const tie = draft.tie(a, b, cellOf(at('tie')), said, row)
  if (tie) for (const [key, value] of fields) tie.fields[key] ??= value
}

/** Reads a table of relationships into `draft`, each row what one organisation says of another, or both. */
export function readRelationships(
  { header, rows }: Table,
  uses: readonly ColumnUse[],
  draft: NetworkDraft,
  reading: Reading,
): Result<void, readonly ImportIssue[]> {
  const columns = boundColumns('relationships', header, uses)
  if (!columns.ok) return columns
  const missing = (['From', 'To'] as const).filter((label) =>
    columns.value.every(({ meaning }) => meaning.label !== label),
  )
  if (missing.length > 0) {
    return fail(missing.map(missingColumn))
  }
  for (const row of rows) readRow(row, columns.value, draft, reading)
  return ok(undefined)
}
