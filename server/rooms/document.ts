import * as Y from 'yjs'
import { mergeAll, type Folded } from './fold.ts'
import type { Folder } from './folder.ts'
import { syncFrame } from './frames.ts'
import { Outgoing } from './outgoing.ts'

/** Updates since the base beyond which a joiner waits for a fold: merging them for each would hold up everyone. */
const MOST_TAIL = 1_000

/** A document as everyone on the board has been given it: bytes folded together, and the updates since. */
export class BoardDocument {
  readonly #folder: Folder
  #base: Folded
  #tail: Uint8Array[] = []
  #folding: Promise<void> | undefined
  #whole: Outgoing | undefined
  /** the first `count` updates of the tail as one */
  #mergedTail: { count: number; update: Uint8Array; answer: Outgoing } | undefined
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
    this.#whole = undefined
    this.#mergedTail = undefined
    this.#version += 1
  }

  /** Bytes of the base. */
  get size(): number {
    return this.#base.state.length
  }

  /** Whether the parts are still those that a `replace` by way of `version` was made from. */
  get version(): number {
    return this.#version
  }

  /**
   * Gives `send` what brings a client with `stateVector` up to date. The sync step 2 comes last, so that whoever takes it for
   * the end has everything. Nothing is added to the document between the call of `send` and its return.
   */
  async answer(stateVector: Uint8Array, send: (answer: Outgoing[]) => void): Promise<void> {
    const clocks = Y.decodeStateVector(stateVector)
    for (;;) {
      if (this.#tail.length > MOST_TAIL) await this.#fold()
      const version = this.#version
      const base = this.#wholeAnswer(clocks) ?? (await this.#diff(stateVector))
      if (version !== this.#version) continue
      const tail = this.#tailAnswer()
      send(tail ? [tail, base] : [base])
      return
    }
  }

  #wholeAnswer(clocks: ReadonlyMap<number, number>): Outgoing | undefined {
    if (clocks.size === 0) {
      this.#whole ??= new Outgoing(syncFrame('step2', this.#base.state))
      return this.#whole
    }
    for (const [client, clock] of Y.decodeStateVector(this.#base.stateVector)) {
      if ((clocks.get(client) ?? 0) < clock) return undefined
    }
    return new Outgoing(syncFrame('step2', this.#base.deletes))
  }

  async #diff(stateVector: Uint8Array): Promise<Outgoing> {
    return new Outgoing(syncFrame('step2', await this.#folder.diff(this.#base.state, stateVector)))
  }

  /** What came since the base was made. A client keeps what leans on something it hasn't yet, so this can go first. */
  #tailAnswer(): Outgoing | undefined {
    const { length } = this.#tail
    if (length === 0) return undefined
    const known = this.#mergedTail
    if (known?.count === length) return known.answer
    const news = this.#tail.slice(known?.count)
    const update = mergeAll(known ? [known.update, ...news] : news)
    const answer = new Outgoing(syncFrame('update', update))
    this.#mergedTail = { count: length, update, answer }
    return answer
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
