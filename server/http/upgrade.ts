import type { Server } from 'node:http'
import type { Log } from '../rooms/options.ts'
import type { Rooms } from '../rooms/rooms.ts'
import type { BoardStore } from '../store/store.ts'

/** What the WebSocket upgrade needs to know. */
export interface UpgradeOptions {
  server: Server
  store: BoardStore
  rooms: Rooms
  log: Log
  /** with a leading and trailing slash, such as `/` or `/rapport/` */
  basePath: string
  /** origins allowed beside the request's own host, such as `https://rapport.example` */
  origins: readonly string[]
  /** largest message in bytes; 1,000,000 when absent */
  maxPayload?: number
}

/** Answers `GET {basePath}sync/:boardId` upgrades of `server`, refusing over HTTP; the result stops that. */
export function handleUpgrades(options: UpgradeOptions): () => void {
  throw new Error(`not built yet: ${options.basePath}`)
}
