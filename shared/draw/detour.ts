import { centreOf, cornersOf, grow, type Box, type Point } from '../geometry.ts'
import { BEND_COST, crosses, GAP, sidePoint, sides, STUB, tidied } from './upright.ts'

// How far from what is in its way a line keeps where there is room, and where there is little.
const CLEAR = 22
const NARROW = 12
// Each adds lines to the grid; among more no way is looked for.
const MOST = 20

/** A crossing of the grid, reached in one of the four directions. */
interface Step {
  column: number
  row: number
  /** index of the direction in `sides`; the other way round is `way ^ 1` */
  way: number
  cost: number
  /** the cost, and the least that is still to come */
  least: number
  before: Step | undefined
}

const lines = (values: readonly number[]): number[] =>
  [...new Set(values)].sort((one, other) => one - other)

const distance = (box: Box, x: number, y: number): number =>
  Math.max(box.x - x, x - box.x - box.width, 0) + Math.max(box.y - y, y - box.y - box.height, 0)

/** The lines along which a route may run, and which pieces between two of their crossings are free. */
class Grid {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly #closed: readonly [across: Uint8Array, down: Uint8Array]

  constructor(a: Box, b: Box, obstacles: readonly Box[]) {
    const [[ax, ay], [bx, by]] = [centreOf(a), centreOf(b)]
    const passed: readonly Point[] = [
      [(ax + bx) / 2, (ay + by) / 2],
      ...[a, b].flatMap((end) => sides.map((side) => sidePoint(end, side, STUB))),
      ...obstacles.flatMap((box) => cornersOf(grow(box, CLEAR))),
    ]
    this.xs = lines(passed.map(([x]) => x))
    this.ys = lines(passed.map(([, y]) => y))
    const places = this.xs.length * this.ys.length
    this.#closed = [new Uint8Array(places), new Uint8Array(places)]
    for (const box of [a, b, ...obstacles]) this.#close(grow(box, NARROW))
  }

  /** How long the step from a crossing to the next one is; 0 where it goes through something, or off the grid. */
  free(column: number, row: number, way: number): number {
    const [dx, dy] = sides[way] ?? [0, 0]
    const [values, at] = dx ? [this.xs, column] : [this.ys, row]
    const [here, there] = [values[at], values[at + dx + dy]]
    if (here === undefined || there === undefined) return 0
    const place = this.place(column + Math.min(dx, 0), row + Math.min(dy, 0))
    return this.#closed[dx ? 0 : 1][place] ? 0 : Math.abs(there - here)
  }

  place(column: number, row: number): number {
    return row * this.xs.length + column
  }

  #close({ x, y, width, height }: Box): void {
    const [across, down] = this.#closed
    for (const [row, at] of this.ys.entries()) {
      const next = this.ys[row + 1] ?? at
      if (next <= y || at >= y + height) continue
      for (const [column, left] of this.xs.entries()) {
        const right = this.xs[column + 1] ?? left
        if (right <= x || left >= x + width) continue
        if (at > y) across[this.place(column, row)] = 1
        if (left > x) down[this.place(column, row)] = 1
      }
    }
  }
}

/** Puts a step where it belongs in a list whose last is the next to be taken; of equals the earlier is taken first. */
function queue(steps: Step[], step: Step): void {
  let [low, high] = [0, steps.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((steps[middle]?.least ?? 0) > step.least) low = middle + 1
    else high = middle
  }
  steps.splice(low, 0, step)
}

/** The shortest route with few bends around both ends and all of `near`. */
function search(a: Box, b: Box, near: readonly Box[]): Point[] | undefined {
  const grid = new Grid(a, b, near)
  const { xs, ys } = grid
  const goal = grow(b, STUB)
  const crossing = ([x, y]: Point): [column: number, row: number] => [xs.indexOf(x), ys.indexOf(y)]
  const isOpen = (end: Box, other: Box, side: Point): boolean => {
    const way = [sidePoint(end, side, GAP), sidePoint(end, side, STUB)]
    return ![other, ...near].some((box) => crosses(way, box))
  }
  const steps: Step[] = []
  const best = new Float64Array(xs.length * ys.length * sides.length).fill(Infinity)
  // Asked for thousands of times: nothing is made for a step that leads nowhere.
  const take = (column: number, row: number, way: number, cost: number, before?: Step): void => {
    const state = grid.place(column, row) * sides.length + way
    if (cost >= (best[state] ?? 0)) return
    best[state] = cost
    const least = cost + distance(goal, xs[column] ?? 0, ys[row] ?? 0)
    queue(steps, { column, row, way, cost, least, before })
  }
  /** by which way the line goes into `b` from a crossing beside it */
  const into = new Map<number, number>()
  for (const [way, side] of sides.entries()) {
    if (isOpen(a, b, side)) take(...crossing(sidePoint(a, side, STUB)), way, 0)
    if (isOpen(b, a, side)) into.set(grid.place(...crossing(sidePoint(b, side, STUB))), way ^ 1)
  }
  for (let step = steps.pop(); step; step = steps.pop()) {
    const { column, row, way, cost } = step
    const place = grid.place(column, row)
    if (cost > (best[place * sides.length + way] ?? 0)) continue
    const last = into.get(place)
    if (last === way) return routeTo(step, a, b, grid)
    if (last !== undefined && last !== (way ^ 1)) take(column, row, last, cost + BEND_COST, step)
    for (let next = 0; next < sides.length; next++) {
      const length = next === (way ^ 1) ? 0 : grid.free(column, row, next)
      if (length === 0) continue
      const [dx, dy] = sides[next] ?? [0, 0]
      const far = cost + length + (next === way ? 0 : BEND_COST)
      take(column + dx, row + dy, next, far, step)
    }
  }
  return undefined
}

function routeTo(last: Step, a: Box, b: Box, { xs, ys }: Grid): Point[] | undefined {
  const steps: Step[] = []
  for (let step: Step | undefined = last; step; step = step.before) steps.unshift(step)
  const [out, into] = [sides[steps[0]?.way ?? 0], sides[last.way ^ 1]]
  if (!out || !into) return undefined
  const between = steps.map(({ column, row }): Point => [xs[column] ?? 0, ys[row] ?? 0])
  return tidied([sidePoint(a, out, GAP), ...between, sidePoint(b, into, GAP)])
}

/**
 * A route of upright lines from a side of `a` to a side of `b` around both and all of `obstacles`, of which `plain`, the route
 * without them, crosses some: the shortest with few bends. Undefined when there is none.
 */
export function detour(
  a: Box,
  b: Box,
  obstacles: readonly Box[],
  plain: readonly Point[],
): Point[] | undefined {
  const met = new Set<Box>()
  let route: Point[] | undefined
  let next = obstacles.filter((box) => crosses(plain, box))
  // What no route comes across adds nothing to the search.
  while (next.length > 0) {
    for (const box of next) met.add(box)
    route = met.size > MOST ? undefined : search(a, b, [...met])
    const way = route ?? []
    next = obstacles.filter((box) => !met.has(box) && crosses(way, grow(box, NARROW)))
  }
  return route
}
