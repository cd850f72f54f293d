import { tieCourse, ALONE } from '../draw/tie-course.ts'
import { pointAt } from '../draw/curve.ts'
import { grow, type Box, type Point } from '../geometry.ts'

/** Whether the straight line from `a` to `b` runs through the inside of `box`. */
export function runsThrough(box: Box, a: Point, b: Point): boolean {
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

/** The middle of a tie as it will be drawn, as a chain of points; empty where the boxes leave no room for one. */
export function tieLine(from: Box, to: Box, forward: boolean): Point[] {
  const course = tieCourse(from, to, forward, ALONE)
  if (!course) return []
  return Array.from({ length: PIECES + 1 }, (_, i) => pointAt(course.middle, i / PIECES))
}

/** Whether a chain of points runs under a box, or so close by that its lanes do. */
export function runsUnder(line: readonly Point[], box: Box): boolean {
  const wide = grow(box, LANES)
  return line.some((point, i) => i > 0 && runsThrough(wide, line[i - 1]!, point))
}
