import type { FastifyInstance } from 'fastify'
import { CreateLink, type CreatedLink, type LinkFacts } from '../../../shared/protocol/http.ts'
import type { LinkRow } from '../../store/store.ts'
import { callerOf } from '../auth.ts'
import type { RouteParts } from '../context.ts'
import { newLink } from '../new-links.ts'
import { linkUrl, startPageOf } from '../origin.ts'
import { parse } from '../parse.ts'
import { HttpProblem } from '../problem.ts'

const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString())

const factsOf = ({ id, role, expiresAt, revokedAt }: LinkRow): LinkFacts => ({
  id,
  role,
  expiresAt: iso(expiresAt),
  revokedAt: iso(revokedAt),
})

/** Listing, making and withdrawing a board's links; a facilitator's alone. */
export function linkRoutes(app: FastifyInstance, parts: RouteParts): void {
  const { config, store, rooms, clock } = parts

  app.get<{ Params: { id: string } }>(
    '/boards/:id/links',
    async (request): Promise<LinkFacts[]> => {
      const { board } = await callerOf(store, request, request.params.id, 'manage', clock.now())
      return (await store.links(board.id)).map(factsOf)
    },
  )

  app.post<{ Params: { id: string } }>(
    '/boards/:id/links',
    async (request, reply): Promise<CreatedLink> => {
      const { board } = await callerOf(store, request, request.params.id, 'manage', clock.now())
      const { role, expiresAt = null } = parse(CreateLink, request.body)
      const until = expiresAt === null ? null : Date.parse(expiresAt)
      if (until !== null && !(until > clock.now())) {
        const detail = '“expiresAt” must lie in the future.'
        const errors = [{ field: 'expiresAt', detail }]
        throw new HttpProblem(422, detail, { kind: 'invalid', errors })
      }
      const { row, secret } = newLink(board.id, role, until)
      await store.addLink(row)
      reply.code(201)
      return { ...factsOf(row), url: linkUrl(startPageOf(config, request), board.id, secret) }
    },
  )

  app.delete<{ Params: { id: string; link: string } }>(
    '/boards/:id/links/:link',
    async (request, reply) => {
      const { board } = await callerOf(store, request, request.params.id, 'manage', clock.now())
      const { link } = request.params
      if (!(await store.links(board.id)).some(({ id }) => id === link)) {
        throw new HttpProblem(404, 'This board has no such link.')
      }
      const now = clock.now()
      await store.revokeLink(board.id, link, now)
      const came = (await store.participants(board.id)).filter(
        (participant) => participant.link === link && participant.removedAt === null,
      )
      for (const { id } of came) await store.removeParticipant(board.id, id, now)
      rooms.disconnect(board.id, { link }, 'unauthorised')
      await rooms.refresh(board.id)
      return reply.code(204).send()
    },
  )
}
