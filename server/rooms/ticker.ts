import type { Clock } from '../clock.ts'

/** Runs `tick` soon after it was asked for, and never twice within `delay()` ms: at once when quiet, in bunches when busy. */
export class Ticker {
  readonly #clock: Clock
  readonly #delay: () => number
  readonly #tick: () => void
  #last = 0
  #cancel: (() => void) | undefined

  constructor(clock: Clock, delay: () => number, tick: () => void) {
    this.#clock = clock
    this.#delay = delay
    this.#tick = tick
  }

  request(): void {
    if (this.#cancel) return
    const wait = Math.max(0, this.#last + this.#delay() - this.#clock.now())
    this.#cancel = this.#clock.after(wait, () => {
      this.#cancel = undefined
      this.#last = this.#clock.now()
      this.#tick()
    })
  }

  /** A run is due, or nearly all of the delay has passed since the last one. */
  get isNear(): boolean {
    return this.#clock.now() - this.#last >= this.#delay() * 0.85
  }

  /** What `tick` does was done just now without it. */
  ran(): void {
    this.stop()
    this.#last = this.#clock.now()
  }

  stop(): void {
    this.#cancel?.()
    this.#cancel = undefined
  }
}
