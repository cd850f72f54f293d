import { arrange } from '../../shared/arrange/arrange.ts'
import type { ArrangeBox, ArrangeLink } from '../../shared/arrange/box.ts'
import type { Point, Size } from '../../shared/geometry.ts'
import { newId } from '../../shared/ids.ts'

/** An organisation to be laid out; one that is on the board already has its id. */
export interface Layable {
  key: string
  id?: string
  size: Size
  sector: string | undefined
}

/** Where an organisation goes, with the id that it has or gets. */
export interface LaidOut {
  key: string
  id: string
  at: Point
  size: Size
}

/** How many ids are tried for a run of organisations between two that have theirs. */
const TRIES = 4_000

/** `count` new ids in ascending order between two others; any ids where chance gives too few. */
function idsBetween(low: string, high: string, count: number): string[] {
  const found: string[] = []
  for (let i = 0; i < TRIES && found.length < count; i++) {
    const id = newId()
    if (id > low && id < high) found.push(id)
  }
  while (found.length < count) found.push(newId())
  return found.sort()
}

const LAST = '~'

/** Ids in ascending order as far as those that are known allow. */
function ascending(known: readonly (string | undefined)[]): string[] {
  const ids: string[] = []
  let low = ''
  let run = 0
  const fill = (high: string): void => {
    ids.push(...idsBetween(low, high, run))
    run = 0
  }
  for (const id of known) {
    if (id === undefined) run += 1
    else {
      fill(id > low ? id : LAST)
      ids.push(id)
      if (id > low) low = id
    }
  }
  fill(LAST)
  return ids
}

/** Lays organisations out by their ties, around 0, 0. A tie bows towards the later id, so new ids follow the order of the layout: into the circle. */
export function layOut(
  organisations: readonly Layable[],
  ties: readonly ArrangeLink[],
): readonly LaidOut[] {
  const boxes = organisations.map(({ key, size, sector }): ArrangeBox => ({
    id: key,
    size,
    ...(sector && { group: sector }),
  }))
  const byKey = new Map(organisations.map((one) => [one.key, one]))
  const places = [...arrange(boxes, ties, { freeIds: true })]
  const ids = ascending(places.map(([key]) => byKey.get(key)?.id))
  return places.flatMap(([key, at], i) => {
    const one = byKey.get(key)
    const id = ids[i]
    return one && id !== undefined ? [{ key, id, at, size: one.size }] : []
  })
}
