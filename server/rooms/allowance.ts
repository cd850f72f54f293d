import type { Clock } from '../clock.ts'

/** What somebody may use up: a burst at once, which grows again by so much a second. */
export class Allowance {
  readonly #burst: number
  readonly #perSecond: number
  readonly #clock: Clock
  #left: number
  #at: number

  constructor(burst: number, perSecond: number, clock: Clock) {
    this.#burst = burst
    this.#perSecond = perSecond
    this.#clock = clock
    this.#left = burst
    this.#at = clock.now()
  }

  /** Takes `amount`; false when that is more than is left. */
  take(amount: number): boolean {
    const now = this.#clock.now()
    const grown = (Math.max(0, now - this.#at) / 1000) * this.#perSecond
    this.#left = Math.min(this.#burst, this.#left + grown) - amount
    this.#at = now
    return this.#left >= 0
  }
}
