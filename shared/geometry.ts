/** `[x, y]` in world units: CSS px at 100 % zoom, y down. */
export type Point = readonly [x: number, y: number]

/** `[width, height]` in world units. */
export type Size = readonly [width: number, height: number]

/** An upright rectangle in world units. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** No coordinate of a board may lie beyond this; a reader clamps what does. */
export const MAX_COORDINATE = 1_000_000

/** The box of an object placed `at` with `size`. */
export const boxOf = (at: Point, size: Size): Box => ({
  x: at[0],
  y: at[1],
  width: size[0],
  height: size[1],
})

/** The middle of a box. */
export const centreOf = (box: Box): Point => [box.x + box.width / 2, box.y + box.height / 2]

/** Whether two boxes share at least a point. */
export const intersects = (a: Box, b: Box): boolean =>
  a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height

/** Whether `inner` lies wholly inside `outer`. */
export const contains = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height

/** Whether the point lies in or on the box. */
export const holds = (box: Box, [x, y]: Point): boolean =>
  x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height

/** The smallest box around all of `boxes`; undefined for none. */
export function union(boxes: Iterable<Box>): Box | undefined {
  let left = Infinity
  let top = Infinity
  let right = -Infinity
  let bottom = -Infinity
  for (const box of boxes) {
    left = Math.min(left, box.x)
    top = Math.min(top, box.y)
    right = Math.max(right, box.x + box.width)
    bottom = Math.max(bottom, box.y + box.height)
  }
  if (left > right) return undefined
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** The smallest box around all of `points`; undefined for none. */
export function aroundPoints(points: Iterable<Point>): Box | undefined {
  let left = Infinity
  let top = Infinity
  let right = -Infinity
  let bottom = -Infinity
  for (const [x, y] of points) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x)
    bottom = Math.max(bottom, y)
  }
  if (left > right) return undefined
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** The box grown by `by` world units on each side. */
export const grow = (box: Box, by: number): Box => ({
  x: box.x - by,
  y: box.y - by,
  width: box.width + 2 * by,
  height: box.height + 2 * by,
})

/** A turn by `angle` degrees, clockwise as people see it, about a point. */
export interface Turn {
  angle: number
  about: Point
}

/** Where a point is after a turn. */
export function turned([x, y]: Point, { angle, about: [cx, cy] }: Turn): Point {
  const [sin, cos] = [Math.sin((angle * Math.PI) / 180), Math.cos((angle * Math.PI) / 180)]
  const [dx, dy] = [x - cx, y - cy]
  return [cx + dx * cos - dy * sin, cy + dx * sin + dy * cos]
}

/** Where a point was before a turn; without one where it is. */
export const unturned = (point: Point, turn: Turn | undefined): Point =>
  turn ? turned(point, { angle: -turn.angle, about: turn.about }) : point

/** The four corners of a box. */
export const cornersOf = ({ x, y, width, height }: Box): Point[] => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
]

/** The upright box around a box after a turn; without one the box itself. */
export function aroundTurned(box: Box, turn: Turn | undefined): Box {
  if (!turn) return box
  return aroundPoints(cornersOf(box).map((corner) => turned(corner, turn))) ?? box
}
