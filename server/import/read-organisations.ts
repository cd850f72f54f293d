import type { ColumnUse } from '../../shared/exchange/mapping.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { filled } from '../../shared/words/told.ts'
import { fieldValue, unknownAs } from './cell.ts'
import type { ImportIssue } from './issue.ts'
import type { NetworkDraft } from './network-draft.ts'
import { nameKey } from '../../shared/text/line.ts'
import { boundColumns } from './read-relationships.ts'
import { placeOf, type Table } from './table.ts'

/** Reads a table of organisations into `draft`; returns the keys of those that it names. */
export function readOrganisations(
  { header, rows }: Table,
  uses: readonly ColumnUse[],
  draft: NetworkDraft,
): Result<ReadonlySet<string>, readonly ImportIssue[]> {
  const columns = boundColumns('organisations', header, uses)
  if (!columns.ok) return columns
  const named = columns.value.find(({ meaning }) => meaning.as === 'name')
  if (!named) {
    return fail([{ line: 1, field: 'Label', detail: 'The column “Label” is missing.' }])
  }
  const found = new Set<string>()
  for (const row of rows) {
    const cell = row.cells[named.index] ?? ''
    const key = draft.name(cell, row, named.use.column)
    if (key === undefined) continue
    if (found.has(key)) {
      const why = filled('“{name}” stands there already; both rows are one organisation.', {
        name: cell,
      })
      draft.notes.add({ ...placeOf(row, named.use.column), ...why })
    }
    found.add(key)
    const fields = draft.organisations.get(nameKey(cell))?.fields ?? {}
    for (const { index, use, meaning } of columns.value) {
      const text = row.cells[index] ?? ''
      if (meaning.part === 'key' || text === '' || fields[meaning.as] !== undefined) continue
      const value = fieldValue(text, meaning, use)
      if (!value.ok) draft.errors.add({ ...placeOf(row, use.column), ...value.error })
      else if (value.value === undefined) {
        draft.notes.add({ ...placeOf(row, use.column), ...unknownAs(text, meaning) })
      } else fields[meaning.as] = value.value
    }
    // Who pays is not who one is: a charity that is paid for privately counts as private until somebody says otherwise.
    const paid = columns.value.some(({ use }) => use.column.toLowerCase() === 'sponsorship')
    if (paid && fields['sector'] === 'private') {
      const name = draft.organisations.get(key)?.name ?? cell
      const why = filled(
        '“{name}” has private sponsorship, so its sector is private: change it if it is a charity.',
        { name },
      )
      draft.notes.add({ field: 'Sponsorship', ...why })
    }
  }
  return ok(found)
}
