import { mergeAll } from './fold.ts'
import { syncFrame } from './frames.ts'
import type { Lane } from './lane.ts'
import { Outgoing } from './outgoing.ts'
import { packLarge, WORTH_PACKING_LATER } from './pack.ts'

/** The first `count` updates as one. */
interface Merged {
  count: number
  update: Uint8Array
  answer: Outgoing
}

/** The updates of a document since its base was made, in their order, and as what a joiner is given. */
export class Tail {
  #updates: Uint8Array[] = []
  #merged: Merged | undefined
  /** the first `count` updates packed */
  #packed: { count: number; answer: Outgoing } | undefined
  #packing: Promise<void> | undefined
  /** how often some of it was dropped */
  #drops = 0

  get updates(): readonly Uint8Array[] {
    return this.#updates
  }

  add(update: Uint8Array): void {
    this.#updates.push(update)
  }

  /** Forgets the first `count` updates, which a base has now. */
  drop(count: number): void {
    this.#updates = this.#updates.slice(count)
    this.#merged = undefined
    this.#packed = undefined
    this.#packing = undefined
    this.#drops += 1
  }

  /** Sees to it that most of `answers` is packed already, where that is worth it. However many ask at once, it is packed once. */
  async prepare(lane: Lane): Promise<void> {
    if (lane === 'plain') return
    const loose = this.#updates.slice(this.#packed?.count)
    if (loose.reduce((sum, { length }) => sum + length, 0) < WORTH_PACKING_LATER) return
    this.#packing ??= this.#pack()
    await this.#packing
  }

  /** Everything as messages that can go before the base: a client keeps what leans on something that it hasn't yet. */
  answers(lane: Lane): Outgoing[] {
    const packed = lane === 'packed' ? this.#packed : undefined
    const rest = this.#updates.slice(packed?.count)
    if (rest.length === 0) return packed ? [packed.answer] : []
    if (packed) return [packed.answer, new Outgoing(syncFrame('update', mergeAll(rest)))]
    return [this.#merge().answer]
  }

  async #pack(): Promise<void> {
    const { count, update } = this.#merge()
    const drops = this.#drops
    try {
      const answer = new Outgoing(await packLarge(syncFrame('update', update)))
      if (drops === this.#drops) this.#packed = { count, answer }
    } finally {
      if (drops === this.#drops) this.#packing = undefined
    }
  }

  #merge(): Merged {
    const known = this.#merged
    const { length: count } = this.#updates
    if (known?.count === count) return known
    const news = this.#updates.slice(known?.count)
    const update = mergeAll(known ? [known.update, ...news] : news)
    this.#merged = { count, update, answer: new Outgoing(syncFrame('update', update)) }
    return this.#merged
  }
}
