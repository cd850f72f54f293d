import * as Y from 'yjs'
import type { Folded } from './fold.ts'
import type { Folder } from './folder.ts'
import { syncFrame } from './frames.ts'
import type { Lane } from './lane.ts'
import { Outgoing } from './outgoing.ts'
import { packLarge, WORTH_PACKING_LATER } from './pack.ts'
import { Tail } from './tail.ts'

/** Updates since the base beyond which a joiner waits for a fold: merging them for each would hold up everyone. */
const MOST_TAIL = 1_000

/** A document as everyone on the board has been given it: bytes folded together, and the updates since. */
export class BoardDocument {
  readonly #folder: Folder
  #base: Folded
  readonly #tail = new Tail()
  #folding: Promise<void> | undefined
  /** the answer to those who have nothing; packed, once somebody who takes packs has asked */
  #whole: Outgoing | undefined
  #wholePacked: Promise<Outgoing> | undefined
  /** changes whenever the base does */
  #version = 0

  constructor(folder: Folder, base: Folded) {
    this.#folder = folder
    this.#base = base
  }

  /** An update that everyone on the board is being given. */
  add(update: Uint8Array): void {
    this.#tail.add(update)
  }

  /** All of it as one update. */
  async state(): Promise<Uint8Array> {
    await this.#fold()
    return this.#tail.updates.length === 0
      ? this.#base.state
      : (await this.#folder.fold(this.parts())).state
  }

  /** All of it as updates to be applied in order. */
  parts(): Uint8Array[] {
    return [this.#base.state, ...this.#tail.updates]
  }

  /** Puts `base` in place of the first `count` parts, which it must hold the same as. */
  replace(base: Folded, count: number): void {
    this.#base = base
    this.#tail.drop(count - 1)
    this.#whole = undefined
    this.#wholePacked = undefined
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
   * Gives `send` what brings a client with `stateVector` up to date, packed where that is much and its lane takes packs. The sync
   * step 2 comes last, so that whoever takes it for the end has everything. Nothing is added to the document between the call of
   * `send` and its return.
   */
  async answer(
    stateVector: Uint8Array,
    lane: Lane,
    send: (answer: Outgoing[]) => void,
  ): Promise<void> {
    const clocks = Y.decodeStateVector(stateVector)
    for (;;) {
      if (this.#tail.updates.length > MOST_TAIL) await this.#fold()
      const version = this.#version
      const base = await this.#baseAnswer(clocks, stateVector, lane)
      await this.#tail.prepare(lane)
      if (version !== this.#version) continue
      send([...this.#tail.answers(lane), base])
      return
    }
  }

  #baseAnswer(
    clocks: ReadonlyMap<number, number>,
    stateVector: Uint8Array,
    lane: Lane,
  ): Outgoing | Promise<Outgoing> {
    if (clocks.size === 0) {
      if (lane === 'packed' && this.size >= WORTH_PACKING_LATER) return this.#packWhole()
      this.#whole ??= new Outgoing(syncFrame('step2', this.#base.state))
      return this.#whole
    }
    for (const [client, clock] of Y.decodeStateVector(this.#base.stateVector)) {
      if ((clocks.get(client) ?? 0) < clock) return this.#diff(stateVector, lane)
    }
    return new Outgoing(syncFrame('step2', this.#base.deletes))
  }

  async #diff(stateVector: Uint8Array, lane: Lane): Promise<Outgoing> {
    const message = syncFrame('step2', await this.#folder.diff(this.#base.state, stateVector))
    const isPacked = lane === 'packed' && message.length >= WORTH_PACKING_LATER
    return new Outgoing(isPacked ? await packLarge(message) : message)
  }

  /** However many ask, it is packed once. */
  #packWhole(): Promise<Outgoing> {
    if (this.#wholePacked) return this.#wholePacked
    const message = syncFrame('step2', this.#base.state)
    const packing = packLarge(message).then((packed) => new Outgoing(packed))
    this.#wholePacked = packing
    // Who asks next tries again; who has asked is told.
    packing.catch(() => {
      if (this.#wholePacked === packing) this.#wholePacked = undefined
    })
    return packing
  }

  /** After this, the base holds at least everything that was there at the call. */
  async #fold(): Promise<void> {
    // A fold under way may have started before the newest update came.
    if (this.#folding) await this.#folding
    if (this.#tail.updates.length === 0) return
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
