import { sectors, type Sector } from '../../shared/protocol/http.ts'

const words: Readonly<Record<string, Sector>> = {
  ...Object.fromEntries(sectors.map((sector) => [sector, sector])),
  federal: 'public',
  state: 'public',
  county: 'public',
  city: 'public',
  national: 'public',
  local: 'public',
  charity: 'voluntary',
}

/** The sector that a word such as “State” or “County/City” stands for; undefined when it says nothing. */
export function sectorOf(cell: string): Sector | undefined {
  const found = new Set(
    cell
      .toLowerCase()
      .split(/[/,&\s]+/)
      .map((word) => words[word]),
  )
  found.delete(undefined)
  return found.size === 1 ? [...found][0] : undefined
}
