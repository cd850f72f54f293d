import type { FastifyInstance } from 'fastify'
import type * as v from 'valibot'
import type { Role } from '../../../shared/access.ts'
import { newId } from '../../../shared/ids.ts'
import { limits } from '../../../shared/limits.ts'
import {
  JoinBoard,
  PreviewBoard,
  PreviewCode,
  type BoardPreview,
  type JoinedBoard,
} from '../../../shared/protocol/http.ts'
import { unreachable } from '../../../shared/assert.ts'
import { hashSecret, newSecret } from '../../secret.ts'
import type { BoardRow } from '../../store/store.ts'
import type { RouteParts } from '../context.ts'
import { createDoors, type Door } from '../doors.ts'
import type { Organisations } from '../organisations.ts'
import { parse } from '../parse.ts'
import { HttpProblem } from '../problem.ts'
import { filled } from '../../../shared/words/told.ts'
import type { Told } from '../../../shared/protocol/told.ts'

const onOrganisation = (
  status: number,
  why: string | Told,
  kind: 'invalid' | 'read-only',
): HttpProblem => {
  const sentence = typeof why === 'string' ? { detail: why } : why
  return new HttpProblem(status, sentence, {
    kind,
    errors: [{ field: 'organisation', ...sentence }],
  })
}

type Wish = v.InferOutput<typeof JoinBoard>['organisation']

/** A partner speaks for an organisation; a problem when none is named. */
function refuseWithout(role: Role, wish: Wish): void {
  if (role !== 'partner' || (wish !== undefined && wish !== null)) return
  throw onOrganisation(422, 'Say which organisation you speak for.', 'invalid')
}

/** The organisation that a newcomer speaks for: none for observers, and a facilitator may do without. */
async function organisationOf(
  organisations: Organisations,
  board: BoardRow,
  role: Role,
  wish: Wish,
): Promise<string | null> {
  refuseWithout(role, wish)
  if (role === 'observer' || wish === undefined || wish === null) return null
  const settled = await organisations.settle(board, wish)
  if (settled.ok) return settled.value
  switch (settled.error) {
    case 'full':
      throw onOrganisation(
        422,
        filled('This board holds {n} organisations already; choose one of them.', {
          n: limits.organisations,
        }),
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

/** Looking at what a link or a code opens, and joining by it. */
export function joinRoutes(app: FastifyInstance, parts: RouteParts): void {
  const { config, store, rooms, clock, organisations } = parts
  const doors = createDoors(parts)
  const limited = { config: { rateLimit: { max: config.maxJoinsPerMinute, timeWindow: 60_000 } } }

  const previewOf = async ({ board, link }: Door): Promise<BoardPreview> => {
    const list = await organisations.list(board.id)
    return { id: board.id, title: board.title, role: link.role, organisations: [...list] }
  }

  app.post('/codes', limited, async (request): Promise<BoardPreview> => {
    const { code } = parse(PreviewCode, request.body)
    return previewOf(await doors.byCode(code, request))
  })

  app.post<{ Params: { id: string } }>(
    '/boards/:id/preview',
    limited,
    async (request): Promise<BoardPreview> => {
      const { secret } = parse(PreviewBoard, request.body)
      return previewOf(await doors.to(request.params.id, { secret }, request))
    },
  )

  app.post<{ Params: { id: string } }>(
    '/boards/:id/join',
    limited,
    async (request): Promise<JoinedBoard> => {
      const { secret, code, name, organisation: wish } = parse(JoinBoard, request.body)
      const key = { secret, code }
      const { board, link, waits } = await doors.to(request.params.id, key, request)
      const { role } = link
      // Whoever waits changes nothing on the board yet, not even by bringing an organisation.
      const organisation = waits ? null : await organisationOf(organisations, board, role, wish)
      if (waits) refuseWithout(role, wish)
      const token = newSecret()
      const participant = { id: newId(), role, name, organisation }
      await store.addParticipant({
        ...participant,
        board: board.id,
        link: link.id,
        tokenHash: hashSecret(token),
        joinedAt: clock.now(),
        removedAt: null,
        waiting: waits ? JSON.stringify(role === 'observer' ? null : (wish ?? null)) : null,
      })
      try {
        // Looked at again: whoever withdraws the link removes those that they see, and may have seen us not yet.
        await doors.to(board.id, key, request)
      } catch (error) {
        await store.removeParticipant(board.id, participant.id, clock.now())
        throw error
      }
      await rooms.refresh(board.id)
      return {
        participant: { ...participant, token },
        board: { id: board.id, title: board.title, epoch: board.epoch },
        waiting: waits,
      }
    },
  )
}
