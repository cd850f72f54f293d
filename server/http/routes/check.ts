import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import * as v from 'valibot'
import type { CheckAnswer } from '../../../shared/protocol/check.ts'
import type { Parts } from '../context.ts'

const Package = v.object({ version: v.string() })

function ownVersion(): string {
  const up = import.meta.url.endsWith('.ts') ? '../../../' : '../../../../'
  const text = readFileSync(new URL(`${up}package.json`, import.meta.url), 'utf8')
  return v.parse(Package, JSON.parse(text)).version
}

/** What the self-test page asks: does a request with a body come through, and what time and version is it here. */
export function checkRoutes(app: FastifyInstance, { clock }: Pick<Parts, 'clock'>): void {
  const version = ownVersion()
  app.post('/check', (): CheckAnswer => ({ version, now: clock.now() }))
}
