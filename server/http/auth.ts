import { timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { can, type Action } from '../../shared/access.ts'
import { hashSecret } from '../secret.ts'
import type { BoardRow, BoardStore, LinkRow, ParticipantRow } from '../store/store.ts'
import { HttpProblem } from './problem.ts'

/** Who asks, on which board. */
export interface Caller {
  board: BoardRow
  participant: ParticipantRow
}

const refusals: Record<Action, string> = {
  read: 'You can’t read this board.',
  edit: 'Observers can read this board but not change it.',
  import: 'Only a facilitator can import a file into this board.',
  manage: 'Only a facilitator can do this.',
}

/** The token that the request carries, if any. */
export const bearerOf = (request: FastifyRequest): string | undefined =>
  /^Bearer +([^\s]+) *$/i.exec(request.headers.authorization ?? '')?.[1]

/** The board, or a 404. */
export async function boardOf(store: BoardStore, id: string): Promise<BoardRow> {
  const board = await store.board(id)
  if (board) return board
  throw new HttpProblem(404, 'There is no board at this address; it may have been deleted.', {
    kind: 'board-unknown',
  })
}

/** Who a token stands for on a board, and the link that they came by; else a 401, if they were removed or the link no longer stands too. */
export async function placeOf(
  store: BoardStore,
  board: string,
  token: string | undefined,
  now: number,
): Promise<{ participant: ParticipantRow; link: LinkRow }> {
  const kind = 'token-wrong'
  if (token === undefined) {
    throw new HttpProblem(401, 'Join the board first; this needs a participant’s token.', { kind })
  }
  const participant = await store.participantByToken(board, hashSecret(token))
  const links = participant?.removedAt === null ? await store.links(board) : []
  const link = links.find(({ id }) => id === participant?.link)
  const stands = link?.revokedAt === null && (link.expiresAt === null || link.expiresAt > now)
  if (participant && stands) return { participant, link }
  throw new HttpProblem(401, 'Your place on this board has ended; join it again by a link.', {
    kind,
  })
}

/** A 403 for those who have not been let in yet. */
export const notLetIn = (): HttpProblem =>
  new HttpProblem(403, 'A facilitator hasn’t let you in yet.', { kind: 'waiting' })

/**
 * The participant whose token the request carries, if their link still stands and their role allows `action`; else a 401,
 * 403 or 404. `wait` is what those who have not been let in yet may do as well.
 */
export async function callerOf(
  store: BoardStore,
  request: FastifyRequest,
  boardId: string,
  action: Action | 'wait',
  now: number,
): Promise<Caller> {
  const board = await boardOf(store, boardId)
  const { participant } = await placeOf(store, boardId, bearerOf(request), now)
  if (participant.waiting !== null && action !== 'wait') throw notLetIn()
  if (action !== 'wait' && !can(participant.role, action)) {
    throw new HttpProblem(403, refusals[action], { kind: 'role' })
  }
  return { board, participant }
}

/** The link whose secret this is, if it still opens the board; else a 401 or 403 that says why. */
export async function linkOf(
  store: BoardStore,
  board: string,
  secret: string,
  now: number,
): Promise<LinkRow> {
  const link = await store.linkBySecret(board, hashSecret(secret))
  if (!link) {
    throw new HttpProblem(
      401,
      'This link doesn’t open the board. Check that it was copied whole, or ask the facilitator for a new one.',
      { kind: 'link-wrong' },
    )
  }
  if (link.revokedAt !== null) {
    throw new HttpProblem(403, 'This link was withdrawn. Ask the facilitator for a new one.', {
      kind: 'link-revoked',
    })
  }
  if (link.expiresAt !== null && link.expiresAt <= now) {
    throw new HttpProblem(403, 'This link has expired. Ask the facilitator for a new one.', {
      kind: 'link-expired',
    })
  }
  return link
}

/** Refuses with a 401 unless no key is needed or the request carries it; takes the same time for any wrong key. */
export function requireCreateKey(request: FastifyRequest, key: string | undefined): void {
  if (key === undefined) return
  const given = Buffer.from(hashSecret(bearerOf(request) ?? ''))
  if (timingSafeEqual(given, Buffer.from(hashSecret(key)))) return
  throw new HttpProblem(401, 'Creating boards on this server needs its key.', {
    kind: 'create-key',
  })
}
