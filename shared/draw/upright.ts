import { centreOf, type Box, type Point } from '../geometry.ts'

/** How far from its end a line begins. */
export const GAP = 4
/** How far from its end a line may bend first. */
export const STUB = 26
/** What a bend of a route counts for, in world units of its length. */
export const BEND_COST = 60

/** The ways out of a box: to the right, to the left, down and up. */
export const sides: readonly Point[] = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
]

/** The point `by` outside the middle of a box's side. */
export const sidePoint = (box: Box, [dx, dy]: Point, by: number): Point => {
  const [cx, cy] = centreOf(box)
  return [cx + dx * (box.width / 2 + by), cy + dy * (box.height / 2 + by)]
}

/** Whether a route of upright lines passes through the inside of a box. */
export function crosses(points: readonly Point[], { x, y, width, height }: Box): boolean {
  const edge = 1
  return points.some(([ax, ay], i) => {
    const [bx, by] = points[i + 1] ?? [ax, ay]
    return (
      Math.max(ax, bx) > x + edge &&
      Math.min(ax, bx) < x + width - edge &&
      Math.max(ay, by) > y + edge &&
      Math.min(ay, by) < y + height - edge
    )
  })
}

/** The route without points that it passes straight; undefined when it turns back on itself. */
export function tidied(points: readonly Point[]): Point[] | undefined {
  const kept: Point[] = []
  for (const point of points) {
    const last = kept.at(-1)
    if (last && Math.abs(last[0] - point[0]) < 0.01 && Math.abs(last[1] - point[1]) < 0.01) continue
    const before = kept.at(-2)
    if (last && before) {
      const [ux, uy] = [last[0] - before[0], last[1] - before[1]]
      const [vx, vy] = [point[0] - last[0], point[1] - last[1]]
      if (Math.abs(ux * vy - uy * vx) < 0.01) {
        if (ux * vx + uy * vy < 0) return undefined
        kept.pop()
      }
    }
    kept.push(point)
  }
  return kept
}

/** How long a route of upright lines is. */
export const lengthOf = (points: readonly Point[]): number =>
  points.reduce((sum, [x, y], i) => {
    const [px, py] = points[i - 1] ?? [x, y]
    return sum + Math.abs(x - px) + Math.abs(y - py)
  }, 0)
