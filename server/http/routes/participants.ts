import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Admit, type Admitted, type Place } from '../../../shared/protocol/http.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { Told } from '../../../shared/protocol/told.ts'
import { filled } from '../../../shared/words/told.ts'
import type { BoardRow, ParticipantRow } from '../../store/store.ts'
import { callerOf } from '../auth.ts'
import type { RouteParts } from '../context.ts'
import type { OrganisationWish } from '../organisations.ts'
import { parse } from '../parse.ts'
import { HttpProblem } from '../problem.ts'

interface Params {
  id: string
  participant: string
}

/** Letting people in who wait, taking people off a board, and erasing their names; a facilitator's alone. */
export function participantRoutes(app: FastifyInstance, parts: RouteParts): void {
  const { store, rooms, clock, organisations } = parts

  const settle = async (
    board: BoardRow,
    { name, waiting }: ParticipantRow,
  ): Promise<Result<string | null, Told>> => {
    const wish = JSON.parse(waiting ?? 'null') as OrganisationWish | null
    if (wish === null) return ok(null)
    const settled = await organisations.settle(board, wish)
    if (settled.ok) return settled
    if (settled.error === 'gone') {
      return fail(filled('The organisation that {name} chose is no longer on the board.', { name }))
    }
    return fail(
      filled('The organisation that {name} speaks for can’t be added to the board now.', { name }),
    )
  }

  app.get<{ Params: { id: string } }>('/boards/:id/place', async (request): Promise<Place> => {
    const { participant } = await callerOf(store, request, request.params.id, 'wait', clock.now())
    return { waiting: participant.waiting !== null, organisation: participant.organisation }
  })

  app.post<{ Params: { id: string } }>(
    '/boards/:id/admissions',
    async (request): Promise<Admitted> => {
      const { board } = await callerOf(store, request, request.params.id, 'manage', clock.now())
      const meant = new Set(parse(Admit, request.body).participants)
      const refused: Admitted['refused'] = []
      for (const row of await store.participants(board.id)) {
        if (!meant.has(row.id) || row.waiting === null || row.removedAt !== null) continue
        const organisation = await settle(board, row)
        if (organisation.ok) await store.admitParticipant(board.id, row.id, organisation.value)
        else refused.push({ participant: row.id, ...organisation.error })
      }
      await rooms.refresh(board.id)
      return { refused }
    },
  )

  /** The participant whom a facilitator means, who isn't themselves. */
  const meant = async (
    request: FastifyRequest<{ Params: Params }>,
  ): Promise<{ board: BoardRow; row: ParticipantRow }> => {
    const { id, participant } = request.params
    const { board, participant: self } = await callerOf(store, request, id, 'manage', clock.now())
    if (participant === self.id) {
      throw new HttpProblem(409, 'You can’t remove yourself from the board.')
    }
    const row = (await store.participants(board.id)).find((one) => one.id === participant)
    if (!row) throw new HttpProblem(404, 'There is nobody of that id on this board.')
    return { board, row }
  }

  app.delete<{ Params: Params }>(
    '/boards/:id/participants/:participant',
    async (request, reply) => {
      const { board, row } = await meant(request)
      await store.removeParticipant(board.id, row.id, clock.now())
      rooms.disconnect(board.id, { participant: row.id }, 'unauthorised')
      await rooms.refresh(board.id)
      return reply.code(204).send()
    },
  )

  app.delete<{ Params: Params }>(
    '/boards/:id/participants/:participant/name',
    async (request, reply) => {
      const { board, row } = await meant(request)
      const { id, name } = row
      await store.removeParticipant(board.id, id, clock.now())
      rooms.disconnect(board.id, { participant: id }, 'unauthorised')
      await rooms.refresh(board.id)
      // The row last: who is asked again after a failure still knows the name that is to go.
      await rooms.eraseName(board.id, { id, name })
      await store.eraseParticipant(board.id, id, clock.now())
      await rooms.refresh(board.id)
      return reply.code(204).send()
    },
  )
}
