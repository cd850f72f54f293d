import type { FastifyInstance } from 'fastify'
import type { CheckAnswer } from '../../../shared/protocol/check.ts'
import type { Parts } from '../context.ts'
import { ownVersion } from '../own-version.ts'

/** What the self-test page asks: does a request with a body come through, and what time and version is it here. */
export function checkRoutes(app: FastifyInstance, { clock }: Pick<Parts, 'clock'>): void {
  const version = ownVersion()
  app.post('/check', (): CheckAnswer => ({ version, now: clock.now() }))
}
