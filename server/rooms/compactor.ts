import type { BoardDocument } from './document.ts'
import type { Persister } from './persister.ts'
import type { RoomParts } from './room-parts.ts'

/** Bytes of a document for which its log may hold one more update before it is folded. */
const BYTES_PER_ROW = 1_000

/** Folds a board's log into a snapshot, so that loading stays quick and deleted content goes. */
export class Compactor {
  readonly #board: string
  readonly #document: BoardDocument
  readonly #persister: Persister
  readonly #parts: RoomParts
  #busy = false

  constructor(board: string, document: BoardDocument, persister: Persister, parts: RoomParts) {
    this.#board = board
    this.#document = document
    this.#persister = persister
    this.#parts = parts
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
    if (this.#busy || rows === 0 || !(isDue || always)) return
    // A snapshot must not hold what the log doesn't: it would come without the claims that say whose it is.
    if (this.#persister.isAhead) return
    this.#busy = true
    try {
      await this.#compactNow()
    } catch (error) {
      log.error({ board: this.#board, err: error }, 'Compaction failed; the log stays')
    }
    // After a failure too: the next try is due when the log has grown as much again.
    this.#persister.rows -= rows
    this.#persister.bytes -= bytes
    this.#busy = false
  }

  async #compactNow(): Promise<void> {
    const { folder, store } = this.#parts
    const document = this.#document
    const parts = document.parts()
    const { version } = document
    const { seq } = this.#persister
    const compacted = await folder.compact(parts)
    if (!compacted) throw new Error('The document did not take in all of its log.')
    await store.compact(this.#board, compacted.state, seq)
    if (version === document.version) document.replace(compacted, parts.length)
  }
}
