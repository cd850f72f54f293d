import type { FastifyInstance } from 'fastify'
import type { Parts } from '../context.ts'
import { HttpProblem } from '../problem.ts'

/** What operators and their tools ask: is it alive, can it work, how busy is it. */
export function healthRoutes(
  app: FastifyInstance,
  { store, registry }: Pick<Parts, 'store' | 'registry'>,
): void {
  app.get('/healthz', () => ({ status: 'ok' }))

  app.get('/readyz', async (request) => {
    try {
      await store.ping()
    } catch (error) {
      request.log.warn({ err: error }, 'the store does not answer')
      throw new HttpProblem(503, 'Boards can’t be stored at the moment.', { kind: 'storage' })
    }
    return { status: 'ready' }
  })

  app.get('/metrics', async (_request, reply) => {
    reply.type(registry.contentType)
    return registry.metrics()
  })
}
