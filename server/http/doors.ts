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

  const open = async (
    typed: string,
    { ip }: FastifyRequest,
    isMeant: (door: Door) => boolean,
  ): Promise<Door> => {
    const found = await tries.of(ip, async () => {
      const door = await find(typed)
      return door && isMeant(door) ? door : undefined
    })
    if (!found.ok) {
      throw new HttpProblem(
        429,
        'Too many wrong codes. Wait a minute, or join by the link or the QR code.',
        { headers: { 'retry-after': String(Math.ceil(found.error / 1000)) } },
      )
    }
    if (!found.value) {
      throw new HttpProblem(
        404,
        'This code leads nowhere. Look at the big screen again, or ask the facilitator.',
        { kind: 'code-wrong' },
      )
    }
    return found.value
  }

  return {
    byCode: (typed, request) => open(typed, request, () => true),
    async to(id, { secret, code }, request) {
      if (code !== undefined) return open(code, request, ({ board }) => board.id === id)
      const board = await boardOf(store, id)
      const link = await linkOf(store, id, secret ?? '', clock.now())
      const { waitingRoom } = await rooms.session(id)
      return { board, link, waits: waitingRoom && link.role !== 'facilitator' }
    },
  }
}
