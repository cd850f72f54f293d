import type { FastifyInstance } from 'fastify'
import { boardKeys, rootsOf } from '../../../shared/board/layout.ts'
import { newId } from '../../../shared/ids.ts'
import type { BoardAnswer } from '../../../shared/protocol/board-answer.ts'
import { CreateBoard, PatchBoard, type CreatedBoard } from '../../../shared/protocol/http.ts'
import type { Session } from '../../../shared/protocol/session.ts'
import { buildBoard } from '../../../shared/templates/build.ts'
import type { BoardRow, ParticipantRow } from '../../store/store.ts'
import { callerOf, requireCreateKey } from '../auth.ts'
import type { RouteParts } from '../context.ts'
import { newLinks } from '../new-links.ts'
import { linkUrl, startPageOf } from '../origin.ts'
import { parse } from '../parse.ts'
import { HttpProblem } from '../problem.ts'

/** Largest body that makes a board, bytes: a template may be in it. */
const TEMPLATE_LIMIT = 1_000_000

const iso = (ms: number): string => new Date(ms).toISOString()

const factsOf = (
  board: BoardRow,
  participants: readonly ParticipantRow[],
  session: Session,
): BoardAnswer => ({
  id: board.id,
  title: board.title,
  epoch: board.epoch,
  readOnly: board.readOnly,
  createdAt: iso(board.createdAt),
  changedAt: iso(board.changedAt),
  participants: participants
    .filter(({ removedAt, waiting }) => removedAt === null && waiting === null)
    .map(({ id, name, role, organisation, joinedAt }) => ({
      id,
      name,
      role,
      organisation,
      joinedAt: iso(joinedAt),
    })),
  session,
})

/** Creating a board, reading its facts, changing its settings, deleting it. */
export function boardRoutes(app: FastifyInstance, parts: RouteParts): void {
  const { config, store, rooms, clock } = parts

  app.post(
    '/boards',
    {
      bodyLimit: TEMPLATE_LIMIT,
      config: { rateLimit: { max: config.maxCreatesPerMinute, timeWindow: 60_000 } },
    },
    async (request, reply): Promise<CreatedBoard> => {
      requireCreateKey(request, config.createKey)
      const { title, template, language, organisations } = parse(CreateBoard, request.body)
      const built = buildBoard({ title, template, language, organisations })
      if (!built.ok) {
        const errors = [{ field: 'template', ...built.error }]
        throw new HttpProblem(422, built.error, { kind: 'invalid', errors })
      }
      const now = clock.now()
      const id = newId()
      const { rows, secrets } = newLinks(id)
      await store.create(
        { id, title, epoch: newId(), readOnly: false, createdAt: now, changedAt: now },
        rows,
        built.value,
      )
      const startPage = startPageOf(config, request)
      reply.code(201).header('location', `${config.basePath}api/boards/${id}`)
      return {
        id,
        title,
        links: {
          facilitator: linkUrl(startPage, id, secrets.facilitator),
          partner: linkUrl(startPage, id, secrets.partner),
          observer: linkUrl(startPage, id, secrets.observer),
        },
      }
    },
  )

  app.get<{ Params: { id: string } }>('/boards/:id', async (request): Promise<BoardAnswer> => {
    const { board, participant } = await callerOf(
      store,
      request,
      request.params.id,
      'read',
      clock.now(),
    )
    const session = await rooms.told(board.id, participant.role)
    return factsOf(board, await store.participants(board.id), session)
  })

  app.patch<{ Params: { id: string } }>('/boards/:id', async (request): Promise<BoardAnswer> => {
    const { board, participant } = await callerOf(
      store,
      request,
      request.params.id,
      'manage',
      clock.now(),
    )
    const { title, readOnly } = parse(PatchBoard, request.body)
    if (title !== undefined && title !== board.title) {
      // The document first: if that fails, the row still tells the truth.
      await rooms.edit(board.id, (doc) => rootsOf(doc).board.set(boardKeys.title, title))
    }
    const patch = {
      ...(title !== undefined && { title }),
      ...(readOnly !== undefined && { readOnly }),
    }
    await store.change(board.id, patch)
    await rooms.refresh(board.id)
    const session = await rooms.told(board.id, participant.role)
    return factsOf({ ...board, ...patch }, await store.participants(board.id), session)
  })

  app.delete<{ Params: { id: string } }>('/boards/:id', async (request, reply) => {
    const { board } = await callerOf(store, request, request.params.id, 'manage', clock.now())
    await store.remove(board.id)
    // After the removal, so that nobody can come back in between.
    rooms.disconnect(board.id, 'all', 'gone')
    return reply.code(204).send()
  })
}
