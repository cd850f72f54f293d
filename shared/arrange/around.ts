import { boxOf, union, type Box, type Point, type Size } from '../geometry.ts'
import type { ArrangeBox, ArrangeLink, Places } from './box.ts'
import { clearTies } from './clear-ties.ts'
import { circle } from './circle.ts'
import { grid } from './grid.ts'
import { runsUnder, tieLine } from './hidden.ts'

/** Between what stands in the middle, and from there to the ring around it. */
const GAP = 72
const ASPECT = 1.6

const around = (places: Places, boxes: readonly ArrangeBox[]): Box | undefined =>
  union(boxes.map(({ id, size }) => boxOf(places.get(id) ?? [0, 0], size)))

const largest = (boxes: readonly ArrangeBox[]): Size => [
  Math.max(0, ...boxes.map(({ size }) => size[0])),
  Math.max(0, ...boxes.map(({ size }) => size[1])),
]

/** With more ties than this under what is in the middle, it stands over the ring instead. */
const MOST_UNDER = 2

/** How many ties between boxes of a ring run under what is inside it. */
function tiesUnder(
  inside: readonly Box[],
  others: readonly ArrangeBox[],
  places: Places,
  links: readonly ArrangeLink[],
): number {
  const at = new Map(others.map(({ id, size }) => [id, boxOf(places.get(id) ?? [0, 0], size)]))
  const under = links.flatMap(({ from, to }) => {
    const [a, b] = [at.get(from), at.get(to)]
    const line = a && b && from !== to ? tieLine(a, b, from < to) : undefined
    return line && inside.some((box) => runsUnder(line, box)) ? [[from, to].sort().join(' ')] : []
  })
  return new Set(under).size
}

/** Boxes of `core` in rows over a ring of the others, whose ties then have the inside of the ring to themselves. */
function rowsOver(
  core: readonly ArrangeBox[],
  others: readonly ArrangeBox[],
  links: readonly ArrangeLink[],
): Places {
  const outer = circle(others, links, { aspect: ASPECT })
  const below = around(outer, others)
  if (!below) return grid(core, { gap: GAP })
  const rows = grid(core, { gap: GAP, width: below.width })
  const over = around(rows, core) ?? below
  const dx = Math.round(below.x + (below.width - over.width) / 2 - over.x)
  const dy = Math.round(below.y - GAP - over.height - over.y)
  const moved = [...rows].map(([id, [x, y]]): [string, Point] => [id, [x + dx, y + dy]])
  return new Map([...moved, ...outer])
}

/**
 * Boxes of `core` in rows in the middle, 0, 0, and the others on a ring around them; where many ties would run under them, in rows
 * over that ring. Same input, same places.
 */
export function ringAround(
  core: readonly ArrangeBox[],
  others: readonly ArrangeBox[],
  links: readonly ArrangeLink[],
): Places {
  const inner = grid(core, { gap: GAP })
  const middle = around(inner, core)
  if (!middle) return circle(others, links)
  const [width, height] = largest(others)
  // The ellipse on which the middles of the ring's boxes lie goes round the corners of the core.
  const across = middle.width + width + 2 * GAP
  const down = middle.height + height + 2 * GAP
  const radius = Math.hypot(across / (2 * ASPECT), down / 2)
  const [dx, dy] = [middle.x + middle.width / 2, middle.y + middle.height / 2]
  const centred = new Map(
    [...inner].map(([id, [x, y]]): [string, Point] => [
      id,
      [Math.round(x - dx), Math.round(y - dy)],
    ]),
  )
  const inside = core.map(({ id, size }) => boxOf(centred.get(id) ?? [0, 0], size))
  const outer = circle(others, links, { aspect: ASPECT, radius, inside })
  if (tiesUnder(inside, others, outer, links) > MOST_UNDER) return rowsOver(core, others, links)
  return new Map([...centred, ...outer])
}

/** Between the groups: wide enough that each is seen as one. */
const BETWEEN = 120

/** The boxes of each group on a ring of their own, and those rings around 0, 0; same input, same places. */
export function inGroups(boxes: readonly ArrangeBox[], links: readonly ArrangeLink[]): Places {
  const names = [...new Set(boxes.map(({ group = '' }) => group))]
  const groups = names.map((name) => {
    const members = boxes.filter(({ group = '' }) => group === name)
    const places = circle(members, links)
    const box = around(places, members) ?? { x: 0, y: 0, width: 1, height: 1 }
    return { name, places, box }
  })
  const groupOf = new Map(boxes.map(({ id, group = '' }) => [id, group]))
  const homes = circle(
    groups.map(({ name, box }) => ({
      id: name,
      size: [box.width + BETWEEN, box.height + BETWEEN] as const,
    })),
    links.flatMap(({ from, to }) => {
      const [a, b] = [groupOf.get(from), groupOf.get(to)]
      return a === undefined || b === undefined ? [] : [{ from: a, to: b }]
    }),
    { radius: 1 },
  )
  const spread = new Map(
    groups.flatMap(({ name, places, box }) => {
      const [x, y] = homes.get(name) ?? [0, 0]
      const [dx, dy] = [x + BETWEEN / 2 - box.x, y + BETWEEN / 2 - box.y]
      return [...places].map(([id, at]): [string, Point] => [
        id,
        [Math.round(at[0] + dx), Math.round(at[1] + dy)],
      ])
    }),
  )
  return clearTies(boxes, links, spread)
}
