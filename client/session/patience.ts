import type { SavedChanges } from './saved.ts'

/**
 * Finds out that this window is out of step: the server refused something, and a change that was unsaved then is so
 * still `ms` later on the same connection. It builds on somebody's edit that the server has lost and that nobody brings.
 */
export class Patience {
  readonly #saved: SavedChanges
  readonly #ms: number
  readonly #onOver: () => void
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(saved: SavedChanges, ms: number, onOver: () => void) {
    this.#saved = saved
    this.#ms = ms
    this.#onOver = onOver
  }

  /** The server has refused something. */
  refused(): void {
    const waiting = this.#saved.oldest
    if (this.#timer || waiting === undefined) return
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      if (this.#saved.oldest === waiting) this.#onOver()
    }, this.#ms)
  }

  /** The connection is gone: another one may fare better. */
  reset(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }
}
