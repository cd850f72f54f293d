import { tieCourse, ALONE } from '../draw/tie-course.ts'
import { pointAt } from '../draw/curve.ts'
import { grow, type Box, type Point } from '../geometry.ts'

/** Whether the straight line from `a` to `b` runs through the inside of `box`. */
export function runsThrough(box: Box, a: Point, b: Point): boolean {
  // Liang–Barsky: the part of the line, from 0 to 1, that lies between each pair of opposite edges.
  let enter = 0
  let leave = 1
  for (const [start, delta, low, high] of [
    [a[0], b[0] - a[0], box.x, box.x + box.width],
    [a[1], b[1] - a[1], box.y, box.y + box.height],
  ] as const) {
    if (delta === 0) {
      if (start <= low || start >= high) return false
      continue
    }
    const one = (low - start) / delta
    const two = (high - start) / delta
    enter = Math.max(enter, Math.min(one, two))
    leave = Math.min(leave, Math.max(one, two))
    if (enter >= leave) return false
  }
  return true
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
