import { COMPACT_WITHIN } from './compact-stored.ts'
import type { BoardDocument } from './document.ts'
import type { Neighbours } from './neighbours.ts'
import type { Persister } from './persister.ts'
import type { RoomParts } from './room-parts.ts'

/** Bytes of a document for which its log may hold one more update before it is folded. */
const BYTES_PER_ROW = 1_000

/** How soon a node that leaves the board asks again for its turn, ms, and how often: a node that died has lost its turn by then. */
const TRY_AGAIN = 500
const TRIES = COMPACT_WITHIN / TRY_AGAIN + 4

/** Folds a board's log into a snapshot, so that loading stays quick and deleted content goes. */
export class Compactor {
  readonly #board: string
  readonly #document: BoardDocument
  readonly #persister: Persister
  readonly #parts: RoomParts
  readonly #neighbours: () => Neighbours | undefined
  #busy = false
  #stopped = false
  /** folding was due and didn't come about here: another node was at it, which may have died over it, or it failed */
  #isOwed = false

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

  /** Waits for no other node any more; what is under way goes on. */
  stop(): void {
    this.#stopped = true
  }

  get isBusy(): boolean {
    return this.#busy
  }

  /** Compacts if the log has grown, or if `always` and there may be any log. A failure leaves everything as it was. */
  async compact(always: boolean): Promise<void> {
    const { limits, log } = this.#parts
    const { rows, bytes } = this.#persister
    const { size } = this.#document
    // Compaction costs as much as the document is large: a large one waits for more.
    const isDue =
      rows >= limits.compactUpdates + size / BYTES_PER_ROW ||
      bytes >= Math.max(limits.compactBytes, size / 2)
    if (this.#busy || !(isDue || always) || (rows === 0 && !this.#isOwed)) return
    if (this.#persister.isAhead) return
    this.#busy = true
    this.#isOwed = true
    try {
      const neighbours = this.#neighbours()
      if (!neighbours) await this.#compactNow()
      else if (always) await this.#compactInTurn(neighbours)
      // Another node that is at it makes the log as short.
      else await neighbours.compactAlone(() => this.#compactNow())
    } catch (error) {
      log.error({ board: this.#board, err: error }, 'Compaction failed; the log stays')
    }
    // After a failure too: the next try is due when the log has grown as much again.
    this.#persister.rows -= rows
    this.#persister.bytes -= bytes
    this.#busy = false
  }

  /** Waits for other nodes that are at it: they may have begun before the newest of the log was there, and be leaving as well. */
  async #compactInTurn(neighbours: Neighbours): Promise<void> {
    const compact = async (): Promise<void> => {
      await neighbours.catchUp()
      await this.#compactNow()
    }
    for (let tries = 0; tries < TRIES && !this.#stopped; tries += 1) {
      if (await neighbours.compactAlone(compact)) return
      await new Promise<void>((resolve) => this.#parts.clock.after(TRY_AGAIN, resolve))
    }
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
    const { epoch } = this.#persister
    await store.compact(this.#board, { epoch, snapshot: compacted.state, upTo: seq })
    this.#isOwed = false
    if (version === document.version) document.replace(compacted, parts.length)
  }
}
