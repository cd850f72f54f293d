import { boxOf, grow, intersects, type Box, type Point } from '../geometry.ts'
import type { ArrangeBox, ArrangeLink, Places } from './box.ts'
import { runsUnder, tieLine, type TieLine } from './hidden.ts'

const DIRECTIONS = 16
const DISTANCES = [60, 120, 200, 300] as const
const ROUNDS = 4
const GAP = 40
/** A tie under a box weighs as much as moving the box this far. */
const HIDDEN_COST = 400
/** Upper bound on comparisons of a tie with a box: a map that is too full is cleared as far as that goes. */
const BUDGET = 800_000
/** Working out a tie's line takes as long as this many comparisons. */
const LINE_COST = 40

interface Tie {
  a: number
  b: number
}

/** The boxes of a map and its ties as lines, kept true while boxes move. */
class TieMap {
  readonly boxes: Box[]
  /** comparisons so far */
  spent = 0
  readonly #ids: readonly string[]
  readonly #ties: readonly Tie[]
  readonly #lines: (TieLine | undefined)[]
  readonly #mine: number[][]

  constructor(boxes: readonly Box[], ids: readonly string[], ties: readonly Tie[]) {
    this.boxes = [...boxes]
    this.#ids = ids
    this.#ties = ties
    this.#lines = ties.map((tie) => this.#line(tie))
    this.#mine = boxes.map((_, i) => ties.flatMap(({ a, b }, n) => (a === i || b === i ? [n] : [])))
  }

  /** How many ties run under box i, and under how many boxes its own ties run. */
  hiddenBy(i: number): number {
    const box = this.boxes[i]
    if (!box) return 0
    const mine = this.#mine[i] ?? []
    this.spent += this.#lines.length + mine.length * this.boxes.length
    let count = 0
    for (const [n, line] of this.#lines.entries()) {
      if (line && runsUnder(line, box) && !mine.includes(n)) count++
    }
    for (const n of mine) {
      const tie = this.#ties[n]
      const line = this.#lines[n]
      if (!line) continue
      count += this.boxes.filter(
        (other, k) => k !== tie?.a && k !== tie?.b && runsUnder(line, other),
      ).length
    }
    return count
  }

  isFree(i: number, box: Box): boolean {
    const wide = grow(box, GAP - 0.01)
    return !this.boxes.some((other, k) => k !== i && intersects(wide, other))
  }

  move(i: number, box: Box): void {
    this.boxes[i] = box
    const mine = this.#mine[i] ?? []
    this.spent += mine.length * LINE_COST
    for (const n of mine) {
      const tie = this.#ties[n]
      if (tie) this.#lines[n] = this.#line(tie)
    }
  }

  #line({ a, b }: Tie): TieLine | undefined {
    const [from, to] = [this.boxes[a], this.boxes[b]]
    return from && to ? tieLine(from, to, (this.#ids[a] ?? '') < (this.#ids[b] ?? '')) : undefined
  }
}

/** Moves box i to the place nearby where it hides least; returns whether it moved. */
function ease(map: TieMap, i: number): boolean {
  const start = map.boxes[i]
  const now = map.hiddenBy(i)
  if (!start || now === 0 || map.spent > BUDGET) return false
  let best = start
  let least = now * HIDDEN_COST
  for (const distance of DISTANCES) {
    for (let d = 0; d < DIRECTIONS; d++) {
      const angle = (2 * Math.PI * d) / DIRECTIONS
      const box = {
        ...start,
        x: Math.round(start.x + distance * Math.cos(angle)),
        y: Math.round(start.y + distance * Math.sin(angle)),
      }
      if (distance >= least || !map.isFree(i, box)) continue
      map.move(i, box)
      const cost = map.hiddenBy(i) * HIDDEN_COST + distance
      if (cost < least) {
        least = cost
        best = box
      }
    }
  }
  map.move(i, best)
  return best !== start
}

/** The places with boxes moved a little where that keeps ties from running under them; no two boxes come to overlap. */
export function clearTies(
  boxes: readonly ArrangeBox[],
  links: readonly ArrangeLink[],
  places: Places,
): Places {
  const index = new Map(boxes.map((box, i) => [box.id, i]))
  const ties = new Map<string, Tie>()
  for (const { from, to } of links) {
    const a = index.get(from)
    const b = index.get(to)
    if (a === undefined || b === undefined || a === b) continue
    ties.set(`${Math.min(a, b)} ${Math.max(a, b)}`, { a, b })
  }
  const map = new TieMap(
    boxes.map(({ id, size }) => boxOf(places.get(id) ?? [0, 0], size)),
    boxes.map(({ id }) => id),
    [...ties.values()],
  )
  for (let round = 0; round < ROUNDS; round++) {
    // Every box has its turn in every round.
    const moved = boxes.filter((_, i) => ease(map, i))
    if (moved.length === 0) break
  }
  return new Map(
    boxes.map(({ id }, i): [string, Point] => {
      const box = map.boxes[i]
      return [id, box ? [box.x, box.y] : [0, 0]]
    }),
  )
}
