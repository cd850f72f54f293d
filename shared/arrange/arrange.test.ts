import * as prng from 'lib0/prng'
import { describe, expect, test } from 'vitest'
import { boxOf, contains, grow, intersects, union, type Box, type Point } from '../geometry.ts'
import { arrange } from './arrange.ts'
import { inGroups, ringAround } from './around.ts'
import type { ArrangeBox, ArrangeLink, Places } from './box.ts'
import { circle } from './circle.ts'
import { force } from './force.ts'
import { freeIn, nearestFree } from './nearest-free.ts'
import { grid } from './grid.ts'
import { runsUnder, tieLine } from './hidden.ts'

/** Boxes of many sizes with `density` of all possible ties, some of them twice. */
function network(count: number, density: number, seed: number) {
  const random = prng.create(seed)
  const boxes = Array.from({ length: count }, (_, i): ArrangeBox => {
    const size = [prng.uint32(random, 120, 320), prng.uint32(random, 60, 160)] as const
    return { id: `b${i}`, size, group: `g${i % 3}` }
  })
  const links: ArrangeLink[] = []
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < i; j++) {
      if (prng.real53(random) < density) links.push({ from: `b${i}`, to: `b${j}` })
      if (prng.real53(random) < density / 2) links.push({ from: `b${j}`, to: `b${i}` })
    }
  }
  return { boxes, links: [...links, { from: 'b0', to: 'gone' }, { from: 'b0', to: 'b0' }] }
}

const placed = (boxes: readonly ArrangeBox[], places: Places): Box[] =>
  boxes.map(({ id, size }) => boxOf(places.get(id)!, size))

const overlaps = (boxes: readonly Box[]): number =>
  boxes.filter((a, i) => boxes.some((b, j) => i < j && intersects(a, b))).length

const hidden = ({ boxes, links }: ReturnType<typeof network>, places: Places): number => {
  const at = new Map(placed(boxes, places).map((box, i) => [boxes[i]!.id, box]))
  return links.filter(({ from, to }) => {
    const [a, b] = [at.get(from), at.get(to)]
    if (!a || !b || from === to) return false
    const line = tieLine(a, b, from < to)
    return [...at].some(([id, box]) => id !== from && id !== to && line && runsUnder(line, box))
  }).length
}

const layouts = {
  circle,
  force,
  arrange,
  inGroups,
  grid: (boxes: readonly ArrangeBox[]) => grid(boxes),
  ringAround: (boxes: readonly ArrangeBox[], links: readonly ArrangeLink[]) =>
    ringAround(boxes.slice(0, boxes.length / 4), boxes.slice(boxes.length / 4), links),
}

describe.each(Object.entries(layouts))('%s', (_, layout) => {
  test.each([0, 1, 2, 3, 9, 30, 50])(
    'places %i boxes, none over another, always alike',
    (count) => {
      const { boxes, links } = network(count, 0.15, count + 1)
      const places = layout(boxes, links)
      expect([...places.keys()].sort()).toEqual(boxes.map(({ id }) => id).sort())
      expect([...places.values()].flat().every((n) => Number.isFinite(n))).toBe(true)
      expect(overlaps(placed(boxes, places))).toBe(0)
      expect([...layout(boxes, links)]).toEqual([...places])
    },
  )
})

test('a circle hides far fewer ties under boxes than one in any order', () => {
  const given = network(20, 0.3, 5)
  const even = { ...given, boxes: given.boxes.map(({ id }) => ({ id, size: [224, 88] as const })) }
  const unsorted = circle(even.boxes, [])
  expect(hidden(even, circle(even.boxes, even.links))).toBeLessThan(hidden(even, unsorted) / 2)
})

test('a circle keeps a group together where nothing speaks against it', () => {
  const boxes = network(9, 0, 1).boxes
  const order = [...circle(boxes, []).keys()].map((id) => boxes.find((box) => box.id === id)!.group)
  const changes = order.filter((group, i) => group !== order.at(i - 1)).length
  expect(changes).toBe(3)
})

test('forces put what is tied together closer than what is not', () => {
  const boxes = network(12, 0, 3).boxes
  const pairs = Array.from({ length: 6 }, (_, i) => ({ from: `b${2 * i}`, to: `b${2 * i + 1}` }))
  const places = force(boxes, pairs)
  const far = (a: string, b: string): number =>
    Math.hypot(places.get(a)![0] - places.get(b)![0], places.get(a)![1] - places.get(b)![1])
  const mean = (all: number[]): number => all.reduce((a, b) => a + b, 0) / all.length
  const tied = mean(pairs.map(({ from, to }) => far(from, to)))
  const apart = mean(boxes.flatMap((a) => boxes.map((b) => far(a.id, b.id))))
  expect(tied).toBeLessThan(apart)
})

test('a free place is free, near, and the wanted one where that is free', () => {
  const { boxes } = network(40, 0, 9)
  const taken = placed(boxes, grid(boxes, { gap: 10 }))
  expect(nearestFree(taken, [50, 50], [-500, -500])).toEqual([-500, -500])
  const place = nearestFree(taken, [224, 88], [300, 300], 20)
  expect(taken.filter((box) => intersects(grow(box, 19), boxOf(place, [224, 88])))).toEqual([])
})

test('no free place is nearer than the one that is found, in a room neither', () => {
  const random = prng.create(5)
  const roll = (most: number): number => 20 * prng.uint32(random, 0, most)
  for (let round = 0; round < 300; round += 1) {
    const boxes = Array.from({ length: prng.uint32(random, 0, 12) }, () =>
      boxOf([roll(40), roll(40)], [20 + roll(12), 20 + roll(8)]),
    )
    const size = [20 + roll(10), 20 + roll(10)] as const
    const wanted = [roll(40), roll(40)] as const
    const gap = 24
    const isFree = (at: Point): boolean =>
      boxes.every((box) => !intersects(grow(box, gap - 0.01), boxOf(at, size)))
    // The nearest one touches what is taken, or is where it is wanted.
    const along = (axis: 0 | 1, from: number): number[] => [
      from,
      ...boxes.flatMap(({ x, y, width, height }) => {
        const [start, length] = axis === 0 ? [x, width] : [y, height]
        return [start - gap - size[axis], start + length + gap]
      }),
    ]
    const nearest = (from: Point, fits: (at: Point) => boolean): number =>
      Math.min(
        ...along(0, from[0]).flatMap((x) =>
          along(1, from[1]).map((y) =>
            fits([x, y]) && isFree([x, y]) ? Math.hypot(x - from[0], y - from[1]) : Infinity,
          ),
        ),
      )
    const found = nearestFree(boxes, size, wanted, gap)
    expect(isFree(found)).toBe(true)
    const off = Math.hypot(found[0] - wanted[0], found[1] - wanted[1])
    expect(off).toBeCloseTo(nearest(wanted, () => true))
    const room = boxOf([roll(20), roll(20)], [roll(40), roll(40)])
    const corner = [room.x, room.y] as const
    const inside = freeIn(room, boxes, size, gap)
    const far = inside ? Math.hypot(inside[0] - room.x, inside[1] - room.y) : Infinity
    expect(far).toBeCloseTo(nearest(corner, (at) => contains(room, boxOf(at, size))))
  }
})

test('each sector stands apart from the others', () => {
  const { boxes, links } = network(20, 0.2, 3)
  const places = inGroups(boxes, links)
  const areas = ['g0', 'g1', 'g2'].map((name) =>
    union(
      placed(
        boxes.filter(({ group }) => group === name),
        places,
      ),
    )!,
  )
  expect(overlaps(areas)).toBe(0)
})

/** How many ties between the others run under what is in the core. */
const under = (
  core: readonly ArrangeBox[],
  others: readonly ArrangeBox[],
  links: readonly ArrangeLink[],
  places: Places,
): number => {
  const middle = placed(core, places)
  const at = new Map(placed(others, places).map((box, i) => [others[i]!.id, box]))
  return links.filter(({ from, to }) => {
    const [a, b] = [at.get(from), at.get(to)]
    const line = a && b && from !== to ? tieLine(a, b, from < to) : undefined
    return line && middle.some((box) => runsUnder(line, box))
  }).length
}

test('what is in the middle has the ring around it, and next to no tie runs under it', () => {
  const { boxes, links } = network(14, 0.06, 5)
  const [core, others] = [boxes.slice(0, 2), boxes.slice(2)]
  const places = ringAround(core, others, links)
  const middle = union(placed(core, places))!
  const all = union(placed(others, places))!
  expect(contains(all, middle)).toBe(true)
  expect(placed(others, places).some((box) => intersects(box, middle))).toBe(false)
  expect(under(core, others, links, places)).toBeLessThanOrEqual(2)
})

test('where many ties would run under what is in the middle, it stands over the ring', () => {
  const { boxes, links } = network(24, 0.2, 5)
  const [core, others] = [boxes.slice(0, 6), boxes.slice(6)]
  const places = ringAround(core, others, links)
  const over = union(placed(core, places))!
  const all = union(placed(others, places))!
  expect(over.y + over.height).toBeLessThan(all.y)
  expect(Math.abs(over.x + over.width / 2 - all.x - all.width / 2)).toBeLessThan(1)
  expect(over.width).toBeLessThanOrEqual(all.width)
  expect(under(core, others, links, places)).toBe(0)
})
