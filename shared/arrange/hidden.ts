import { tieCourse, ALONE } from '../draw/tie-course.ts'
import { pointAt } from '../draw/curve.ts'
import { aroundPoints, grow, intersects, type Box, type Point } from '../geometry.ts'

/** Whether the straight line from `a` to `b` runs through the inside of `box`. */
function runsThrough(box: Box, a: Point, b: Point): boolean {
  const [ax, ay] = a
  const [bx, by] = b
  const right = box.x + box.width
  const bottom = box.y + box.height
  if ((ax <= box.x && bx <= box.x) || (ax >= right && bx >= right)) return false
  if ((ay <= box.y && by <= box.y) || (ay >= bottom && by >= bottom)) return false
  // It misses the box only if all four corners lie on one side of it.
  const side = (x: number, y: number): number =>
    Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax))
  const first = side(box.x, box.y)
  return !(
    first === side(right, box.y) &&
    first === side(box.x, bottom) &&
    first === side(right, bottom)
  )
}

const PIECES = 8
/** Half the width of a tie's two lanes. */
const LANES = 6

/** The middle of a tie as it will be drawn, as a chain of points, and the box around it and its lanes. */
export interface TieLine {
  points: readonly Point[]
  around: Box
}

/** The line of a tie between two boxes; undefined where they leave no room for one. */
export function tieLine(from: Box, to: Box, forward: boolean): TieLine | undefined {
  const course = tieCourse(from, to, forward, ALONE)
  if (!course) return undefined
  const points = Array.from({ length: PIECES + 1 }, (_, i) => pointAt(course.middle, i / PIECES))
  const around = aroundPoints(points)
  return around && { points, around: grow(around, LANES) }
}

/** Whether a tie runs under a box, or so close by that its lanes do. */
export function runsUnder({ points, around }: TieLine, box: Box): boolean {
  if (!intersects(around, box)) return false
  const wide = grow(box, LANES)
  return points.some((point, i) => {
    const last = points[i - 1]
    return last !== undefined && runsThrough(wide, last, point)
  })
}
