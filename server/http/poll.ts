import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { WebSocket } from 'ws'
import { decodePoll, encodePollAnswer, POLL_HEADER, POLL_TYPE } from '../../shared/protocol/poll.ts'
import { hashSecret, newSecret } from '../secret.ts'
import { bearerOf, callerOf } from './auth.ts'
import type { Parts } from './context.ts'
import { PollSocket } from './poll-socket.ts'
import { HttpProblem } from './problem.ts'

/** How long an answer may wait for something to tell, and after what silence a client is gone; ms. */
const WAIT = 300
const IDLE = 15_000
/** Longest that a timer can wait; nobody polls for as long as a link lives that outlives it. */
const LONGEST_TIMER = 2 ** 31 - 1

interface Polled {
  board: string
  tokenHash: string
  socket: PollSocket
}

function messagesIn(request: FastifyRequest): Uint8Array[] {
  try {
    return Buffer.isBuffer(request.body) ? decodePoll(request.body) : []
  } catch {
    throw new HttpProblem(400, 'The messages in this request are cut short.')
  }
}

/** The way onto a board for networks that block WebSockets: the same messages in short, complete requests. */
export function pollRoutes(app: FastifyInstance, parts: Parts): void {
  const { config, store, rooms, clock } = parts
  const connections = new Map<string, Polled>()
  app.addContentTypeParser(POLL_TYPE, { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body)
  })

  const begin = async (request: FastifyRequest, board: string): Promise<[string, Polled]> => {
    const { participant } = await callerOf(store, request, board, 'read', clock.now())
    const id = newSecret()
    const socket = new PollSocket(clock, IDLE)
    const polled = { board, tokenHash: hashSecret(bearerOf(request) ?? ''), socket }
    connections.set(id, polled)
    const link = (await store.links(board)).find((one) => one.id === participant.link)
    const left = (link?.expiresAt ?? Number.POSITIVE_INFINITY) - clock.now()
    const cutOff =
      link && left <= LONGEST_TIMER
        ? clock.after(left, () => rooms.disconnect(board, { link: link.id }, 'unauthorised'))
        : undefined
    socket.once('close', () => {
      cutOff?.()
      // Long enough for the client to hear why.
      clock.after(IDLE, () => connections.delete(id))
    })
    // A room uses no more of a socket than this one has.
    rooms.connect(socket as unknown as WebSocket, participant, 'rapport')
    return [id, polled]
  }

  const known = (request: FastifyRequest, id: string, board: string): Polled => {
    const polled = connections.get(id)
    const given = Buffer.from(hashSecret(bearerOf(request) ?? ''))
    if (
      !polled ||
      polled.board !== board ||
      !timingSafeEqual(given, Buffer.from(polled.tokenHash))
    ) {
      throw new HttpProblem(409, 'This connection has ended; begin another.')
    }
    return polled
  }

  const address = '/sync/:board/poll'
  app.post<{ Params: { board: string } }>(
    address,
    { bodyLimit: 2 * config.maxMessageBytes },
    async (request, reply) => {
      const { board } = request.params
      const header = request.headers[POLL_HEADER]
      const messages = messagesIn(request)
      const [id, { socket }] =
        typeof header === 'string'
          ? ([header, known(request, header, board)] as const)
          : await begin(request, board)
      for (const message of messages) socket.receive(message)
      socket.touch()
      await socket.something(WAIT)
      const answer = { connection: id, close: socket.closeCode, messages: socket.take() }
      return reply
        .header('cache-control', 'no-store')
        .type(POLL_TYPE)
        .send(Buffer.from(encodePollAnswer(answer)))
    },
  )

  app.delete<{ Params: { board: string } }>(address, (request, reply) => {
    const header = request.headers[POLL_HEADER]
    const { socket } = known(request, String(header), request.params.board)
    socket.terminate()
    return reply.code(204).send()
  })
}
