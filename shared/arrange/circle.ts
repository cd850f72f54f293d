import * as prng from 'lib0/prng'
import { boxOf, type Box, type Point, type Size } from '../geometry.ts'
import type { ArrangeBox, ArrangeLink, Places } from './box.ts'
import { runsUnder, tieLine } from './hidden.ts'
import { ring } from './ring.ts'
import { barycentres, settle, type Pair, type RingCosts } from './ring-order.ts'

/** How a circle is laid out. */
export interface CircleOptions {
  /** width of the ellipse divided by its height; default 1.6, the shape of a screen */
  aspect?: number
  /** starting orders that are tried beside the first; default 4 for a ring that fits a screen, otherwise none */
  tries?: number
  /** the caller hands out ids in the order of the result, so that ties bow into the ring; default: by the ids as they are */
  freeIds?: boolean
  /** from the middle to the topmost box's middle at least; default: enough for ties to be read */
  radius?: number
  /** boxes inside the ring, under which ties should not run either; default none */
  inside?: readonly Box[]
  seed?: number
}

/** More boxes than this make a ring that nobody reads at a glance, so less is done for it. */
const SCREENFUL = 40

/** Groups stand together if that costs no more than this many times the best order. */
const GROUPING_WORTH = 1.15

const at = (middle: Point, size: Size): Box =>
  boxOf([middle[0] - size[0] / 2, middle[1] - size[1] / 2], size)

/** The largest of some sizes, taking width and height apart. */
const largest = (sizes: readonly Size[]): Size => [
  Math.max(...sizes.map((s) => s[0])),
  Math.max(...sizes.map((s) => s[1])),
]

function pairsOf(boxes: readonly ArrangeBox[], links: readonly ArrangeLink[]): Pair[] {
  const index = new Map(boxes.map((box, i) => [box.id, i]))
  const pairs = new Map<string, Pair>()
  for (const link of links) {
    const a = index.get(link.from)
    const b = index.get(link.to)
    if (a === undefined || b === undefined || a === b) continue
    const pair: Pair = a < b ? [a, b] : [b, a]
    pairs.set(pair.join(), pair)
  }
  return [...pairs.values()]
}

/** Counts the boxes that a tie between two slots runs under, each pair of slots once. */
function countHidden(
  middles: readonly Point[],
  size: Size,
  inside: readonly Box[],
): RingCosts['hidden'] {
  const boxes = [...middles.map((middle) => at(middle, size)), ...inside]
  const known = new Int16Array(middles.length ** 2 * 2).fill(-1)
  return (from, to, forward) => {
    const key = (from * middles.length + to) * 2 + Number(forward)
    if (known[key]! < 0) {
      const line = tieLine(boxes[from]!, boxes[to]!, forward)
      known[key] = boxes.reduce(
        (n, box, k) =>
          n + Number(line !== undefined && k !== from && k !== to && runsUnder(line, box)),
        0,
      )
    }
    return known[key]!
  }
}

function shuffled(slots: readonly number[], random: prng.PRNG): number[] {
  const result = slots.slice()
  for (let i = result.length - 1; i > 0; i--) {
    const j = prng.uint32(random, 0, i)
    ;[result[i], result[j]] = [result[j]!, result[i]!]
  }
  return result
}

/** Slots in which each group stands together, where its members stood on average. */
function gathered(slotOf: readonly number[], groups: readonly (string | undefined)[]): number[] {
  const turn = (2 * Math.PI) / slotOf.length
  const angles = new Map(
    [...new Set(groups)].map((group) => {
      const mine = slotOf.filter((_, i) => groups[i] === group)
      const x = mine.reduce((sum, slot) => sum + Math.cos(turn * slot), 0)
      const y = mine.reduce((sum, slot) => sum + Math.sin(turn * slot), 0)
      return [group, Math.atan2(y, x)]
    }),
  )
  const order = slotOf
    .map((_, i) => i)
    .sort((a, b) => {
      const between = angles.get(groups[a])! - angles.get(groups[b])!
      return between || slotOf[a]! - slotOf[b]!
    })
  const result = slotOf.slice()
  for (const [slot, i] of order.entries()) result[i] = slot
  return result
}

/** Boxes around an ellipse in an order in which their ties are best seen; the middle of the ellipse is 0, 0. Same input, same places. */
export function circle(
  boxes: readonly ArrangeBox[],
  links: readonly ArrangeLink[],
  {
    aspect = 1.6,
    tries = boxes.length <= SCREENFUL ? 4 : 0,
    freeIds = false,
    radius,
    inside = [],
    seed = 1,
  }: CircleOptions = {},
): Places {
  if (boxes.length === 0) return new Map()
  const sizes = boxes.map((box) => box.size)
  const size = largest(sizes)
  const pairs = pairsOf(boxes, links)
  const costs: RingCosts = {
    pairs,
    hidden: countHidden(
      ring(
        sizes.map(() => size),
        aspect,
        radius,
      ),
      size,
      inside,
    ),
    forward: freeIds
      ? ([a, b], slotOf) => slotOf[a]! < slotOf[b]!
      : ([a, b]) => boxes[a]!.id < boxes[b]!.id,
  }
  const first = barycentres(boxes.length, pairs)
  const random = prng.create(seed)
  let best = settle(first, costs, () => true)
  for (let i = 0; i < tries; i++) {
    const other = settle(shuffled(first, random), costs, () => true)
    if (other.cost < best.cost) best = other
  }
  const groups = boxes.map((box) => box.group)
  if (new Set(groups).size > 1) {
    const grouped = settle(gathered(best.slotOf, groups), costs, (i, j) => groups[i] === groups[j])
    if (grouped.cost <= best.cost * GROUPING_WORTH) best = grouped
  }
  const order = best.slotOf.map((_, i) => i).sort((a, b) => best.slotOf[a]! - best.slotOf[b]!)
  const middles = ring(
    order.map((i) => sizes[i]!),
    aspect,
    radius,
  )
  return new Map(
    order.map((i, slot): [string, Point] => {
      const { x, y } = at(middles[slot]!, sizes[i]!)
      return [boxes[i]!.id, [Math.round(x), Math.round(y)]]
    }),
  )
}
