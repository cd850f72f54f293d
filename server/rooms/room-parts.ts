import type { ClusterBus } from '../bus/bus.ts'
import type { Clock } from '../clock.ts'
import type { RelayMetrics } from '../metrics.ts'
import type { BoardStore } from '../store/store.ts'
import type { Folder } from './folder.ts'
import type { Lane } from './lane.ts'
import type { Log } from '../log.ts'
import type { RelayLimits } from './options.ts'
import type { SyncBudget } from './sync-budget.ts'
import type { Turn } from './turns.ts'

/** What every room of a server shares. */
export interface RoomParts {
  store: BoardStore
  /** other nodes may have the same boards open; undefined on a server that is alone with its store */
  bus: ClusterBus | undefined
  folder: Folder
  clock: Clock
  log: Log
  limits: RelayLimits
  /** bytes of edits on all boards that wait for the disk */
  unsaved: { bytes: number }
  metrics: RelayMetrics | undefined
  /** a number from 0 up to 1 */
  chance: () => number
  /** bytes of large messages on all boards that are not dealt with */
  budget: SyncBudget
  /** large answers are given, and large updates cut into pieces, a few at a time */
  answerTurn: Turn
  splitTurn: Turn
  /** ms between two rounds of edits, and of presence, on a board with so many people */
  editPace(people: number): number
  presencePace(people: number, lane: Lane): number
}
