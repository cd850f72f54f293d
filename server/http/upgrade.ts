import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { CHECK_SOCKET } from '../../shared/protocol/check.ts'
import { dialects, PACKS, TOKEN_PREFIX, type Dialect } from '../../shared/protocol/dialects.ts'
import { filled } from '../../shared/words/told.ts'
import { systemClock, type Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import type { Rooms } from '../rooms/rooms.ts'
import type { BoardStore, LinkRow, ParticipantRow } from '../store/store.ts'
import { notLetIn, placeOf } from './auth.ts'
import { endWithProblem, HttpProblem } from './problem.ts'

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
  /** largest message in bytes; 20,000,000 when absent */
  maxPayload?: number
  /** upgrades that may wait for the store at the same time; 2,000 when absent */
  mostAsking?: number
  clock?: Clock
}

interface Admitted {
  participant: ParticipantRow
  link: LinkRow
  dialect: Dialect
  packs: boolean
}

/** Longest that a timer can wait, ms. */
const LONGEST_TIMER = 2 ** 31 - 1

const offeredProtocols = (request: IncomingMessage): string[] =>
  (request.headers['sec-websocket-protocol'] ?? '').split(',').map((value) => value.trim())

/** A browser tells where its page is from; other programs don't, and are held back by the token alone. */
function isOriginAllowed(request: IncomingMessage, origins: readonly string[]): boolean {
  const { origin, host } = request.headers
  if (origin === undefined || origins.includes(origin)) return true
  return URL.canParse(origin) && new URL(origin).host === host
}

const pathOf = (request: IncomingMessage): string => (request.url ?? '').split('?')[0] ?? ''

const busy = new HttpProblem(
  503,
  'Boards can’t be read or stored at the moment. Try again in a minute.',
  {
    headers: { 'retry-after': '5' },
  },
)

/** Answers `GET {basePath}sync/:boardId` upgrades of `server`, refusing over HTTP; the result stops that. */
export function handleUpgrades(options: UpgradeOptions): () => void {
  const { server, store, rooms, log, basePath, origins, clock = systemClock } = options
  const { maxPayload = 20_000_000, mostAsking = 2_000 } = options
  const sockets = new WebSocketServer({
    noServer: true,
    // Somewhat more than a room takes, so that it can say why before it closes.
    maxPayload: maxPayload + 1_000_000,
    perMessageDeflate: false,
    clientTracking: false,
    handleProtocols: (offered) => dialects.find((dialect) => offered.has(dialect)) ?? false,
  })

  // What is no WebSocket handshake after all: another protocol, another method, a key that is none.
  sockets.on('wsClientError', (_error, socket) =>
    endWithProblem(
      socket,
      new HttpProblem(400, 'Only a WebSocket can be opened here, by GET and in version 13.'),
    ),
  )

  /** Who asks, if they may; else an HttpProblem. */
  const admit = async (request: IncomingMessage): Promise<Admitted> => {
    const path = pathOf(request)
    const board = path.startsWith(`${basePath}sync/`) ? path.slice(basePath.length + 5) : ''
    if (!/^[\w-]{1,64}$/.test(board))
      throw new HttpProblem(404, 'There is nothing at this address.')
    if (!isOriginAllowed(request, origins))
      throw new HttpProblem(403, 'Pages of that site may not open boards here.')
    const offered = offeredProtocols(request)
    const dialect = dialects.find((name) => offered.includes(name))
    const token = offered.find((name) => name.startsWith(TOKEN_PREFIX))?.slice(TOKEN_PREFIX.length)
    const { participant, link } = await placeOf(store, board, token || undefined, clock.now())
    if (!dialect)
      throw new HttpProblem(
        400,
        filled('Name one of {names} as subprotocol.', { names: dialects.join(', ') }),
      )
    if (participant.waiting !== null) throw notLetIn()
    const packs = dialect === 'rapport' && offered.includes(PACKS)
    return { participant, link, dialect, packs }
  }

  /** Whoever came by a link that expires is cut off when it does; the result stops that. */
  const cutOffLater = ({ link, participant }: Admitted): (() => void) => {
    const { expiresAt } = link
    if (expiresAt === null) return () => undefined
    let cancel = (): void => undefined
    const wait = (): void => {
      const left = expiresAt - clock.now()
      if (left <= 0) rooms.disconnect(participant.board, { link: link.id }, 'unauthorised')
      else cancel = clock.after(Math.min(LONGEST_TIMER, left), wait)
    }
    wait()
    return () => cancel()
  }

  const upgrade = async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    if (pathOf(request) === `${basePath}${CHECK_SOCKET}`) {
      sockets.handleUpgrade(request, socket, head, (webSocket) => webSocket.close(1000))
      return
    }
    const admitted = await admit(request)
    const { participant, dialect, packs } = admitted
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      rooms.connect(webSocket, participant, dialect, { stream: socket, packs })
      webSocket.once('close', cutOffLater(admitted))
    })
  }

  let asking = 0
  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    // After a restart everyone asks at once: those beyond what the store answers soon come again a little later.
    if (asking >= mostAsking) {
      endWithProblem(socket, busy)
      return
    }
    asking += 1
    const onError = (error: Error): void =>
      log.info({ err: error }, 'A socket failed before its upgrade')
    socket.on('error', onError)
    upgrade(request, socket, head)
      .catch((error: unknown) => {
        if (error instanceof HttpProblem) {
          endWithProblem(socket, error)
          return
        }
        log.error({ err: error }, 'An upgrade failed')
        endWithProblem(socket, busy)
      })
      .finally(() => {
        asking -= 1
        socket.off('error', onError)
      })
  }

  server.on('upgrade', onUpgrade)
  return () => {
    server.off('upgrade', onUpgrade)
    sockets.close()
  }
}
