import type { FastifyInstance } from 'fastify'
import type { Clock } from '../../clock.ts'
import type { Parts } from '../context.ts'
import { HttpProblem, type ProblemKind } from '../problem.ts'

/** How long the store may take to answer before it counts as out of order, ms. */
const PING_WAIT = 2_000

/** The same as `promise`, or a rejection if that takes longer than `ms`. */
async function within(clock: Clock, ms: number, promise: Promise<void>): Promise<void> {
  let cancel = (): void => undefined
  const late = new Promise<never>((_resolve, reject) => {
    cancel = clock.after(ms, () => reject(new Error(`There was no answer within ${ms} ms.`)))
  })
  await Promise.race([promise, late]).finally(cancel)
}

/** How soon it is worth asking again, s. */
const RETRY_AFTER = 5

const notReady = (detail: string, kind?: ProblemKind): HttpProblem =>
  new HttpProblem(503, detail, {
    ...(kind && { kind }),
    headers: { 'retry-after': String(RETRY_AFTER) },
  })

/** What operators and their tools ask: is it alive, can it work, how busy is it. */
export function healthRoutes(
  app: FastifyInstance,
  {
    store,
    bus,
    registry,
    rooms,
    clock,
  }: Pick<Parts, 'store' | 'bus' | 'registry' | 'rooms' | 'clock'>,
): void {
  app.get('/healthz', () => ({ status: 'ok' }))

  app.get('/readyz', async (request) => {
    if (rooms.isClosing) throw notReady('This server is stopping.')
    try {
      await within(clock, PING_WAIT, store.ping())
      // A full disk may still take the little that a ping writes.
      if (rooms.failing > 0) throw new Error(`Edits on ${rooms.failing} boards wait for the disk.`)
    } catch (error) {
      request.log.warn({ err: error }, 'the store does not answer')
      throw notReady('Boards can’t be stored at the moment.', 'storage')
    }
    try {
      if (bus) await within(clock, PING_WAIT, bus.ping())
    } catch (error) {
      request.log.warn({ err: error }, 'other nodes can’t be reached')
      throw notReady('Other servers can’t be reached at the moment.')
    }
    return { status: 'ready' }
  })

  app.get('/metrics', async (_request, reply) => {
    reply.type(registry.contentType)
    return registry.metrics()
  })
}
