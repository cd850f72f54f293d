import type { FastifyRequest } from 'fastify'
import { readCode } from '../../shared/session/short-code.ts'
import { hashSecret } from '../secret.ts'
import type { BoardRow, LinkRow } from '../store/store.ts'
import { boardOf, linkOf } from './auth.ts'
import { createCodeTries } from './code-tries.ts'
import type { RouteParts } from './context.ts'
import { HttpProblem } from './problem.ts'

/** A way onto a board that somebody has shown to have. */
export interface Door {
  board: BoardRow
  link: LinkRow
  /** a facilitator has to let in whoever comes by it */
  waits: boolean
}

/** What somebody brings: a link's secret, or a short code. */
export interface Key {
  secret?: string | undefined
  code?: string | undefined
}

/** Finds out which door a key opens. */
export interface Doors {
  /** The door to the board with this id; a problem when the key doesn't open it. */
  to(board: string, key: Key, request: FastifyRequest): Promise<Door>
  /** The door that a short code leads to, whatever the board; a problem when it is wrong or not good any more. */
  byCode(typed: string, request: FastifyRequest): Promise<Door>
}

const wrong = (): HttpProblem =>
  new HttpProblem(
    404,
    'This code leads nowhere. Look at the big screen again, or ask the facilitator.',
    {
      kind: 'code-wrong',
    },
  )

/** Doors of the boards in `parts.store`; wrong codes are counted, and cost a wait. */
export function createDoors({ store, rooms, clock }: RouteParts): Doors {
  const tries = createCodeTries(clock)

  const find = async (typed: string): Promise<Door | undefined> => {
    const text = readCode(typed)
    const id = text === undefined ? undefined : await store.boardByCode(hashSecret(text))
    if (id === undefined) return undefined
    const { code } = await rooms.session(id)
    if (!code || code.text !== text || code.until <= clock.now()) return undefined
    const link = (await store.links(id)).find((one) => one.id === code.link)
    return link?.revokedAt === null
      ? { board: await boardOf(store, id), link, waits: true }
      : undefined
  }

  const byCode: Doors['byCode'] = async (typed, request) => {
    const wait = tries.wait(request.ip)
    if (wait > 0) {
      throw new HttpProblem(
        429,
        'Too many wrong codes. Wait a minute, or join by the link or the QR code.',
        { headers: { 'retry-after': String(Math.ceil(wait / 1000)) } },
      )
    }
    const door = await find(typed)
    if (door) return door
    tries.failed(request.ip)
    throw wrong()
  }

  return {
    byCode,
    async to(id, { secret, code }, request) {
      if (code !== undefined) {
        const door = await byCode(code, request)
        if (door.board.id === id) return door
        tries.failed(request.ip)
        throw wrong()
      }
      const board = await boardOf(store, id)
      const link = await linkOf(store, id, secret ?? '', clock.now())
      const { waitingRoom } = await rooms.session(id)
      return { board, link, waits: waitingRoom && link.role !== 'facilitator' }
    },
  }
}
