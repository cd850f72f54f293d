import * as Y from 'yjs'
import type { Folded } from './fold.ts'
import type { Folder } from './folder.ts'
import { syncFrame } from './frames.ts'

/** A document as everyone on the board has been given it: bytes folded together, and the updates since. */
export class BoardDocument {
  readonly #folder: Folder
  #base: Folded
  #tail: Uint8Array[] = []
  #folding: Promise<void> | undefined
  #wholeFrame: Uint8Array | undefined
  /** changes whenever the base does */
  #version = 0

  constructor(folder: Folder, base: Folded) {
    this.#folder = folder
    this.#base = base
  }

  /** An update that everyone on the board is being given. */
  add(update: Uint8Array): void {
    this.#tail.push(update)
  }

  /** All of it as one update. */
  async state(): Promise<Uint8Array> {
    await this.#fold()
    return this.#tail.length === 0
      ? this.#base.state
      : (await this.#folder.fold(this.parts())).state
  }

  /** All of it as updates to be applied in order. */
  parts(): Uint8Array[] {
    return [this.#base.state, ...this.#tail]
  }

  /** Puts `base` in place of the first `count` parts, which it must hold the same as. */
  replace(base: Folded, count: number): void {
    this.#base = base
    this.#tail = this.#tail.slice(count - 1)
    this.#wholeFrame = undefined
    this.#version += 1
  }

  /** Whether the parts are still those that a `replace` by way of `version` was made from. */
  get version(): number {
    return this.#version
  }

  /**
   * Gives `send` the frames that bring a client with `stateVector` up to date: a sync step 2 with everything known when
   * this was called, then what came since. Nothing is added to the document between the call of `send` and its return.
   */
  async answer(stateVector: Uint8Array, send: (frames: Uint8Array[]) => void): Promise<void> {
    const clocks = Y.decodeStateVector(stateVector)
    for (;;) {
      await this.#fold()
      const version = this.#version
      const first = this.#wholeAnswer(clocks) ?? (await this.#diff(stateVector))
      if (version === this.#version) {
        send([first, ...this.#tail.map((update) => syncFrame('update', update))])
        return
      }
    }
  }

  #wholeAnswer(clocks: ReadonlyMap<number, number>): Uint8Array | undefined {
    if (clocks.size === 0) {
      this.#wholeFrame ??= syncFrame('step2', this.#base.state)
      return this.#wholeFrame
    }
    for (const [client, clock] of Y.decodeStateVector(this.#base.stateVector)) {
      if ((clocks.get(client) ?? 0) < clock) return undefined
    }
    return syncFrame('step2', this.#base.deletes)
  }

  async #diff(stateVector: Uint8Array): Promise<Uint8Array> {
    return syncFrame('step2', await this.#folder.diff(this.#base.state, stateVector))
  }

  /** After this, the base holds at least everything that was there at the call. */
  async #fold(): Promise<void> {
    // A fold under way may have started before the newest update came.
    if (this.#folding) await this.#folding
    if (this.#tail.length === 0) return
    this.#folding ??= this.#foldNow().finally(() => {
      this.#folding = undefined
    })
    await this.#folding
  }

  async #foldNow(): Promise<void> {
    const parts = this.parts()
    const version = this.#version
    const folded = await this.#folder.fold(parts)
    if (version === this.#version) this.replace(folded, parts.length)
  }
}
