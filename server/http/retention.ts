import type { Logger } from 'pino'
import type { Clock } from '../clock.ts'
import type { Rooms } from '../rooms/rooms.ts'
import type { BoardStore } from '../store/store.ts'
import { collectAllImages } from './collect-images.ts'

const DAY = 86_400_000

/** Removes every board that nobody has edited for `days` before `now`; returns their ids. */
export async function purge(store: BoardStore, days: number, now: number): Promise<string[]> {
  const expired = (await store.boards()).filter(({ changedAt }) => changedAt < now - days * DAY)
  for (const { id } of expired) await store.remove(id)
  return expired.map(({ id }) => id)
}

interface Retention {
  store: BoardStore
  rooms: Pick<Rooms, 'disconnect' | 'versionState'>
  log: Logger
  clock: Clock
  days: number | undefined
}

/** Once a day, the first time soon, drops images that nothing shows any more and, with `days`, boards that expired, closing what is open of them. The result stops it. */
export function keepRetention({ store, rooms, log, clock, days }: Retention): () => void {
  let cancel = (): void => undefined
  let stopped = false
  const sweep = async (): Promise<void> => {
    try {
      const gone = days === undefined ? [] : await purge(store, days, clock.now())
      for (const id of gone) rooms.disconnect(id, 'all', 'gone')
      if (gone.length > 0) log.info({ boards: gone.length }, 'removed expired boards')
      const images = await collectAllImages({ store, rooms }, clock.now())
      if (images > 0) log.info({ images }, 'dropped images that nothing shows')
    } catch (error) {
      log.error({ err: error }, 'could not remove what has expired')
    }
    if (!stopped) cancel = clock.after(DAY, () => void sweep())
  }
  void sweep()
  return () => {
    stopped = true
    cancel()
  }
}
