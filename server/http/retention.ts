import type { Logger } from 'pino'
import type { Clock } from '../clock.ts'
import type { Rooms } from '../rooms/rooms.ts'
import type { BoardStore } from '../store/store.ts'
import { collectAllImages, type BoardFault } from './collect-images.ts'

const DAY = 86_400_000

/** Removes every board that nobody has edited for `days` before `now`; returns their ids, and tells `failed` of those that stay. */
export async function purge(
  store: BoardStore,
  { days, now }: { days: number; now: number },
  failed: BoardFault,
): Promise<string[]> {
  const expired = (await store.boards()).filter(({ changedAt }) => changedAt < now - days * DAY)
  const gone: string[] = []
  for (const { id } of expired) {
    try {
      await store.remove(id)
      gone.push(id)
    } catch (error) {
      failed(id, error)
    }
  }
  return gone
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
  const warn =
    (message: string): BoardFault =>
    (board, err) =>
      log.warn({ board, err }, message)
  const sweep = async (): Promise<void> => {
    try {
      const now = clock.now()
      const gone =
        days === undefined
          ? []
          : await purge(store, { days, now }, warn('An expired board was not removed'))
      for (const id of gone) rooms.disconnect(id, 'all', 'gone')
      if (gone.length > 0) log.info({ boards: gone.length }, 'removed expired boards')
      const images = await collectAllImages(
        { store, rooms },
        clock.now(),
        warn('Whether something shows a board’s images is not known'),
      )
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
