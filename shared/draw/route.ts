import { aroundTurned, centreOf, unturned, type Box, type Point } from '../geometry.ts'
import type { Outline } from '../objects/turn.ts'
import { path } from './paths.ts'

/** The outline that a line ends at: of a box, or of the ellipse or diamond inside it. */
export interface End {
  box: Outline
  outline: 'box' | 'ellipse' | 'diamond'
}

const GAP = 4
const STUB = 26
const BEND_COST = 60
const CORNER = 10

/** Where the line from an end's middle to `to` leaves it; undefined when `to` lies inside. Asked for each end of thousands: no lists that hold two numbers for a moment. */
function leaving({ box, outline }: End, to: Point): Point | undefined {
  const cx = box.x + box.width / 2
  const cy = box.y + box.height / 2
  const dx = to[0] - cx
  const dy = to[1] - cy
  const length = Math.hypot(dx, dy)
  const upright = box.angle ? unturned([dx, dy], { angle: box.angle, about: [0, 0] }) : undefined
  const a = Math.abs(upright ? upright[0] : dx) / (box.width / 2)
  const b = Math.abs(upright ? upright[1] : dy) / (box.height / 2)
  const reach =
    outline === 'box' ? Math.max(a, b) : outline === 'ellipse' ? Math.hypot(a, b) : a + b
  if (!(reach > 0) || !(length > 0)) return undefined
  const share = 1 / reach + GAP / length
  return share < 1 ? [cx + dx * share, cy + dy * share] : undefined
}

/** The straight line between two ends; undefined when they lie over each other. */
export function straightRoute(from: End, to: End): Point[] | undefined {
  const start = centreOf(from.box)
  const end = centreOf(to.box)
  const a = leaving(from, end)
  const b = leaving(to, start)
  if (!a || !b) return undefined
  // Where the gaps overlap nothing is left between them.
  const forward = (b[0] - a[0]) * (end[0] - start[0]) + (b[1] - a[1]) * (end[1] - start[1])
  return forward > 0 ? [a, b] : undefined
}

const sides: readonly Point[] = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
]

/** The upright box around an end. */
const around = ({ box }: End): Box =>
  aroundTurned(box, box.angle ? { angle: box.angle, about: centreOf(box) } : undefined)

/** A line that ends at the upright box around a turned end, led on to the end itself. */
function ledOn(points: readonly Point[], end: End): Point[] {
  const [first, next] = points
  if (!end.box.angle || !first || !next) return [...points]
  return [leaving(end, next) ?? first, ...points.slice(1)]
}

const sidePoint = (box: Box, [dx, dy]: Point, by: number): Point => {
  const [cx, cy] = centreOf(box)
  return [cx + dx * (box.width / 2 + by), cy + dy * (box.height / 2 + by)]
}

/** Whether an upright segment passes through the inside of a box. */
function crosses([ax, ay]: Point, [bx, by]: Point, { x, y, width, height }: Box): boolean {
  const edge = 1
  return (
    Math.max(ax, bx) > x + edge &&
    Math.min(ax, bx) < x + width - edge &&
    Math.max(ay, by) > y + edge &&
    Math.min(ay, by) < y + height - edge
  )
}

/** The route without points that it passes straight; undefined when it turns back on itself. */
function tidied(points: readonly Point[]): Point[] | undefined {
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

const lengthOf = (points: readonly Point[]): number =>
  points.reduce((sum, [x, y], i) => {
    const [px, py] = points[i - 1] ?? [x, y]
    return sum + Math.abs(x - px) + Math.abs(y - py)
  }, 0)

/** A route of upright lines from a side of one end to a side of the other and through neither: the shortest with few bends. */
export function elbowRoute(from: End, to: End): Point[] | undefined {
  const [a, b] = [around(from), around(to)]
  const left = Math.min(a.x, b.x) - STUB
  const right = Math.max(a.x + a.width, b.x + b.width) + STUB
  const top = Math.min(a.y, b.y) - STUB
  const bottom = Math.max(a.y + a.height, b.y + b.height) + STUB
  let best: { points: Point[]; cost: number } | undefined
  for (const out of sides) {
    for (const into of sides) {
      const start = sidePoint(a, out, GAP)
      const end = sidePoint(b, into, GAP)
      const s = sidePoint(a, out, STUB)
      const e = sidePoint(b, into, STUB)
      const middles: readonly (readonly Point[])[] = [
        [[s[0], e[1]]],
        [[e[0], s[1]]],
        ...[(s[0] + e[0]) / 2, left, right].map((x): Point[] => [
          [x, s[1]],
          [x, e[1]],
        ]),
        ...[(s[1] + e[1]) / 2, top, bottom].map((y): Point[] => [
          [s[0], y],
          [e[0], y],
        ]),
      ]
      for (const middle of middles) {
        const points = tidied([start, s, ...middle, e, end])
        if (!points || points.length < 2) continue
        const cost = lengthOf(points) + (points.length - 2) * BEND_COST
        if (best && cost >= best.cost) continue
        const blocked = points.some((point, i) => {
          const next = points[i + 1]
          return next !== undefined && (crosses(point, next, a) || crosses(point, next, b))
        })
        if (!blocked) best = { points, cost }
      }
    }
  }
  return best && ledOn(ledOn(best.points, from).reverse(), to).reverse()
}

/** Path data of a route, its corners rounded. */
export function routePath(points: readonly Point[]): string {
  const [first] = points
  if (!first) return ''
  const parts = [path`M ${first[0]} ${first[1]}`]
  for (const [i, point] of points.entries()) {
    const before = points[i - 1]
    const after = points[i + 1]
    if (!before) continue
    if (!after) {
      parts.push(path`L ${point[0]} ${point[1]}`)
      continue
    }
    const near = towards(point, before)
    const far = towards(point, after)
    parts.push(path`L ${near[0]} ${near[1]} Q ${point[0]} ${point[1]} ${far[0]} ${far[1]}`)
  }
  return parts.join(' ')
}

function towards([x, y]: Point, [tx, ty]: Point): Point {
  const length = Math.hypot(tx - x, ty - y)
  const share = length > 0 ? Math.min(CORNER / length, 0.5) : 0
  return [x + (tx - x) * share, y + (ty - y) * share]
}

/** The point half way along a route, measured along it. */
export function halfWay(points: readonly Point[]): Point {
  const [first, second] = points
  if (points.length === 2 && first && second)
    return [(first[0] + second[0]) / 2, (first[1] + second[1]) / 2]
  const lengths = points.slice(1).map(([x, y], i) => {
    const [px, py] = points[i] ?? [x, y]
    return Math.hypot(x - px, y - py)
  })
  let left = lengths.reduce((sum, length) => sum + length, 0) / 2
  for (const [i, length] of lengths.entries()) {
    const [a, b] = [points[i], points[i + 1]]
    if (a && b && left <= length) {
      const t = length > 0 ? left / length : 0
      return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]
    }
    left -= length
  }
  return points[0] ?? [0, 0]
}

/** How far a point is from a route. */
export function distanceToRoute(points: readonly Point[], [x, y]: Point): number {
  let best = Infinity
  for (const [i, [ax, ay]] of points.entries()) {
    const [bx, by] = points[i + 1] ?? [ax, ay]
    const [dx, dy] = [bx - ax, by - ay]
    const square = dx * dx + dy * dy
    const t = square > 0 ? Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / square)) : 0
    best = Math.min(best, Math.hypot(x - ax - t * dx, y - ay - t * dy))
  }
  return best
}
