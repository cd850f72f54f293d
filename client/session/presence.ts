import { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'

type State = Record<string, unknown> | null

/** At most 30 changes a second leave this window. */
const GAP_MS = 34

/** Awareness that sends this person's own state at most 30 times a second, the newest winning; leaving goes out at once. */
export class PacedAwareness extends Awareness {
  #waiting: State | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #last = 0

  constructor(doc: Y.Doc) {
    super(doc)
    this.#waiting = undefined
  }

  override getLocalState(): State {
    if (#waiting in this && this.#waiting !== undefined) return this.#waiting
    return super.getLocalState()
  }

  override setLocalState(state: State): void {
    // The parent's constructor calls this before the fields exist.
    if (!(#waiting in this)) {
      super.setLocalState(state)
      return
    }
    const wait = this.#last + GAP_MS - performance.now()
    if (state !== null && wait > 0) {
      this.#waiting = state
      this.#timer ??= setTimeout(() => this.#flush(), wait)
      return
    }
    this.#waiting = state
    this.#flush()
  }

  override destroy(): void {
    clearTimeout(this.#timer)
    super.destroy()
  }

  #flush(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const state = this.#waiting
    this.#waiting = undefined
    this.#last = performance.now()
    if (state !== undefined) super.setLocalState(state)
  }
}
