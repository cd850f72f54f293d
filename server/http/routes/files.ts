import type { FastifyInstance, FastifyRequest, RouteShorthandOptions } from 'fastify'
import type * as v from 'valibot'
import { showsImages, type ExportJob, type ExportProblem } from '../../export/exporter.ts'
import type { ImportFile } from '../../import/import.ts'
import type { ImportFault } from '../../import/importer.ts'
import { formatOf } from '../../import/sniff.ts'
import type { ExportFormat } from '../../../shared/exchange/export-formats.ts'
import type { Imported } from '../../../shared/exchange/imported.ts'
import type { ImportPreview } from '../../../shared/exchange/mapping.ts'
import { assert } from '../../../shared/assert.ts'
import { limits } from '../../../shared/limits.ts'
import { imagesOf } from '../../export/images-of.ts'
import { callerOf } from '../auth.ts'
import type { RouteParts } from '../context.ts'
import { ExportQuery } from '../export-query.ts'
import { answerWithSteps, wantsSteps } from '../export-stream.ts'
import { keepImages } from '../keep-images.ts'
import { importFileOf } from '../import-request.ts'
import { parse } from '../parse.ts'
import { HttpProblem } from '../problem.ts'
import { filled } from '../../../shared/words/told.ts'

function refused(fault: ImportFault): HttpProblem {
  if (fault === 'too-slow') {
    const detail = 'The file took too long to read. Try it in smaller parts, or again in a minute.'
    return new HttpProblem(503, detail, { headers: { 'retry-after': '60' } })
  }
  return new HttpProblem(422, fault[0]?.detail ?? 'The file could not be imported.', {
    kind: 'file-refused',
    errors: fault,
  })
}

const fieldsAtFault: Partial<Record<ExportProblem['kind'], string>> = {
  'unknown-frame': 'frame',
  'unknown-table': 'table',
  'unknown-objects': 'objects',
  'too-large': 'scale',
}

function notMade({ kind, detail }: ExportProblem): HttpProblem {
  const field = fieldsAtFault[kind]
  return field === undefined
    ? new HttpProblem(503, detail, { headers: { 'retry-after': '60' } })
    : new HttpProblem(422, detail, { kind: 'invalid', errors: [{ field, detail }] })
}

const noVersion = (field: 'version' | 'since'): HttpProblem => {
  const detail = 'This board has no such version.'
  return new HttpProblem(422, detail, { kind: 'invalid', errors: [{ field, detail }] })
}

/** The version with which a paper compares the board: the one asked for, or of the board as it is now the one that was saved last by hand. */
async function sinceOf(
  { store, rooms }: RouteParts,
  board: string,
  { format, since, version }: v.InferOutput<typeof ExportQuery>,
): Promise<ExportJob['since']> {
  if (since === 'none' || (format !== 'pdf' && format !== 'docx')) return undefined
  if (since === undefined && version !== undefined) return undefined
  const rows = await store.versions(board)
  const row = rows.find(({ id, kind }) => (since === undefined ? kind === 'saved' : id === since))
  const state = row && (await rooms.versionState(board, row.id))
  if (since !== undefined && !state) throw noVersion('since')
  return row && state
    ? { kind: row.kind, name: row.name, at: new Date(row.at).toISOString(), state }
    : undefined
}

const TOLD_IN: readonly ExportFormat[] = ['pdf', 'docx', 'xlsx', 'csv']

/** The rounds of which papers and registers tell; of a version, those that were over by then. */
async function roundsOf(
  { store, rooms }: RouteParts,
  board: string,
  { format, version }: v.InferOutput<typeof ExportQuery>,
): Promise<ExportJob['rounds']> {
  if (!TOLD_IN.includes(format)) return undefined
  const { rounds } = await rooms.session(board)
  if (version === undefined) return rounds
  const row = (await store.versions(board)).find(({ id }) => id === version)
  return row && rounds.filter(({ endedAt }) => endedAt !== null && endedAt <= row.at)
}

/** A board as a file, and a file into a board. */
export function fileRoutes(app: FastifyInstance, parts: RouteParts): void {
  const { config, store, rooms, clock, exporter, importer } = parts

  app.get<{ Params: { id: string } }>('/boards/:id/export', async (request, reply) => {
    const { board } = await callerOf(store, request, request.params.id, 'read', clock.now())
    const query = parse(ExportQuery, request.query)
    const { format, frame, table, version, objects, scale, background, language } = query
    const state =
      version === undefined
        ? await rooms.state(board.id)
        : await rooms.versionState(board.id, version)
    if (!state) throw noVersion('version')
    const images = showsImages(format) ? await imagesOf(store, board.id) : []
    const since = await sinceOf(parts, board.id, query)
    const rounds = await roundsOf(parts, board.id, query)
    // Who closes the window, or presses Cancel, frees the thread for the next.
    const gone = new AbortController()
    reply.raw.once('close', () => gone.abort())
    const job: ExportJob = {
      format,
      state,
      title: version === undefined ? board.title : '',
      images,
      generatedAt: new Date(clock.now()),
      ...(frame !== undefined && { frame }),
      ...(table !== undefined && { table }),
      ...(objects && { objects }),
      ...(scale !== undefined && { scale }),
      ...(background && { background }),
      ...(language && { language }),
      ...(since && { since }),
      ...(rounds && { rounds }),
    }
    const waiter = { cancel: gone.signal }
    if (wantsSteps(request)) {
      return answerWithSteps(
        reply,
        (report) => exporter.export(job, { ...waiter, report }),
        notMade,
      )
    }
    const made = await exporter.export(job, waiter)
    if (!made.ok) throw notMade(made.error)
    const { bytes, mediaType, fileName } = made.value
    return reply
      .type(mediaType)
      .header('content-disposition', `attachment; filename="${fileName}"`)
      .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  })

  void app.register(async (files) => {
    files.removeAllContentTypeParsers()
    files.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) =>
      done(null, body),
    )

    const forFacilitators: RouteShorthandOptions = {
      bodyLimit: config.maxImportBytes + limits.importImageBytes,
      // Before the body, so that nobody can make the server hold files who may not import them.
      onRequest: async (request) => {
        const { id } = request.params as { id: string }
        await callerOf(store, request, id, 'import', clock.now())
      },
    }

    const checkRoom = (): void => {
      const detail = 'Too many files are being read at the moment. Try again in a minute.'
      if (importer.isBusy) throw new HttpProblem(503, detail, { headers: { 'retry-after': '60' } })
    }

    const fileOf = async (request: FastifyRequest): Promise<ImportFile> => {
      const file = await importFileOf(request, clock.now())
      const all = [file.bytes, ...(file.options.more ?? [])]
      // Only a board's file brings images, and may be larger by them.
      const isBoard = all.some((bytes) => formatOf(bytes) === 'json')
      if (!isBoard && all.reduce((sum, { length }) => sum + length, 0) > config.maxImportBytes) {
        throw new HttpProblem(
          413,
          filled('The file is larger than {n} MB.', { n: config.maxImportBytes / 1_000_000 }),
        )
      }
      return { ...file, most: config.maxImportBytes }
    }

    files.post('/boards/:id/import/preview', forFacilitators, async (request) => {
      const file = await fileOf(request)
      checkRoom()
      const preview = await importer.preview(file)
      if (!preview.ok) throw refused(preview.error)
      return preview.value satisfies ImportPreview
    })

    files.post<{ Params: { id: string } }>(
      '/boards/:id/import',
      forFacilitators,
      async (request): Promise<Imported> => {
        const { id } = request.params
        const { board, participant } = await callerOf(store, request, id, 'import', clock.now())
        if (board.readOnly || (await rooms.session(id)).ended) {
          throw new HttpProblem(409, 'The board is read-only at the moment.', { kind: 'read-only' })
        }
        const file = await fileOf(request)
        checkRoom()
        let imported: Imported | undefined
        await rooms.make(id, async (document, client) => {
          const read = await importer.import({ file, parts: document, client })
          if (!read.ok) throw refused(read.error)
          const { images, update, summary } = read.value
          // Nobody can undo an import. A board that has no room for a version takes in the file all the same.
          const before = { kind: 'import', name: '', by: participant.id } as const
          const version = await rooms.keepVersion(board.id, before)
          const left = await keepImages(store, id, images, {
            now: clock.now(),
            most: config.maxImageBytesPerBoard,
          })
          imported = {
            ...summary,
            kept: version !== undefined,
            notes: [...summary.notes, ...left],
          }
          return update
        })
        assert(imported, 'what was made is known')
        return imported
      },
    )
  })
}
