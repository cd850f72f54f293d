import type { Logger } from 'pino'
import type { Registry } from 'prom-client'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import type { Exporter } from '../export/exporter.ts'
import type { Importer } from '../import/importer.ts'
import type { Rooms } from '../rooms/rooms.ts'
import type { BoardStore } from '../store/store.ts'
import type { Organisations } from './organisations.ts'

/** What the server's HTTP side is made of; `main.ts` chooses each part. */
export interface Parts {
  config: Config
  log: Logger
  clock: Clock
  store: BoardStore
  rooms: Rooms
  /** how other nodes are reached; absent on a server that is alone with its store */
  bus?: { ping(): Promise<void> }
  exporter: Exporter
  importer: Importer
  registry: Registry
  /** folder of the built client; a server without it answers its API alone */
  clientDir: string
}

/** The parts with what the routes share among themselves. */
export interface RouteParts extends Parts {
  organisations: Organisations
}
