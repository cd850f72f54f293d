import type { BoardObject } from '../board/object.ts'
import { ALONE, type Crowd, type TieSetting } from './tie-course.ts'

const crowdOf = (ties: number): Crowd => (ties > 11 ? 'dense' : ties > 5 ? 'busy' : 'roomy')

/** The two objects that a link joins; undefined for whatever is no link, or not a whole one. */
export function endsOf(object: BoardObject): readonly [from: string, to: string] | undefined {
  const { from, to } = object.fields
  return typeof from === 'string' && typeof to === 'string' && from !== to ? [from, to] : undefined
}

/** Looks up each tie's setting among all of `objects`: its place among parallel ones and how crowded its ends are; of a connector its place alone. */
export function tieSettings(objects: Iterable<BoardObject>): (relationship: string) => TieSetting {
  const pairs = new Map<string, string[]>()
  const neighbours = new Map<string, Set<string>>()
  const ties: { id: string; pair: string; from: string; to: string }[] = []
  const meet = (a: string, b: string): void => {
    const known = neighbours.get(a)
    if (known) known.add(b)
    else neighbours.set(a, new Set([b]))
  }
  for (const object of objects) {
    const { type } = object
    const ends = type === 'relationship' || type === 'connector' ? endsOf(object) : undefined
    if (!ends) continue
    const [from, to] = ends
    const pair = from < to ? `${type} ${from} ${to}` : `${type} ${to} ${from}`
    const ids = pairs.get(pair)
    if (ids) ids.push(object.id)
    else pairs.set(pair, [object.id])
    if (type === 'connector') continue
    meet(from, to)
    meet(to, from)
    ties.push({ id: object.id, pair, from, to })
  }
  for (const ids of pairs.values()) ids.sort()
  const settings = new Map<string, TieSetting>()
  for (const ids of pairs.values()) {
    if (ids.length === 1) continue
    for (const [index, id] of ids.entries())
      settings.set(id, { index, count: ids.length, crowd: 'roomy' })
  }
  for (const { id, pair, from, to } of ties) {
    const ids = pairs.get(pair) ?? [id]
    const busiest = Math.max(neighbours.get(from)?.size ?? 0, neighbours.get(to)?.size ?? 0)
    settings.set(id, { index: ids.indexOf(id), count: ids.length, crowd: crowdOf(busiest) })
  }
  return (relationship) => settings.get(relationship) ?? ALONE
}
