import { once } from 'node:events'
import { createServer } from 'node:http'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { Role } from '../../shared/access.ts'
import { decodeJson, decodeSaved, messageType, type Saved } from '../../shared/protocol/messages.ts'
import type { ResultMessage, Session } from '../../shared/protocol/session.ts'
import { handleUpgrades } from '../http/upgrade.ts'
import type { Clock } from '../clock.ts'
import { hashSecret } from '../secret.ts'
import type { BoardStore, ParticipantRow } from '../store/store.ts'
import { openSqliteStore } from '../store/sqlite.ts'
import { createRooms } from './create-rooms.ts'
import type { RoomsOptions } from './options.ts'

const silentLog = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** Settles once `condition` holds; fails when it doesn't within 30 s, which a busy machine may well take. */
export async function until(condition: () => boolean, what: string): Promise<void> {
  const giveUp = Date.now() + 30_000
  while (!condition()) {
    if (Date.now() > giveUp) throw new Error(`Never happened: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}

/** Adds a board with one note in it, and a link per role. */
export async function addBoard(store: BoardStore, id: string): Promise<void> {
  const doc = new Y.Doc()
  doc.getMap('board').set('title', 'Place board')
  await store.create(
    { id, title: 'Place board', epoch: 'e1', readOnly: false, createdAt: 1, changedAt: 1 },
    (['facilitator', 'partner', 'observer'] as const).map((role) => ({
      id: `${id}-${role}`,
      board: id,
      role,
      secretHash: hashSecret(`${id}-${role}`),
      expiresAt: null,
      revokedAt: null,
    })),
    Y.encodeStateAsUpdate(doc),
  )
}

/** Adds a participant whose token is `token-<name>`. */
export async function addParticipant(
  store: BoardStore,
  board: string,
  name: string,
  role: Role = 'partner',
): Promise<ParticipantRow> {
  const row: ParticipantRow = {
    id: `${board}-${name}`,
    board,
    link: `${board}-${role}`,
    name,
    role,
    organisation: role === 'observer' ? null : `org-${name}`,
    tokenHash: hashSecret(`token-${name}`),
    joinedAt: Date.now(),
    removedAt: null,
    waiting: null,
  }
  await store.addParticipant(row)
  return row
}

/** Adds a board with these people on it; see `addBoard` and `addParticipant`. */
export async function addPlace(
  store: BoardStore,
  board: string,
  people: Readonly<Record<string, Role>>,
): Promise<void> {
  await addBoard(store, board)
  for (const [name, role] of Object.entries(people)) await addParticipant(store, board, name, role)
}

/** Everything that a rapport client hears beside the stock messages. */
export interface Heard {
  saved: Saved[]
  sessions: Session[]
  results: ResultMessage[]
}

/** A client on a board of a relay under test, and what it heard. */
export interface Client {
  doc: Y.Doc
  provider: WebsocketProvider
  heard: Heard
  synced(): Promise<void>
  /** sync messages (step 2 and update) sent on the present socket */
  sent(): number
  /** resolves when everything sent so far is covered by `saved` */
  saved(): Promise<void>
}

/** The objects of a client's document. */
export const objectsOf = ({ doc }: Pick<Client, 'doc'>): Y.Map<unknown> => doc.getMap('objects')

/** What a client was told is wrong, in order. */
export const noticesOf = ({ heard }: Client): string[] =>
  heard.results.flatMap((result) => ('notice' in result ? [result.notice] : []))

interface ClientSettings {
  dialect?: 'rapport' | 'y-websocket'
  doc?: Y.Doc
}
type ClientMaker = (board: string, name: string, settings?: ClientSettings) => Client

/** A y-websocket provider on the board as `name`, which hears the other dialect too unless it is a stock one. */
export function connectClient(
  port: number,
  board: string,
  name: string,
  { dialect = 'rapport', doc = new Y.Doc() }: ClientSettings = {},
): Client {
  let sent = 0
  class Counting extends WebSocket {
    constructor(url: string, protocols: string[]) {
      super(url, protocols)
      sent = 0
    }
    override send(data: Uint8Array): void {
      if (data[0] === 0 && data[1] !== 0) sent += 1
      super.send(data)
    }
  }
  const heard: Heard = { saved: [], sessions: [], results: [] }
  const provider = new WebsocketProvider(`ws://127.0.0.1:${port}/sync`, board, doc, {
    protocols: [dialect, `token.token-${name}`],
    WebSocketPolyfill: Counting as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    maxBackoffTime: 100,
  })
  if (dialect === 'rapport') {
    provider.messageHandlers[messageType.saved] = (_encoder, decoder) => {
      heard.saved.push(decodeSaved(decoder))
    }
    provider.messageHandlers[messageType.session] = (_encoder, decoder) => {
      heard.sessions.push(decodeJson(decoder) as Session)
    }
    provider.messageHandlers[messageType.result] = (_encoder, decoder) => {
      heard.results.push(decodeJson(decoder) as ResultMessage)
    }
  }
  const made: Client = {
    doc,
    provider,
    heard,
    synced: () => until(() => provider.synced, `${name} is synced`),
    sent: () => sent,
    saved: () =>
      until(() => (heard.saved.at(-1)?.messages ?? -1) >= sent && sent > 0, `${name} hears saved`),
  }
  return made
}

/** A relay on a port of its own, with clients to it; `dispose` ends all. */
export async function startRelay(
  options: Partial<RoomsOptions> & {
    wrap?: (store: BoardStore) => BoardStore
    dir?: string
    openStore?: (dir: string) => Promise<BoardStore>
    /** by which links expire */
    linkClock?: Clock
    mostAsking?: number
  } = {},
) {
  const {
    wrap = (store) => store,
    dir: givenDir,
    openStore = openSqliteStore,
    linkClock,
    mostAsking,
    ...roomsOptions
  } = options
  const dir = givenDir ?? (await mkdtemp(join(tmpdir(), 'rapport-')))
  const engine = await openStore(dir)
  const store = wrap(engine)
  const rooms = createRooms(store, { log: silentLog, ...roomsOptions })
  const server = createServer()
  const stop = handleUpgrades({
    server,
    store,
    rooms,
    log: silentLog,
    basePath: '/',
    origins: ['https://friend.example'],
    ...(linkClock && { clock: linkClock }),
    ...(mostAsking !== undefined && { mostAsking }),
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const clients: Client[] = []
  const sockets: WebSocket[] = []

  const client: ClientMaker = (board, name, settings) => {
    const made = connectClient(port, board, name, settings)
    clients.push(made)
    return made
  }

  /** A socket without a provider: what came in, and how it closed. */
  const raw = async (board: string, name: string, headers: Record<string, string> = {}) => {
    const socket = new WebSocket(
      `ws://127.0.0.1:${port}/sync/${board}`,
      ['rapport', `token.token-${name}`],
      {
        headers,
      },
    )
    sockets.push(socket)
    const frames: Uint8Array[] = []
    const closed = once(socket, 'close').then(([code]) => code as number)
    socket.on('message', (data: Buffer) => frames.push(data))
    socket.on('error', () => undefined)
    await once(socket, 'open')
    return { socket, frames, closed }
  }

  /** The HTTP status with which an upgrade is refused; 101 when it isn't. */
  const upgradeStatus = (
    path: string,
    protocols: string[],
    headers: Record<string, string> = {},
  ): Promise<number> =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, protocols, { headers })
      sockets.push(socket)
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
      socket.on('open', () => resolve(101))
      socket.on('error', reject)
    })

  return {
    dir,
    port,
    store,
    rooms,
    client,
    raw,
    upgradeStatus,
    async dispose({ keep = false } = {}) {
      for (const { provider } of clients) provider.destroy()
      for (const socket of sockets) socket.terminate()
      await rooms.close()
      stop()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await engine.close()
      if (!keep) await rm(dir, { recursive: true })
    },
  }
}

/** A relay under test on a port of its own, as `startRelay` gives it. */
export type Relay = Awaited<ReturnType<typeof startRelay>>

/** Somebody on the board of a relay, who has it and, with the dialect, heard of the session. */
export async function comeTo(
  relay: Relay,
  board: string,
  name: string,
  settings: ClientSettings = {},
): Promise<Client> {
  const client = relay.client(board, name, settings)
  await client.synced()
  if (settings.dialect !== 'y-websocket') {
    await until(() => client.heard.sessions.length > 0, `${name} hears the session`)
  }
  return client
}
