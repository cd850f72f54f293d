import RBush, { type BBox } from 'rbush'
import { boxOf, contains, type Box, type Point, type Size } from '../geometry.ts'

const GAP = 40

/** What is placed: its size, where it would best be, how far it keeps from others, and where it may be at all. */
interface Wish {
  size: Size
  wanted: Point
  gap: number
  fits(at: Point): boolean
}

/** A touching edge counts as an overlap, so a hair less than the gap is kept clear. */
const HAIR = 0.01

/** A stretch that the top of what is placed can't be in: its ends are the nearest that it can be at. */
interface Blocked {
  from: number
  to: number
}

/** Where the top can be nearest to `wanted`: there, or else above and below what is in the way, the nearer first. */
function freeAlong(blocked: readonly Blocked[], wanted: number): number[] {
  let around: Blocked | undefined
  for (const { from, to } of blocked.toSorted((a, b) => a.from - b.from)) {
    if (around && from <= around.to - HAIR) around.to = Math.max(around.to, to)
    else if (around && around.to - HAIR >= wanted) break
    else around = { from, to }
  }
  if (!around || wanted < around.from + HAIR || wanted > around.to - HAIR) return [wanted]
  const { from, to } = around
  return wanted - from <= to - wanted ? [from, to] : [to, from]
}

function search(boxes: readonly Box[], { size, wanted, gap, fits }: Wish): Point | undefined {
  const clear = gap - HAIR
  const [width, height] = size
  const taken = new RBush<BBox & { box: Box }>().load(
    boxes.map((box) => ({
      minX: box.x - clear,
      minY: box.y - clear,
      maxX: box.x + box.width + clear,
      maxY: box.y + box.height + clear,
      box,
    })),
  )
  const distance = ([x, y]: Point): number => Math.hypot(x - wanted[0], y - wanted[1])
  // The nearest free place touches taken boxes: its x is the wanted one or lies along somebody's edge. Where its top can be there,
  // what stands in that column tells.
  const edges = boxes.flatMap(({ x, width: w }) => [x - gap - width, x + w + gap])
  const xs = [...new Set([wanted[0], ...edges])].sort(
    (a, b) => Math.abs(a - wanted[0]) - Math.abs(b - wanted[0]) || a - b,
  )
  let best: Point | undefined
  for (const x of xs) {
    if (best && Math.abs(x - wanted[0]) >= distance(best)) break
    const column = taken.search({ minX: x, maxX: x + width, minY: -Infinity, maxY: Infinity })
    const blocked = column.map(({ box }) => ({
      from: box.y - gap - height,
      to: box.y + box.height + gap,
    }))
    const y = freeAlong(blocked, wanted[1]).find((one) => fits([x, one]))
    if (y !== undefined && (!best || distance([x, y]) < distance(best))) best = [x, y]
  }
  return best
}

/** The free place for a box of `size` that is nearest to `wanted`, at least `gap` world units away from each of `boxes`. */
export const nearestFree = (boxes: readonly Box[], size: Size, wanted: Point, gap = GAP): Point =>
  search(boxes, { size, wanted, gap, fits: () => true }) ?? wanted

/** The free place for a box of `size` in `room` that is nearest to its top left, `gap` world units away from each of `boxes`; undefined where there is none. */
export const freeIn = (
  room: Box,
  boxes: readonly Box[],
  size: Size,
  gap: number,
): Point | undefined =>
  search(boxes, {
    size,
    wanted: [room.x, room.y],
    gap,
    fits: (at) => contains(room, boxOf(at, size)),
  })
