import type { BoardDocument } from './document.ts'
import type { Neighbours } from './neighbours.ts'
import type { Persister } from './persister.ts'
import type { RoomParts } from './room-parts.ts'

/** Bytes of a document for which its log may hold one more update before it is folded. */
const BYTES_PER_ROW = 1_000

/** How long one node may take over it before another one tries, ms. */
const TURN = 60_000

/** Folds a board's log into a snapshot, so that loading stays quick and deleted content goes. */
export class Compactor {
  readonly #board: string
  readonly #document: BoardDocument
  readonly #persister: Persister
  readonly #parts: RoomParts
  readonly #neighbours: () => Neighbours | undefined
  #busy = false

  constructor(
    board: string,
    document: BoardDocument,
    persister: Persister,
    parts: RoomParts,
    neighbours: () => Neighbours | undefined,
  ) {
    this.#board = board
    this.#document = document
    this.#persister = persister
    this.#parts = parts
    this.#neighbours = neighbours
  }

  get isBusy(): boolean {
    return this.#busy
  }

  /** Compacts if the log has grown, or if `always` and there is any log. A failure leaves everything as it was. */
  async compact(always: boolean): Promise<void> {
    const { limits, log } = this.#parts
    const { rows, bytes } = this.#persister
    const { size } = this.#document
    // Compaction costs as much as the document is large: a large one waits for more.
    const isDue =
      rows >= limits.compactUpdates + size / BYTES_PER_ROW ||
      bytes >= Math.max(limits.compactBytes, size / 2)
    // Whoever is the last to leave the board folds what is left.
    const isLeftToOthers = this.#neighbours()?.isAlone === false
    if (this.#busy || rows === 0 || !(isDue || (always && !isLeftToOthers))) return
    if (this.#persister.isAhead) return
    this.#busy = true
    try {
      const compact = (): Promise<void> => this.#compactNow()
      // Another node that is at it makes the log as short.
      const neighbours = this.#neighbours()
      if (neighbours) await neighbours.alone('compact', TURN, compact)
      else await compact()
    } catch (error) {
      log.error({ board: this.#board, err: error }, 'Compaction failed; the log stays')
    }
    // After a failure too: the next try is due when the log has grown as much again.
    this.#persister.rows -= rows
    this.#persister.bytes -= bytes
    this.#busy = false
  }

  async #compactNow(): Promise<void> {
    // A snapshot must not hold what the log doesn't: it would come without the claims that say whose it is.
    if (this.#persister.isAhead) return
    const { folder, store } = this.#parts
    const document = this.#document
    const parts = document.parts()
    const { version } = document
    const { seq } = this.#neighbours() ?? this.#persister
    const compacted = await folder.compact(parts)
    if (!compacted) throw new Error('The document did not take in all of its log.')
    await store.compact(this.#board, compacted.state, seq)
    if (version === document.version) document.replace(compacted, parts.length)
  }
}
