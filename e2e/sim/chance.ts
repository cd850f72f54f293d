/** Repeatable chance: the same seed rolls the same. */
export class Chance {
  #state: number

  constructor(seed: number) {
    this.#state = (seed ^ 0x9e3779b9) >>> 0
    for (let i = 0; i < 4; i += 1) this.next()
  }

  /** From 0 up to 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let t = this.#state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }

  /** A whole number from 0 up to `sides`. */
  roll(sides: number): number {
    return Math.floor(this.next() * sides)
  }

  /** Whether something of that probability happens now. */
  is(probability: number): boolean {
    return this.next() < probability
  }

  /** One of `items`; undefined when there is none. */
  pick<T>(items: readonly T[]): T | undefined {
    return items[this.roll(items.length)]
  }

  /** One of the names in `weights`, as often as its weight says. */
  weigh<Name extends string>(weights: Record<Name, number>): Name {
    const entries = Object.entries(weights) as [Name, number][]
    let left = this.next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [name, weight] of entries) {
      left -= weight
      if (left < 0) return name
    }
    throw new Error('There is nothing to choose from.')
  }
}
