import { STATUS_CODES, type IncomingMessage, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { CHECK_SOCKET } from '../../shared/protocol/check.ts'
import { dialects, PACKS, TOKEN_PREFIX, type Dialect } from '../../shared/protocol/dialects.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { systemClock, type Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import type { Rooms } from '../rooms/rooms.ts'
import { hashSecret } from '../secret.ts'
import type { BoardStore, LinkRow, ParticipantRow } from '../store/store.ts'

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

type Refusal = 400 | 401 | 403 | 404 | 503

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

function refuse(socket: Duplex, status: Refusal): void {
  const body = JSON.stringify({ type: 'about:blank', title: STATUS_CODES[status], status })
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\n` +
      `${status === 503 ? 'Retry-After: 5\r\n' : ''}Content-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  )
}

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

  const admit = async (request: IncomingMessage): Promise<Result<Admitted, Refusal>> => {
    const path = pathOf(request)
    const board = path.startsWith(`${basePath}sync/`) ? path.slice(basePath.length + 5) : ''
    if (!/^[\w-]{1,64}$/.test(board)) return fail(404)
    if (!isOriginAllowed(request, origins)) return fail(403)
    const offered = offeredProtocols(request)
    const dialect = dialects.find((name) => offered.includes(name))
    const token = offered.find((name) => name.startsWith(TOKEN_PREFIX))?.slice(TOKEN_PREFIX.length)
    if (!token) return fail(401)
    if (!dialect) return fail(400)
    const participant = await store.participantByToken(board, hashSecret(token))
    if (!participant || participant.removedAt !== null) return fail(401)
    const link = (await store.links(board)).find(({ id }) => id === participant.link)
    if (!link || link.revokedAt !== null) return fail(401)
    if (link.expiresAt !== null && link.expiresAt <= clock.now()) return fail(401)
    if (participant.waiting !== null) return fail(403)
    const packs = dialect === 'rapport' && offered.includes(PACKS)
    return ok({ participant, link, dialect, packs })
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
    if (!admitted.ok) {
      refuse(socket, admitted.error)
      return
    }
    const { participant, dialect, packs } = admitted.value
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      rooms.connect(webSocket, participant, dialect, { stream: socket, packs })
      webSocket.once('close', cutOffLater(admitted.value))
    })
  }

  let asking = 0
  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    // After a restart everyone asks at once: those beyond what the store answers soon come again a little later.
    if (asking >= mostAsking) {
      refuse(socket, 503)
      return
    }
    asking += 1
    const onError = (error: Error): void =>
      log.info({ err: error }, 'A socket failed before its upgrade')
    socket.on('error', onError)
    upgrade(request, socket, head)
      .catch((error: unknown) => {
        log.error({ err: error }, 'An upgrade failed')
        refuse(socket, 503)
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
