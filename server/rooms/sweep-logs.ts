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

/** How often logs that stayed all the same are looked for, ms: another node’s that ended, or one whose compaction failed. */
const EVERY = 3_600_000

/**
 * Folds the logs of boards that nobody has open here, one after the other and at a gentle pace: what a crash or a stop has left is done
 * at once, and what stays later within the hour. The result ends it, and resolves when nothing of it is under way.
 */
export function sweepLogs(
  parts: Pick<RoomParts, 'store' | 'folder' | 'bus' | 'clock' | 'log'>,
  host: SweepHost,
): () => Promise<void> {
  const { store, clock, log } = parts
  let stopped = false
  let wake = (): void => undefined
  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const cancel = clock.after(ms, resolve)
      wake = () => {
        cancel()
        resolve()
      }
    })

  /** Folds one board's log; `later`: it couldn't be done now. */
  const sweepOne = async (board: string): Promise<'done' | 'later' | 'never'> => {
    try {
      return (await compactStored(board, parts)) ? 'done' : 'later'
    } catch (error) {
      const code = error instanceof StoreError ? error.code : undefined
      if (stopped || code === 'unknown-board') return 'never'
      log.warn({ board, err: error }, 'The log of a stored board can’t be folded; it stays')
      return code === 'unavailable' ? 'later' : 'never'
    }
  }

  /** Whether nothing is left that could be done soon. */
  const sweepAll = async (): Promise<boolean> => {
    const count = { done: 0, later: 0, never: 0 }
    let after = 0
    let found
    do {
      found = await store.logged(after, PIECE)
      for (const { id, place } of found) {
        after = place
        while (!stopped && host.isAwaited()) await pause(LOOK_AGAIN)
        if (stopped) return true
        if (host.isOpen(id)) continue
        const begun = clock.now()
        count[await sweepOne(id)] += 1
        if (!stopped) await pause(REST + REST_TIMES * (clock.now() - begun))
      }
    } while (found.length > 0 && !stopped)
    if (count.done > 0) log.info({ boards: count.done }, 'folded what was left in logs')
    return count.later === 0
  }

  const sweep = async (): Promise<void> => {
    while (!stopped) {
      const isDone = await sweepAll().catch((error: unknown) => {
        if (!stopped) log.warn({ err: error }, 'Logs can’t be folded now')
        return false
      })
      // A node that died over one, or a database that was away, has lost its turn or is back by then.
      if (!stopped) await pause(isDone ? EVERY : COMPACT_WITHIN)
    }
  }

  const ended = sweep()
  return () => {
    stopped = true
    wake()
    return ended
  }
}
