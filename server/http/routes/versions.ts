import type { FastifyInstance } from 'fastify'
import {
  SaveVersion,
  type RestoredVersion,
  type VersionFacts,
  type VersionList,
} from '../../../shared/protocol/versions.ts'
import { versionName } from '../../../shared/protocol/version-name.ts'
import { inEnglish } from '../../../shared/words/words.ts'
import type { ParticipantRow, VersionRow } from '../../store/store.ts'
import { callerOf } from '../auth.ts'
import type { RouteParts } from '../context.ts'
import { parse } from '../parse.ts'
import { HttpProblem } from '../problem.ts'
import { filled } from '../../../shared/words/told.ts'

type Params = { Params: { id: string; version: string } }

const factsOf = (row: VersionRow, participants: readonly ParticipantRow[]): VersionFacts => {
  const by = participants.find(({ id }) => id === row.by)
  return {
    id: row.id,
    name: versionName(row, inEnglish),
    kind: row.kind,
    about: row.kind === 'saved' ? '' : row.name,
    automatic: row.kind !== 'saved',
    at: new Date(row.at).toISOString(),
    by: by ? { id: by.id, name: by.name } : null,
  }
}

const unknown = (): HttpProblem => new HttpProblem(404, 'This board has no such version any more.')

const full = (most: number): HttpProblem =>
  new HttpProblem(
    409,
    filled(
      'This board has the {n} versions that it may keep, all saved by hand. Delete one that is no longer needed.',
      { n: most },
    ),
    { kind: 'versions-full' },
  )

/** Versions of a board: everyone lists and reads them; facilitators save one, bring the board back to one, and delete them. */
export function versionRoutes(app: FastifyInstance, parts: RouteParts): void {
  const { config, store, rooms, clock } = parts
  const most = config.maxVersions

  app.get<Params>('/boards/:id/versions', async (request): Promise<VersionList> => {
    const { board } = await callerOf(store, request, request.params.id, 'read', clock.now())
    const participants = await store.participants(board.id)
    const versions = await store.versions(board.id)
    return { versions: versions.map((row) => factsOf(row, participants)), most }
  })

  app.post<Params>('/boards/:id/versions', async (request, reply): Promise<VersionFacts> => {
    const { id } = request.params
    const { board, participant } = await callerOf(store, request, id, 'manage', clock.now())
    const { name } = parse(SaveVersion, request.body)
    const kept = await rooms.keepVersion(board.id, { kind: 'saved', name, by: participant.id })
    if (!kept) throw full(most)
    reply.code(201)
    return factsOf(kept, [participant])
  })

  app.post<Params>(
    '/boards/:id/versions/:version/restore',
    async (request): Promise<RestoredVersion> => {
      const { id, version } = request.params
      const { board, participant } = await callerOf(store, request, id, 'manage', clock.now())
      if (board.readOnly) {
        throw new HttpProblem(409, 'This board is read-only. Open it for editing first.', {
          kind: 'read-only',
        })
      }
      const done = await rooms.restoreVersion(board.id, version, participant.id)
      if (!done.ok) throw done.error === 'unknown' ? unknown() : full(most)
      const { restored, before, title } = done.value
      if (title !== undefined && title !== board.title) {
        await store.change(board.id, { title })
        await rooms.refresh(board.id)
      }
      const participants = await store.participants(board.id)
      return { restored: factsOf(restored, participants), before: factsOf(before, participants) }
    },
  )

  app.get<Params>('/boards/:id/versions/:version', async (request, reply) => {
    const { id, version } = request.params
    const { board } = await callerOf(store, request, id, 'read', clock.now())
    const state = await rooms.versionState(board.id, version)
    if (!state) throw unknown()
    return reply
      .type('application/octet-stream')
      .send(Buffer.from(state.buffer, state.byteOffset, state.byteLength))
  })

  app.delete<Params>('/boards/:id/versions/:version', async (request, reply) => {
    const { id, version } = request.params
    const { board } = await callerOf(store, request, id, 'manage', clock.now())
    if (!(await store.removeVersion(board.id, version))) throw unknown()
    return reply.code(204).send()
  })
}
