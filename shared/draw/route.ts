import { aroundTurned, centreOf, unturned, type Box, type Point } from '../geometry.ts'
import type { Outline } from '../objects/turn.ts'
import { detour } from './detour.ts'
import { path } from './paths.ts'
import { BEND_COST, crosses, GAP, lengthOf, sidePoint, sides, STUB, tidied } from './upright.ts'

/** The outline that a line ends at: of a box, or of the ellipse or diamond inside it. */
export interface End {
  box: Outline
  outline: 'box' | 'ellipse' | 'diamond'
}

const CORNER = 10

// However far beside its middle a line leaves an end, it is aimed at what lies outside.
const BEYOND = 16

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

/** Where a line leaves an end whose own way out is `at`, moved beside that by `dx`, `dy`. */
function leavingBeside(end: End, [x, y]: Point, dx: number, dy: number): Point | undefined {
  const [cx, cy] = centreOf(end.box)
  return leaving(end, [cx + (x - cx + dx) * BEYOND, cy + (y - cy + dy) * BEYOND])
}

/** The straight line between two ends, led `aside` world units to its right of the one through their middles; undefined when they lie over each other. */
export function straightRoute(from: End, to: End, aside = 0): Point[] | undefined {
  const start = centreOf(from.box)
  const end = centreOf(to.box)
  let a = leaving(from, end)
  let b = leaving(to, start)
  if (a && b && aside !== 0) {
    const share = aside / Math.hypot(end[0] - start[0], end[1] - start[1])
    const [dx, dy] = [(start[1] - end[1]) * share, (end[0] - start[0]) * share]
    a = leavingBeside(from, a, dx, dy)
    b = leavingBeside(to, b, dx, dy)
  }
  if (!a || !b) return undefined
  // Where the gaps overlap nothing is left between them.
  const forward = (b[0] - a[0]) * (end[0] - start[0]) + (b[1] - a[1]) * (end[1] - start[1])
  return forward > 0 ? [a, b] : undefined
}

/** The upright box around an end. */
export const boxAround = ({ box }: End): Box =>
  aroundTurned(box, box.angle ? { angle: box.angle, about: centreOf(box) } : undefined)

/** A line that ends at the upright box around a turned end, led on to the end itself. */
function ledOn(points: readonly Point[], end: End): Point[] {
  const [first, next] = points
  if (!end.box.angle || !first || !next) return [...points]
  return [leaving(end, next) ?? first, ...points.slice(1)]
}

/** How far from the middle of its side an end's outline lies, `aside` beside that middle. */
function sunk({ box, outline }: End, along: number, across: number, aside: number): number {
  const share = Math.min(1, (2 * Math.abs(aside)) / across)
  if (box.angle || outline === 'box') return 0
  return (along / 2) * (outline === 'ellipse' ? 1 - Math.sqrt(1 - share * share) : share)
}

/** One line between two ends whose middles are all but level, or all but above one another: no bend has room between them. */
function levelRoute(from: End, to: End): Point[] | undefined {
  const [a, b] = [boxAround(from), boxAround(to)]
  const [[ax, ay], [bx, by]] = [centreOf(a), centreOf(b)]
  const isLevel = Math.abs(bx - ax) >= Math.abs(by - ay)
  const off = isLevel ? by - ay : bx - ax
  const across = (box: Box): number => (isLevel ? box.height : box.width)
  if (Math.abs(off) >= Math.min(2 * CORNER, across(a), across(b))) return undefined
  const ends = ([end, box, other]: readonly [End, Box, Point]): Point => {
    const [x, y] = centreOf(box)
    const [width, height] = [box.width, box.height]
    if (isLevel) {
      const reach = width / 2 + GAP - sunk(end, width, height, off / 2)
      return [x + Math.sign(other[0] - x) * reach, (ay + by) / 2]
    }
    const reach = height / 2 + GAP - sunk(end, height, width, off / 2)
    return [(ax + bx) / 2, y + Math.sign(other[1] - y) * reach]
  }
  const [start, end] = [ends([from, a, [bx, by]]), ends([to, b, [ax, ay]])]
  const forward = isLevel ? (end[0] - start[0]) * (bx - ax) : (end[1] - start[1]) * (by - ay)
  return forward > 0 ? [start, end] : undefined
}

/** The shortest route with few bends through neither box, as if there were nothing else. */
function plainRoute(a: Box, b: Box): Point[] | undefined {
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
        if (!crosses(points, a) && !crosses(points, b)) best = { points, cost }
      }
    }
  }
  return best?.points
}

/**
 * A route of upright lines from a side of one end to a side of the other and through neither: the shortest with few bends.
 * It leads around `obstacles`, and behind them only where there is no way around.
 */
export function elbowRoute(
  from: End,
  to: End,
  obstacles: readonly Box[] = [],
): Point[] | undefined {
  const [a, b] = [boxAround(from), boxAround(to)]
  const plain = levelRoute(from, to) ?? plainRoute(a, b)
  const isBlocked = plain && obstacles.some((box) => crosses(plain, box))
  const points = (isBlocked && detour(a, b, obstacles, plain)) || plain
  return points && ledOn(ledOn(points, from).reverse(), to).reverse()
}

/** A route of upright lines moved by `aside` world units to the right and down, its two ends still where they meet their sides. */
export function movedAside(points: readonly Point[], aside: number): Point[] {
  const last = points.length - 1
  return points.map(([x, y], i) => {
    const next = i === 0 ? points[1] : i === last ? points[last - 1] : undefined
    const isLevel = next !== undefined && Math.abs(next[0] - x) >= Math.abs(next[1] - y)
    const isUpright = next !== undefined && !isLevel
    return [isLevel ? x : x + aside, isUpright ? y : y + aside]
  })
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

/** The point at a share of a route, 0.5 half way, measured along it. */
export function pointAlong(points: readonly Point[], share: number): Point {
  const lengths = points.slice(1).map(([x, y], i) => {
    const [px, py] = points[i] ?? [x, y]
    return Math.hypot(x - px, y - py)
  })
  let left = lengths.reduce((sum, length) => sum + length, 0) * share
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

/** The point half way along a route, measured along it. */
export function halfWay(points: readonly Point[]): Point {
  const [first, second] = points
  if (points.length === 2 && first && second)
    return [(first[0] + second[0]) / 2, (first[1] + second[1]) / 2]
  return pointAlong(points, 0.5)
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
