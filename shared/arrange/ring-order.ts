/** A tie between the boxes with these indices. */
export type Pair = readonly [from: number, to: number]

/** What an order on a ring is judged by. */
export interface RingCosts {
  pairs: readonly Pair[]
  /** how many boxes a tie from one slot to another runs under; `forward` as the drawing bows it */
  hidden: (from: number, to: number, forward: boolean) => number
  /** whether the tie of this pair bows forward when its ends are in these slots */
  forward: (pair: Pair, slotOf: ArrayLike<number>) => boolean
}

/** A box in the way of a tie is as bad as this many crossings. */
const HIDDEN_COST = 120
/** Upper bound on look-ups, so that a huge board is laid out less well rather than late. */
const BUDGET = 10_000_000

/** Sorts boxes by the mean direction of their partners, over and over: a good order to begin with. */
export function barycentres(count: number, pairs: readonly Pair[]): number[] {
  const partners: number[][] = Array.from({ length: count }, (_, i) => [i])
  for (const [a, b] of pairs) {
    partners[a]!.push(b)
    partners[b]!.push(a)
  }
  const turn = (2 * Math.PI) / Math.max(1, count)
  let slotOf = Array.from({ length: count }, (_, i) => i)
  for (let sweep = 0; sweep < 24; sweep++) {
    const wanted = slotOf.map((slot, i) => {
      let x = 0
      let y = 0
      for (const partner of partners[i]!) {
        x += Math.cos(turn * slotOf[partner]!)
        y += Math.sin(turn * slotOf[partner]!)
      }
      const angle = Math.hypot(x, y) < 1e-6 ? turn * slot : Math.atan2(y, x)
      return angle < 0 ? angle + 2 * Math.PI : angle
    })
    const sequence = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]! || a - b)
    const next = slotOf.slice()
    for (const [slot, i] of sequence.entries()) next[i] = slot
    slotOf = next
  }
  return slotOf
}

/** What an order costs; reads tie counts from a summed-area table, so that each tie's crossings are two look-ups. */
function orderCost(
  slotOf: Int32Array,
  { pairs, hidden, forward }: RingCosts,
  table: Int32Array,
): number {
  const width = slotOf.length + 1
  table.fill(0)
  let cost = 0
  for (const pair of pairs) {
    const a = slotOf[pair[0]]!
    const b = slotOf[pair[1]]!
    cost += HIDDEN_COST * hidden(a, b, forward(pair, slotOf))
    table[a < b ? (a + 1) * width + b + 1 : (b + 1) * width + a + 1]! += 1
  }
  for (let row = width; row < table.length; row += width) {
    let sum = 0
    for (let i = row + 1; i < row + width; i++) {
      sum += table[i]!
      table[i] = sum + table[i - width]!
    }
  }
  let crossings = 0
  for (const pair of pairs) {
    const a = slotOf[pair[0]]!
    const b = slotOf[pair[1]]!
    const low = a < b ? a : b
    const high = a < b ? b : a
    // Ties that begin between the two ends and lead beyond the later one; each crossing is met once.
    crossings +=
      table[high * width + width - 1]! -
      table[(low + 1) * width + width - 1]! -
      table[high * width + high + 1]! +
      table[(low + 1) * width + high + 1]!
  }
  return cost + crossings
}

/**
 * The slot of each box on a ring so that few ties run under other boxes and few cross, and what that order costs: two
 * boxes change places wherever `mayExchange` lets them, as long as an exchange helps.
 */
export function settle(
  start: readonly number[],
  costs: RingCosts,
  mayExchange: (i: number, j: number) => boolean,
): { slotOf: number[]; cost: number } {
  const slotOf = Int32Array.from(start)
  const count = start.length
  const table = new Int32Array((count + 1) ** 2)
  const exchange = (i: number, j: number): void => {
    const slot = slotOf[i]!
    slotOf[i] = slotOf[j]!
    slotOf[j] = slot
  }
  let cost = orderCost(slotOf, costs, table)
  let left = BUDGET
  for (let better = true; better && left > 0;) {
    better = false
    for (let i = 0; i < count; i++) {
      for (let j = i + 1; j < count && left > 0; j++) {
        if (!mayExchange(i, j)) continue
        exchange(i, j)
        left -= table.length + costs.pairs.length
        const other = orderCost(slotOf, costs, table)
        if (other < cost) {
          cost = other
          better = true
        } else exchange(i, j)
      }
    }
  }
  return { slotOf: [...slotOf], cost }
}
