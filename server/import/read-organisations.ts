import type { Sector } from '../../shared/protocol/http.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { columnOf, csvTable } from './csv-table.ts'
import { Issues, type ImportIssue } from './issue.ts'
import { nameKey, organisationName } from './organisation-name.ts'

const words: Readonly<Record<string, Sector>> = {
  public: 'public',
  federal: 'public',
  state: 'public',
  county: 'public',
  city: 'public',
  national: 'public',
  local: 'public',
  private: 'private',
  voluntary: 'voluntary',
  charity: 'voluntary',
  community: 'community',
  other: 'other',
}

/** The sector that a word such as “State” or “County/City” stands for; undefined when it says nothing. */
const sectorOf = (cell: string): Sector | undefined => {
  const found = new Set(
    cell
      .toLowerCase()
      .split(/[/,&\s]+/)
      .map((word) => words[word]),
  )
  found.delete(undefined)
  return found.size === 1 ? [...found][0] : undefined
}

/** Who pays is not who one is: a charity that is paid for privately counts as private until somebody says otherwise. */
function sponsored(
  column: string | undefined,
  organisations: readonly { name: string; sector: Sector | undefined }[],
): ImportIssue[] {
  if (column?.toLowerCase() !== 'sponsorship') return []
  return organisations
    .filter(({ sector }) => sector === 'private')
    .map(({ name }) => ({
      field: column,
      detail: `“${name}” has private sponsorship, so its sector is private: change it if it is a charity.`,
    }))
}

/** A list of organisations by name key, and what a person should know about how it was understood. */
export interface OrganisationList {
  organisations: ReadonlyMap<string, { name: string; sector: Sector | undefined }>
  notes: readonly ImportIssue[]
}

/** Reads a CSV of organisations (Label or Name, and Sector or Sponsorship): the sector of each, by name key. */
export function readOrganisations(
  bytes: Uint8Array,
): Result<OrganisationList, readonly ImportIssue[]> {
  const table = csvTable(bytes)
  if (!table.ok) return table
  const { header, rows } = table.value
  const label = columnOf(header, ['label', 'name', 'organisation'])
  if (label === undefined) {
    return fail([{ line: 1, field: 'Label', detail: 'The column “Label” is missing.' }])
  }
  const sector = columnOf(header, ['sector', 'sponsorship'])
  const errors = new Issues()
  const found = new Map<string, { name: string; sector: Sector | undefined }>()
  for (const { line, cells } of rows) {
    const name = organisationName(cells[label] ?? '')
    if (!name.ok) errors.add({ line, field: 'Label', detail: name.error })
    else {
      found.set(nameKey(name.value), {
        name: name.value,
        sector: sector === undefined ? undefined : sectorOf(cells[sector] ?? ''),
      })
    }
  }
  if (errors.some) return fail(errors.list())
  return ok({ organisations: found, notes: sponsored(header[sector ?? -1], [...found.values()]) })
}
