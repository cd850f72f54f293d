import type { FastifyInstance } from 'fastify'
import type * as v from 'valibot'
import type { Role } from '../../../shared/access.ts'
import { newId } from '../../../shared/ids.ts'
import { limits } from '../../../shared/limits.ts'
import {
  JoinBoard,
  PreviewBoard,
  type BoardPreview,
  type JoinedBoard,
} from '../../../shared/protocol/http.ts'
import { unreachable } from '../../../shared/assert.ts'
import { hashSecret, newSecret } from '../../secret.ts'
import type { BoardRow } from '../../store/store.ts'
import { boardOf, linkOf } from '../auth.ts'
import type { RouteParts } from '../context.ts'
import type { Organisations } from '../organisations.ts'
import { parse } from '../parse.ts'
import { HttpProblem } from '../problem.ts'

const onOrganisation = (status: number, detail: string, kind: 'invalid' | 'read-only') =>
  new HttpProblem(status, detail, { kind, errors: [{ field: 'organisation', detail }] })

/** The organisation that a newcomer speaks for: none for observers, and a facilitator may do without. */
async function organisationOf(
  organisations: Organisations,
  board: BoardRow,
  role: Role,
  wish: v.InferOutput<typeof JoinBoard>['organisation'],
): Promise<string | null> {
  if (role === 'observer') return null
  if (wish === undefined || wish === null) {
    if (role === 'facilitator') return null
    throw onOrganisation(422, 'Say which organisation you speak for.', 'invalid')
  }
  const settled = await organisations.settle(board, wish)
  if (settled.ok) return settled.value
  switch (settled.error) {
    case 'full':
      throw onOrganisation(
        422,
        `This board holds ${limits.organisations} organisations already; choose one of them.`,
        'invalid',
      )
    case 'read-only':
      throw onOrganisation(
        409,
        'This board is read-only at the moment, so no organisation can be added; choose one that is on it.',
        'read-only',
      )
    case 'gone':
      throw onOrganisation(
        422,
        'That organisation is no longer on the board; choose again.',
        'invalid',
      )
    default:
      return unreachable(settled.error)
  }
}

/** Looking at what a link opens, and joining by it. */
export function joinRoutes(app: FastifyInstance, parts: RouteParts): void {
  const { config, store, rooms, clock, organisations } = parts
  const limited = { config: { rateLimit: { max: config.maxJoinsPerMinute, timeWindow: 60_000 } } }

  app.post<{ Params: { id: string } }>(
    '/boards/:id/preview',
    limited,
    async (request): Promise<BoardPreview> => {
      const { secret } = parse(PreviewBoard, request.body)
      const board = await boardOf(store, request.params.id)
      const link = await linkOf(store, board.id, secret, clock.now())
      const list = await organisations.list(board.id)
      return { id: board.id, title: board.title, role: link.role, organisations: [...list] }
    },
  )

  app.post<{ Params: { id: string } }>(
    '/boards/:id/join',
    limited,
    async (request): Promise<JoinedBoard> => {
      const { secret, name, organisation: wish } = parse(JoinBoard, request.body)
      const board = await boardOf(store, request.params.id)
      const link = await linkOf(store, board.id, secret, clock.now())
      const organisation = await organisationOf(organisations, board, link.role, wish)
      const token = newSecret()
      const participant = { id: newId(), role: link.role, name, organisation }
      await store.addParticipant({
        ...participant,
        board: board.id,
        link: link.id,
        tokenHash: hashSecret(token),
        joinedAt: clock.now(),
        removedAt: null,
        waiting: null,
      })
      try {
        // Looked at again: whoever withdraws the link removes those that they see, and may have seen us not yet.
        await linkOf(store, board.id, secret, clock.now())
      } catch (error) {
        await store.removeParticipant(board.id, participant.id, clock.now())
        throw error
      }
      await rooms.refresh(board.id)
      return {
        participant: { ...participant, token },
        board: { id: board.id, title: board.title, epoch: board.epoch },
      }
    },
  )
}
