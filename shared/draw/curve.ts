import type { Box, Point } from '../geometry.ts'
import { path } from './paths.ts'

/** A quadratic curve: start, control point, end. */
export type Curve = readonly [start: Point, control: Point, end: Point]

/** The point at `t`, 0–1. */
export function pointAt([p, q, r]: Curve, t: number): Point {
  const u = 1 - t
  return [
    u * u * p[0] + 2 * u * t * q[0] + t * t * r[0],
    u * u * p[1] + 2 * u * t * q[1] + t * t * r[1],
  ]
}

/** The unit vector along the curve at `t`. */
export function directionAt([p, q, r]: Curve, t: number): Point {
  const x = (1 - t) * (q[0] - p[0]) + t * (r[0] - q[0])
  const y = (1 - t) * (q[1] - p[1]) + t * (r[1] - q[1])
  const length = Math.hypot(x, y)
  return length > 0 ? [x / length, y / length] : [1, 0]
}

/** The piece between two values of `t`. */
export function between(curve: Curve, from: number, to: number): Curve {
  const [p, q, r] = curve
  const blend = (axis: 0 | 1): number =>
    (1 - from) * (1 - to) * p[axis] +
    ((1 - from) * to + from * (1 - to)) * q[axis] +
    from * to * r[axis]
  return [pointAt(curve, from), [blend(0), blend(1)], pointAt(curve, to)]
}

/** The same curve walked the other way. */
export const reversed = ([p, q, r]: Curve): Curve => [r, q, p]

/** The curve moved sideways, to the right of its direction by `by`; true to a hair for gentle curves. */
export function beside(curve: Curve, by: number): Curve {
  const [p, q, r] = curve
  const shift = (point: Point, t: number): Point => {
    const [dx, dy] = directionAt(curve, t)
    return [point[0] - dy * by, point[1] + dx * by]
  }
  return [shift(p, 0), shift(q, 0.5), shift(r, 1)]
}

/** The length in world units. */
export function lengthOf(curve: Curve): number {
  let length = 0
  let last = curve[0]
  for (let i = 1; i <= 16; i++) {
    const point = pointAt(curve, i / 16)
    length += Math.hypot(point[0] - last[0], point[1] - last[1])
    last = point
  }
  return length
}

/** The `t` that lies `distance` world units along a curve of `length`, near enough for gentle curves. */
export const along = (distance: number, length: number): number =>
  length > 0 ? Math.min(1, Math.max(0, distance / length)) : 0

/** How far a point is from the curve. */
export function distanceTo(curve: Curve, [x, y]: Point): number {
  let best = Infinity
  let last = curve[0]
  for (let i = 1; i <= 20; i++) {
    const point = pointAt(curve, i / 20)
    const dx = point[0] - last[0]
    const dy = point[1] - last[1]
    const square = dx * dx + dy * dy
    const t = square > 0 ? ((x - last[0]) * dx + (y - last[1]) * dy) / square : 0
    const near = Math.min(1, Math.max(0, t))
    best = Math.min(best, Math.hypot(x - last[0] - near * dx, y - last[1] - near * dy))
    last = point
  }
  return best
}

/** Distance from the edge of a box with rounded corners: negative inside. */
function outside({ x, y, width, height }: Box, radius: number, [px, py]: Point): number {
  const r = Math.min(radius, width / 2, height / 2)
  const dx = Math.abs(px - x - width / 2) - (width / 2 - r)
  const dy = Math.abs(py - y - height / 2) - (height / 2 - r)
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - r
}

/** The first `t` from which the curve stays `gap` clear of the rounded box that it starts in; 1 if it never does. */
export function leaves(curve: Curve, box: Box, radius: number, gap: number): number {
  let inside = 0
  let out = -1
  for (let i = 1; i <= 32; i++) {
    if (outside(box, radius, pointAt(curve, i / 32)) >= gap) {
      out = i / 32
      break
    }
    inside = i / 32
  }
  if (out < 0) return 1
  for (let i = 0; i < 12; i++) {
    const middle = (inside + out) / 2
    if (outside(box, radius, pointAt(curve, middle)) >= gap) out = middle
    else inside = middle
  }
  return out
}

/** Path data of the curve. */
export const curvePath = ([p, q, r]: Curve): string =>
  path`M ${p[0]} ${p[1]} Q ${q[0]} ${q[1]} ${r[0]} ${r[1]}`
