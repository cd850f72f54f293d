import type { FastifyInstance } from 'fastify'
import { assert } from '../../../shared/assert.ts'
import { apiCalls } from './calls.ts'

/** Lets a server start only if each route that is added to `app` from here on is described, and each that is described is added. */
export function holdToDescription(app: FastifyInstance): void {
  const described = new Set(apiCalls.map(({ method, path }) => `${method.toUpperCase()} ${path}`))
  const added = new Set<string>()
  app.addHook('onRoute', ({ method, url, prefix }) => {
    for (const one of [method].flat()) {
      // Fastify adds HEAD to every GET by itself.
      if (one === 'HEAD') continue
      const name = `${one} ${url.slice(prefix.length)}`
      added.add(name)
      assert(described.has(name), `server/http/openapi/calls.ts describes ${name}`)
    }
  })
  app.addHook('onReady', async () => {
    for (const name of described) assert(added.has(name), `there is a route ${name}`)
  })
}
