// An object that changes again within this time (ms) is in motion, and lies still after as long without a change.
const RESTLESS_MS = 400
// With fewer changes in a frame than this, repainting their parts of the ground costs less than lifting them off it.
const BUSY = 6

/** Finds what others change again and again while the board is busy, so that it can be lifted off the ground for as long. */
export class Hot {
  readonly #changed = new Map<string, number>()
  readonly #until = new Map<string, number>()

  /** Takes the ids that changed since the last frame; `now` in ms. */
  take(ids: ReadonlySet<string>, now: number): void {
    for (const id of ids) {
      const restless = now - (this.#changed.get(id) ?? -Infinity) < RESTLESS_MS
      if (this.#until.has(id) || (restless && ids.size >= BUSY)) {
        this.#until.set(id, now + RESTLESS_MS)
      }
      this.#changed.set(id, now)
    }
  }

  /** The ids that are in motion at `now`. */
  ids(now: number): ReadonlySet<string> {
    for (const [id, until] of this.#until) if (until < now) this.#until.delete(id)
    for (const [id, at] of this.#changed) if (now - at > RESTLESS_MS) this.#changed.delete(id)
    return new Set(this.#until.keys())
  }
}
