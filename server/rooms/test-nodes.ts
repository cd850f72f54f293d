import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import * as Y from 'yjs'
import type { Role } from '../../shared/access.ts'
import { createRedisBus } from '../bus/redis.ts'
import { openPostgresStore } from '../store/postgres.ts'
import type { BoardStore } from '../store/store.ts'
import { startPostgres, startRedis, type Service } from '../test-services.ts'
import type { RoomsOptions } from './options.ts'
import { addPlace, comeTo, startRelay, type Client, type Relay } from './test-relay.ts'

const silent = { info: () => undefined, warn: () => undefined }

/** How a node differs from what a test mostly wants. */
export interface NodeSettings extends Partial<RoomsOptions> {
  wrap?: (store: BoardStore) => BoardStore
}

/** Who may come to the board, by name. */
interface Cast {
  partners: readonly string[]
  facilitators: readonly string[]
}

/** Nodes over a PostgreSQL and a Redis of the tests around, and another board for each of them; all ends with them. */
export function useNodes() {
  let postgres: Service
  let redis: Service
  let board = ''
  let ends: (() => Promise<void>)[] = []

  beforeAll(async () => {
    const started = await Promise.all([startPostgres(), startRedis()])
    postgres = started[0]
    redis = started[1]
  }, 120_000)
  afterAll(() => Promise.all([postgres.dispose(), redis.dispose()]))
  beforeEach(() => {
    board = randomUUID()
    ends = []
  })
  afterEach(() => Promise.all(ends.map((end) => end())), 60_000)

  async function start(settings: NodeSettings = {}): Promise<Relay> {
    const bus = createRedisBus(redis.url, { log: silent })
    const relay = await startRelay({
      bus,
      openStore: () => openPostgresStore(postgres.url),
      ...settings,
    })
    ends.push(async () => {
      await relay.dispose()
      await bus.close()
    })
    return relay
  }

  return {
    get postgres() {
      return postgres
    },
    get redis() {
      return redis
    },
    get board() {
      return board
    },
    start,
    /** So many nodes, and the board with its people. */
    async place(count: number, cast: Cast, settings?: NodeSettings): Promise<Relay[]> {
      const relays: Relay[] = []
      while (relays.length < count) relays.push(await start(settings))
      const [first] = relays
      if (!first) throw new Error('at least one node')
      const people: Record<string, Role> = {}
      for (const name of cast.partners) people[name] = 'partner'
      for (const name of cast.facilitators) people[name] = 'facilitator'
      await addPlace(first.store, board, people)
      return relays
    },
    /** Somebody on a node; see `comeTo`. */
    async on(relay: Relay | undefined, name: string, doc = new Y.Doc()): Promise<Client> {
      if (!relay) throw new Error('no such node')
      return comeTo(relay, board, name, { doc })
    },
  }
}
