import type { Sector } from '../../shared/protocol/http.ts'
import { limits } from '../../shared/limits.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { columnOf, csvTable } from './csv-table.ts'
import { Issues, type ImportIssue } from './issue.ts'
import { looksLikeFormula, nameKey, organisationName } from './organisation-name.ts'
import { ratingColumn, readRating, type Direction, type Measure } from './rating.ts'

type Rating = number | 'unknown' | undefined

/** A pair of organisations and what each side said; a side that said nothing has no rating. */
export interface Tie {
  /** name keys */
  from: string
  to: string
  ratings: { from: Rating; to: Rating }
}

/** What a relationships file says: its organisations by name key, in the order in which they occur, and one tie a pair. */
export interface Network {
  organisations: ReadonlyMap<string, { name: string; sector?: Sector }>
  ties: readonly Tie[]
  measure: Measure
  notes: readonly ImportIssue[]
}

interface Draft {
  organisations: Map<string, { name: string; sector?: Sector }>
  ties: Map<string, Tie>
  /** directed pair → where it stands and what it says */
  rows: Map<string, { line: number; rating: Rating }>
  errors: Issues
  notes: Issues
}

function addName(draft: Draft, cell: string, line: number, field: string): string | undefined {
  const name = organisationName(cell)
  if (!name.ok) {
    draft.errors.add({ line, field, detail: name.error })
    return undefined
  }
  const key = nameKey(name.value)
  if (!draft.organisations.has(key)) {
    draft.organisations.set(key, { name: name.value })
    if (looksLikeFormula(name.value)) {
      draft.notes.add({
        line,
        field,
        detail: `“${name.value}” looks like a formula and is kept as text.`,
      })
    }
  }
  return key
}

function addTie(draft: Draft, from: string, to: string, rating: Rating, line: number): void {
  const there = `${from}\n${to}`
  const earlier = draft.rows.get(there)
  if (earlier) {
    const detail = `This pair stands in line ${earlier.line} already`
    if (earlier.rating === rating)
      draft.notes.add({ line, detail: `${detail}; the row is left out.` })
    else draft.errors.add({ line, detail: `${detail}, with another rating.` })
    return
  }
  draft.rows.set(there, { line, rating })
  const back = draft.ties.get(`${to}\n${from}`)
  if (back) back.ratings.to = rating
  else draft.ties.set(there, { from, to, ratings: { from: rating, to: undefined } })
}

/** Reads a CSV of relationships: From, To and one rating, each row what From says about To. */
export function readRelationships(
  bytes: Uint8Array,
  wish: { measure?: Measure; direction?: Direction },
): Result<Network, readonly ImportIssue[]> {
  const table = csvTable(bytes)
  if (!table.ok) return table
  const { header, rows } = table.value
  const from = columnOf(header, ['from'])
  const to = columnOf(header, ['to'])
  const missing = (field: string): ImportIssue => ({
    line: 1,
    field,
    detail: `The column “${field}” is missing.`,
  })
  if (from === undefined || to === undefined) {
    return fail([
      ...(from === undefined ? [missing('From')] : []),
      ...(to === undefined ? [missing('To')] : []),
    ])
  }
  const column = ratingColumn(header, [from, to], wish)
  if (!column.ok) return fail([{ line: 1, field: 'Rating', detail: column.error }])

  const draft: Draft = {
    organisations: new Map(),
    ties: new Map(),
    rows: new Map(),
    errors: new Issues(),
    notes: new Issues(),
  }
  for (const { line, cells } of rows) {
    const a = addName(draft, cells[from] ?? '', line, 'From')
    const b = addName(draft, cells[to] ?? '', line, 'To')
    const rating = readRating(cells[column.value.index] ?? '', column.value)
    if (!rating.ok) draft.errors.add({ line, field: column.value.name, detail: rating.error })
    if (a === undefined || b === undefined || !rating.ok) continue
    if (a === b) {
      draft.notes.add({ line, detail: 'An organisation’s tie to itself is left out.' })
      continue
    }
    if (rating.value === undefined) {
      draft.notes.add({
        line,
        field: column.value.name,
        detail: 'No rating: the tie is drawn without one.',
      })
    }
    addTie(draft, a, b, rating.value, line)
  }
  if (draft.organisations.size > limits.organisations) {
    draft.errors.add({
      detail: `The file names ${draft.organisations.size} organisations; a board holds ${limits.organisations} at most.`,
    })
  }
  if (rows.length === 0)
    draft.errors.add({ line: 1, detail: 'There are no rows below the header.' })
  if (draft.errors.some) return fail(draft.errors.list())
  return ok({
    organisations: draft.organisations,
    ties: [...draft.ties.values()],
    measure: column.value.measure,
    notes: draft.notes.list(),
  })
}
