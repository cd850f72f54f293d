import { endsOf } from '../draw/tie-settings.ts'
import { readAs } from '../objects/define.ts'
import { movement } from '../objects/movement.ts'
import { reach } from '../objects/reach.ts'
import { whoAnswered, type Figure } from './figure.ts'
import { sidesOf, type MapSource } from './source.ts'

/** How many movements of people there are at each level. */
export interface MovementTable {
  front: number
  middle: number
  top: number
  unsaid: number
  total: number
  /** true: those whose level is known move at the top alone */
  onlyTop: boolean
}

/** Movement of people between organisations by level. */
export function movementsOf({ all, object }: MapSource): MovementTable {
  const counts = { front: 0, middle: 0, top: 0, unsaid: 0 }
  for (const one of all) {
    const ends = one.type === movement.type ? endsOf(one) : undefined
    if (!ends || ends.some((id) => !object(id))) continue
    counts[readAs(movement, one).values.rank] += 1
  }
  const { front, middle, top, unsaid } = counts
  return {
    ...counts,
    total: front + middle + top + unsaid,
    onlyTop: top > 0 && front + middle === 0,
  }
}

/** How many ties a team of an organisation holds, or, rolled up, the whole organisation. */
export interface TeamTies {
  organisation: string
  /** as written; empty: no team was named, or all are rolled up */
  team: string
  ties: number
}

/** Ties by team or, with `rolledUp`, by organisation, from the same data; the most first. */
export function tiesByTeam(source: MapSource, rolledUp: boolean): TeamTies[] {
  const held = new Map<string, TeamTies & { seen: Set<string> }>()
  for (const { by, tie, says } of sidesOf(source)) {
    const team = rolledUp ? '' : says.team.trim()
    const key = `${by}\n${team.toLowerCase()}`
    const known = held.get(key) ?? { organisation: by, team, ties: 0, seen: new Set() }
    known.seen.add(tie.id)
    held.set(key, { ...known, ties: known.seen.size })
  }
  return [...held.values()]
    .map(({ organisation, team, ties }) => ({ organisation, team, ties }))
    .sort(
      (a, b) =>
        b.ties - a.ties ||
        (a.organisation < b.organisation ? -1 : a.organisation > b.organisation ? 1 : 0) ||
        (a.team < b.team ? -1 : 1),
    )
}

/** For each objective the people and places that it reaches. */
export function reachOf({ all, object }: MapSource): Map<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const one of all) if (one.type === 'objective') found.set(one.id, [])
  for (const one of all) {
    const ends = one.type === reach.type ? endsOf(one) : undefined
    if (ends && object(ends[1])?.type === 'people') found.get(ends[0])?.push(ends[1])
  }
  return found
}

/** How many objectives reach somebody at the sharp end. */
export function reachFigure(source: MapSource): Figure {
  const reached = [...reachOf(source).values()]
  const count = reached.filter((who) => who.length > 0).length
  return {
    value: reached.length > 0 ? count : undefined,
    unit: 'count',
    count,
    of: reached.length,
    formula: 'Objectives with a line to at least one card of people or places at the sharp end.',
    ...whoAnswered([]),
  }
}
