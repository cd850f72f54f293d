import { StoreError } from '../store/store-error.ts'
import { COMPACT_WITHIN, compactStored } from './compact-stored.ts'
import type { RoomParts } from './room-parts.ts'

/** What the sweep needs to know of the live boards. */
interface SweepHost {
  /** the board is in memory here: it is folded when everyone has left */
  isOpen(board: string): boolean
  /** somebody waits for a board that is being read */
  isAwaited(): boolean
}

/** Boards that are looked for at once. */
const PIECE = 100

/** A rest after each board, ms and as a multiple of the time that it took: live boards have the threads and the disk most of the time. */
const REST = 20
const REST_TIMES = 4

/** How soon it is seen again whether anybody waits for a board, ms. */
const LOOK_AGAIN = 50

/** Boards that the store couldn't read or write, after which the others wait too: its disk is full, or it is away. */
const ENOUGH = 3

/** How often logs that stayed all the same are looked for, ms: another node's that ended, or one whose compaction failed. */
const EVERY = 3_600_000

type SweepParts = Pick<RoomParts, 'store' | 'folder' | 'bus' | 'clock' | 'log'>

/**
 * Folds the logs of boards that nobody has open here, one after the other and at a gentle pace: what a crash or a stop has left is done
 * at once, and what stays later within the hour.
 */
export class LogSweep {
  readonly #parts: SweepParts
  readonly #host: SweepHost
  readonly #ended: Promise<void>
  #stopped = false
  #wake = (): void => undefined

  /** Begins. */
  constructor(parts: SweepParts, host: SweepHost) {
    this.#parts = parts
    this.#host = host
    this.#ended = this.#sweep()
  }

  /** Begins with no other board; resolves when nothing is under way any more. */
  stop(): Promise<void> {
    this.#stopped = true
    this.#wake()
    return this.#ended
  }

  async #sweep(): Promise<void> {
    while (!this.#stopped) {
      const isDone = await this.#sweepAll().catch((error: unknown) => {
        if (!this.#stopped) this.#parts.log.warn({ err: error }, 'Logs can’t be folded now')
        return false
      })
      // A node that died over one, or a database that was away, has lost its turn or is back by then.
      await this.#pause(isDone ? EVERY : COMPACT_WITHIN)
    }
  }

  /** Whether nothing is left that could be done soon. */
  async #sweepAll(): Promise<boolean> {
    const { store, clock, log } = this.#parts
    const count = { done: 0, leased: 0, failed: 0, never: 0 }
    let after = 0
    let found
    do {
      found = await store.logged(after, PIECE)
      for (const { id, place } of found) {
        after = place
        while (!this.#stopped && this.#host.isAwaited()) await this.#pause(LOOK_AGAIN)
        if (this.#stopped) return true
        if (this.#host.isOpen(id)) continue
        const begun = clock.now()
        count[await this.#sweepOne(id)] += 1
        if (count.failed >= ENOUGH) return false
        await this.#pause(REST + REST_TIMES * (clock.now() - begun))
      }
    } while (found.length > 0 && !this.#stopped)
    if (count.done > 0) log.info({ boards: count.done }, 'folded what was left in logs')
    return count.leased + count.failed === 0
  }

  /** Folds one board's log; `leased`: another node is at it, `failed`: the store couldn't, `never`: it makes no sense to try again soon. */
  async #sweepOne(board: string): Promise<'done' | 'leased' | 'failed' | 'never'> {
    try {
      return (await compactStored(board, this.#parts)) ? 'done' : 'leased'
    } catch (error) {
      const code = error instanceof StoreError ? error.code : undefined
      if (this.#stopped || code === 'unknown-board') return 'never'
      this.#parts.log.warn(
        { board, err: error },
        'The log of a stored board can’t be folded; it stays',
      )
      return code === 'unavailable' ? 'failed' : 'never'
    }
  }

  #pause(ms: number): Promise<void> {
    if (this.#stopped) return Promise.resolve()
    return new Promise((resolve) => {
      const cancel = this.#parts.clock.after(ms, resolve)
      this.#wake = () => {
        cancel()
        resolve()
      }
    })
  }
}
