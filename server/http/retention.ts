import type { Logger } from 'pino'
import type { Clock } from '../clock.ts'
import type { Rooms } from '../rooms/rooms.ts'
import type { BoardStore } from '../store/store.ts'

const DAY = 86_400_000

/** Removes every board that nobody has edited for `days` before `now`; returns their ids. */
export async function purge(store: BoardStore, days: number, now: number): Promise<string[]> {
  const expired = (await store.boards()).filter(({ changedAt }) => changedAt < now - days * DAY)
  for (const { id } of expired) await store.remove(id)
  return expired.map(({ id }) => id)
}

interface Retention {
  store: BoardStore
  rooms: Pick<Rooms, 'disconnect'>
  log: Logger
  clock: Clock
  days: number | undefined
}

/** Purges now and then once a day, closing what is open of a purged board; does nothing without `days`. The result stops it. */
export function keepRetention({ store, rooms, log, clock, days }: Retention): () => void {
  if (days === undefined) return () => undefined
  let cancel = (): void => undefined
  let stopped = false
  const sweep = async (): Promise<void> => {
    try {
      const gone = await purge(store, days, clock.now())
      for (const id of gone) rooms.disconnect(id, 'all', 'gone')
      if (gone.length > 0) log.info({ boards: gone.length }, 'removed expired boards')
    } catch (error) {
      log.error({ err: error }, 'could not remove expired boards')
    }
    if (!stopped) cancel = clock.after(DAY, () => void sweep())
  }
  void sweep()
  return () => {
    stopped = true
    cancel()
  }
}
