import type { FastifyInstance } from 'fastify'
import { readImage, type ImageFault } from '../../../shared/images/read-image.ts'
import { limits } from '../../../shared/limits.ts'
import type { KeptImage } from '../../../shared/protocol/http.ts'
import type { Told } from '../../../shared/protocol/told.ts'
import { filled } from '../../../shared/words/told.ts'
import { imageId } from '../../image-id.ts'
import type { StoredImage } from '../../store/store.ts'
import { collectImages } from '../collect-images.ts'
import { callerOf, type Caller } from '../auth.ts'
import type { RouteParts } from '../context.ts'
import { HttpProblem } from '../problem.ts'

/** A building's worth of people, each with a picture now and then; more at once is no workshop. */
const MOST_PER_MINUTE = 240

/** How long nothing must have shown an image, ms, for it to make room. */
const GIVEN_UP_AFTER = 3_600_000

/** Seconds for which a browser may show a picture without asking again: its address never means another. */
const KEPT_FOR = 604_800

const refusals: Record<ImageFault, string> = {
  drawing: 'SVG drawings can hold scripts, so a board doesn’t take them. Save it as PNG.',
  unknown: 'A board takes images as PNG, JPEG, GIF or WebP.',
  broken: 'The image is damaged or not whole.',
  turned: 'The image is turned by its metadata alone, which is not kept. Save it upright.',
  moves: 'A board takes still images only. Save one image of the film.',
}

const refused = (why: string | Told): HttpProblem =>
  new HttpProblem(422, why, { kind: 'image-refused' })

const megabytes = (bytes: number): number => Math.floor(bytes / 100_000) / 10

/** The pictures of a board: put there once, read by everyone on it. */
export function imageRoutes(
  app: FastifyInstance,
  { config, store, rooms, clock }: RouteParts,
): void {
  const { maxImageBytes, maxImageBytesPerBoard } = config

  /** Keeps an image, if need be in the room of others that nothing has shown for a while; whether there was any. */
  const keep = async (board: string, image: StoredImage): Promise<boolean> => {
    const now = clock.now()
    if (await store.addImage(board, image, now, maxImageBytesPerBoard)) return true
    const state = await rooms.state(board)
    const since = { now, before: now - GIVEN_UP_AFTER, also: state }
    if ((await collectImages({ store, rooms }, board, since)) === 0) return false
    return store.addImage(board, image, now, maxImageBytesPerBoard)
  }

  /** Whoever may change the board now. */
  const editorOf = async (...asked: Parameters<typeof callerOf>): Promise<Caller> => {
    const caller = await callerOf(...asked)
    const { board, participant } = caller
    if (board.readOnly) {
      throw new HttpProblem(409, 'The board is read-only at the moment.', { kind: 'read-only' })
    }
    const { ended, paused } = await rooms.session(board.id)
    if (ended) {
      throw new HttpProblem(409, 'The session has ended, so the image was not taken.', {
        kind: 'read-only',
      })
    }
    if (paused && participant.role !== 'facilitator') {
      throw new HttpProblem(409, 'A facilitator has paused editing, so the image was not taken.', {
        kind: 'paused',
      })
    }
    return caller
  }

  app.get<{ Params: { id: string; image: string } }>(
    '/boards/:id/images/:image',
    async (request, reply) => {
      const { id, image } = request.params
      const { board } = await callerOf(store, request, id, 'read', clock.now())
      const found = await store.image(board.id, image)
      if (!found) throw new HttpProblem(404, 'There is no such image on the board.')
      const { type, bytes } = found
      return reply
        .type(type)
        .header('cache-control', `private, max-age=${KEPT_FOR}, immutable`)
        .header('vary', 'authorization')
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('content-disposition', `attachment; filename="${image}.${type.slice(6)}"`)
        .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    },
  )

  void app.register(async (files) => {
    files.removeAllContentTypeParsers()
    files.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) =>
      done(null, body),
    )

    files.post<{ Params: { id: string } }>(
      '/boards/:id/images',
      {
        bodyLimit: maxImageBytes,
        config: { rateLimit: { max: MOST_PER_MINUTE, timeWindow: 60_000 } },
        // Before the body, so that nobody can make the server hold pictures who may not put them there.
        onRequest: async (request) => {
          await editorOf(store, request, request.params.id, 'edit', clock.now())
        },
        errorHandler: (error) => {
          if ((error as { code?: string }).code !== 'FST_ERR_CTP_BODY_TOO_LARGE') throw error
          throw new HttpProblem(
            413,
            filled('An image may have {n} MB at most.', { n: megabytes(maxImageBytes) }),
          )
        },
      },
      async (request, reply): Promise<KeptImage> => {
        const { id } = request.params
        if (!Buffer.isBuffer(request.body) || request.body.length === 0) {
          throw new HttpProblem(400, 'The request has no body; send the image as it is.')
        }
        const read = readImage(request.body)
        if (!read.ok) throw refused(refusals[read.error])
        const { type, width, height, bytes } = read.value
        if (width * height > limits.imagePixels || Math.max(width, height) > limits.imageSide) {
          throw refused(
            filled(
              'The image has {width} × {height} pixels. {n} million, and {side} on a side, are the most.',
              { width, height, n: limits.imagePixels / 1_000_000, side: limits.imageSide },
            ),
          )
        }
        const image = { id: imageId(bytes), type, width, height, bytes }
        if (!(await keep(id, image))) {
          throw new HttpProblem(
            413,
            filled(
              'The images of a board may have {n} MB together, and this one doesn’t fit. Delete some and try again; they make room an hour after that at the earliest.',
              { n: megabytes(maxImageBytesPerBoard) },
            ),
            { kind: 'images-full' },
          )
        }
        reply.code(201).header('location', `${config.basePath}api/boards/${id}/images/${image.id}`)
        return { id: image.id, type, width, height }
      },
    )
  })
}
