import type { Clock } from '../clock.ts'
import type { RelayMetrics } from '../metrics.ts'
import type { BoardStore } from '../store/store.ts'
import type { Folder } from './folder.ts'
import type { Log } from '../log.ts'
import type { RelayLimits } from './options.ts'

/** What every room of a server shares. */
export interface RoomParts {
  store: BoardStore
  folder: Folder
  clock: Clock
  log: Log
  limits: RelayLimits
  metrics: RelayMetrics | undefined
  /** ms between two ticks of a room with so many people */
  tickOf(people: number): number
}
