import * as Y from 'yjs'
import type { Saved } from '../../shared/protocol/messages.ts'

/** One local change that is not known to be on the server's disk. */
interface Change {
  /** number of the sync message on this connection that carried it; null while none has */
  message: number | null
  /** how far the server must know each client before the change can be there: what was written, and what it deleted */
  clocks: ReadonlyMap<number, number>
}

/** Number of the last sync message of a connection that the server has put on disk, and how far each client reached. */
interface Covered {
  messages: number
  clocks: ReadonlyMap<number, number>
}

const nothing: Covered = { messages: 0, clocks: new Map() }

/**
 * Knows which local changes the server has not confirmed. A change is released only when a `saved` message covers both
 * the message that carried it (so that a deletion counts too) and its clock (so that a refused message doesn't).
 */
export class SavedChanges {
  readonly #doc: Y.Doc
  readonly #isLocal: (origin: unknown) => boolean
  readonly #listeners = new Set<() => void>()
  #changes: Change[] = []
  #unsent: Change | null = null
  #sent = 0
  #covered = nothing

  /** Starts listening to `doc`; must be made before the provider, whose sending it sees through `sent…`. */
  constructor(doc: Y.Doc, isLocal: (origin: unknown) => boolean) {
    this.#doc = doc
    this.#isLocal = isLocal
    doc.on('update', this.#onUpdate)
  }

  /** How many local changes the server has not confirmed. */
  get count(): number {
    return this.#changes.length
  }

  /** The change that has waited longest, to be told from others only; undefined when all are confirmed. */
  get oldest(): object | undefined {
    return this.#changes[0]
  }

  /** Takes over changes of an earlier visit, read from this browser's copy into the document already. */
  restore(count: number): void {
    const clocks = Y.decodeStateVector(Y.encodeStateVector(this.#doc))
    for (let i = 0; i < count; i += 1) this.#changes.push({ message: null, clocks })
    this.#tell()
  }

  /** An update message has gone out. It carries the change being made just now, and no earlier one. */
  sentUpdate(): void {
    this.#sent += 1
    if (this.#unsent) this.#unsent.message = this.#sent
    this.#unsent = null
  }

  /**
   * A sync step 2 has gone out: it carries everything that the server didn't have. `structs` says whether it held
   * anything; if it did and nothing was known to be unsaved, that is one change.
   */
  sentStep2(structs: boolean): void {
    this.#sent += 1
    for (const change of this.#changes) change.message = this.#sent
    if (!structs || this.#changes.length > 0) return
    const clocks = Y.decodeStateVector(Y.encodeStateVector(this.#doc))
    this.#changes.push({ message: this.#sent, clocks })
    this.#tell()
  }

  /** The connection is new or gone: what was under way may not have arrived. */
  reset(): void {
    this.#sent = 0
    this.#covered = nothing
    for (const change of this.#changes) change.message = null
  }

  /** The server says what is on disk. */
  saved({ stateVector, messages }: Saved): void {
    this.#covered = { messages, clocks: Y.decodeStateVector(stateVector) }
    const before = this.#changes.length
    this.#changes = this.#changes.filter((change) => !this.#isCovered(change))
    // What was dealt with and is not there was refused: only another step 2 can bring it.
    for (const change of this.#changes) {
      if (change.message !== null && change.message <= messages) change.message = null
    }
    if (this.#changes.length !== before) this.#tell()
  }

  /** Nothing of the sync message with this number was taken, not even what it deleted. */
  refused(message: number): void {
    for (const change of this.#changes) if (change.message === message) change.message = null
  }

  /** Calls `listener` when the count changed; returns how to stop. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  destroy(): void {
    this.#doc.off('update', this.#onUpdate)
    this.#listeners.clear()
  }

  readonly #onUpdate = (
    _update: Uint8Array,
    origin: unknown,
    _doc: Y.Doc,
    { deleteSet }: Y.Transaction,
  ): void => {
    if (!this.#isLocal(origin)) return
    const own = this.#doc.clientID
    const clocks = new Map([[own, Y.getState(this.#doc.store, own)]])
    for (const [client, items] of deleteSet.clients) {
      for (const { clock, len } of items) {
        clocks.set(client, Math.max(clocks.get(client) ?? 0, clock + len))
      }
    }
    const change: Change = { message: null, clocks }
    this.#changes.push(change)
    // The provider sends this very update later in the same event, or not at all.
    this.#unsent = change
    queueMicrotask(() => {
      if (this.#unsent === change) this.#unsent = null
    })
    this.#tell()
  }

  #isCovered({ message, clocks }: Change): boolean {
    if (message === null || message > this.#covered.messages) return false
    for (const [client, clock] of clocks) {
      if (clock > (this.#covered.clocks.get(client) ?? 0)) return false
    }
    return true
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}
