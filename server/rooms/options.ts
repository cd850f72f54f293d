import type { ClusterBus } from '../bus/bus.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import type { RelayMetrics } from '../metrics.ts'
import type { Folder } from './folder.ts'

/** Bounds of one server's live boards; sizes in bytes, times in ms. */
export interface RelayLimits {
  /** sockets on one board */
  socketsPerBoard: number
  /** sockets on this server */
  sockets: number
  /** messages that one socket may send: a burst, then so many a second */
  messageBurst: number
  messagesPerSecond: number
  /** bytes that one socket may send: a burst, then so many a second */
  bytesBurst: number
  bytesPerSecond: number
  /** largest message in bytes, and largest that carries an update: of offline work, or an import */
  messageBytes: number
  syncBytes: number
  /** bytes of large messages, on all boards, that are coming in, wait or are taken in pieces; beyond it connections are cut */
  syncBytesAtOnce: number
  /** bytes of messages kept for one socket while its board loads */
  queuedBytes: number
  /** bytes waiting in a socket above which presence is left out and edits wait for a catch-up */
  bufferedSoft: number
  /** bytes waiting in a socket, or time in which a slow one takes nothing, above which it is closed as too slow */
  bufferedHard: number
  slowFor: number
  /** a socket that has not answered a ping for this long is dead */
  pingEvery: number
  /** how long a board stays in memory after the last socket has left */
  unloadAfter: number
  /** the log is folded into a snapshot at this many updates or bytes */
  compactUpdates: number
  compactBytes: number
  /** how long a commit may take before updates are relayed from memory */
  slowDisk: number
  /** bytes of edits kept in memory while the disk fails, on one board and on this server; more are refused */
  unsavedBytesPerBoard: number
  unsavedBytes: number
  /** versions that a board keeps; the oldest automatic ones make room */
  versions: number
  /** boards that are read from the store at the same time */
  loadsAtOnce: number
}

/** What a server gives its live boards. */
export interface RoomsOptions {
  log: Log
  /** reaches the other nodes over the same store; without one there must be none */
  bus?: ClusterBus
  clock?: Clock
  metrics?: RelayMetrics
  limits?: Partial<RelayLimits>
  /** where work that grows with a document is done; a worker thread when absent */
  folder?: Folder
  /** a number from 0 up to 1, as `Math.random` gives it */
  chance?: () => number
}

/** Bounds that hold a workshop of 500 people and keep a hostile client small. */
export const defaultLimits: RelayLimits = {
  socketsPerBoard: 1_000,
  sockets: 10_000,
  messageBurst: 2_000,
  messagesPerSecond: 300,
  bytesBurst: 32_000_000,
  bytesPerSecond: 1_000_000,
  messageBytes: 1_000_000,
  syncBytes: 20_000_000,
  syncBytesAtOnce: 256_000_000,
  queuedBytes: 4_000_000,
  bufferedSoft: 256_000,
  bufferedHard: 64_000_000,
  slowFor: 30_000,
  pingEvery: 20_000,
  unloadAfter: 5_000,
  compactUpdates: 500,
  compactBytes: 1_000_000,
  slowDisk: 100,
  unsavedBytesPerBoard: 16_000_000,
  unsavedBytes: 128_000_000,
  versions: 50,
  loadsAtOnce: 8,
}
