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

function search(boxes: readonly Box[], { size, wanted, gap, fits }: Wish): Point | undefined {
  // A touching edge counts as an overlap, so a hair less than the gap is kept clear.
  const clear = gap - 0.01
  const taken = new RBush<BBox>().load(
    boxes.map(({ x, y, width, height }) => ({
      minX: x - clear,
      minY: y - clear,
      maxX: x + width + clear,
      maxY: y + height + clear,
    })),
  )
  const free = ([x, y]: Point): boolean =>
    fits([x, y]) && !taken.collides({ minX: x, minY: y, maxX: x + size[0], maxY: y + size[1] })
  if (free(wanted)) return wanted
  // The nearest free place touches taken boxes: its coordinates are the wanted ones or lie along somebody's edges.
  const xs = [wanted[0], ...boxes.flatMap((b) => [b.x - gap - size[0], b.x + b.width + gap])]
  const ys = [wanted[1], ...boxes.flatMap((b) => [b.y - gap - size[1], b.y + b.height + gap])]
  const distance = ([x, y]: Point): number => Math.hypot(x - wanted[0], y - wanted[1])
  const nearest = (a: number, b: number, from: number): number =>
    Math.abs(a - from) - Math.abs(b - from) || a - b
  xs.sort((a, b) => nearest(a, b, wanted[0]))
  ys.sort((a, b) => nearest(a, b, wanted[1]))
  let best: Point | undefined
  for (const x of xs) {
    if (best && Math.abs(x - wanted[0]) >= distance(best)) break
    for (const y of ys) {
      const place: Point = [x, y]
      if (best && distance(place) >= distance(best)) break
      if (free(place)) best = place
    }
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
