import rateLimit from '@fastify/rate-limit'
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import { clientFiles } from './client-files.ts'
import { readPage, wantsPage } from './client-page.ts'
import type { Parts, RouteParts } from './context.ts'
import { answerError, answerMalformed, refuseOtherMethods } from './handle-errors.ts'
import { createOrganisations } from './organisations.ts'
import { publicPathOf } from './origin.ts'
import { holdToDescription } from './openapi/hold-to-description.ts'
import { pollRoutes } from './poll.ts'
import { HttpProblem, sendProblem } from './problem.ts'
import { boardRoutes } from './routes/boards.ts'
import { checkRoutes } from './routes/check.ts'
import { fileRoutes } from './routes/files.ts'
import { healthRoutes } from './routes/health.ts'
import { imageRoutes } from './routes/images.ts'
import { joinRoutes } from './routes/join.ts'
import { linkRoutes } from './routes/links.ts'
import { versionRoutes } from './routes/versions.ts'
import { participantRoutes } from './routes/participants.ts'
import { openApiRoutes } from './routes/openapi.ts'
import { secureHeaders } from './security.ts'

const JSON_LIMIT = 100_000

/** How long somebody may take to send a request, ms: a large import over a slow line among them. */
const WHOLE_WITHIN = 300_000

const seconds = (ms: number): string => String(Math.max(1, Math.ceil(ms / 1000)))

/** The HTTP side of the server, ready to listen; the caller adds the WebSocket upgrade to `app.server`. */
export async function createApp(parts: Parts): Promise<FastifyInstance> {
  const { config, log } = parts
  const { trustProxy } = config
  const loggerInstance: FastifyBaseLogger = log
  const app = Fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: typeof trustProxy === 'number' ? (_address, hop) => hop < trustProxy : trustProxy,
    bodyLimit: JSON_LIMIT,
    requestTimeout: WHOLE_WITHIN,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: false, maxParamLength: 100 },
    frameworkErrors: (error, request, reply) => answerError(error, request, reply),
    clientErrorHandler: (error, socket) => answerMalformed(error, socket),
  })

  // JSON alone; Fastify takes plain text by itself.
  app.removeContentTypeParser('text/plain')

  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url
    const fields = {
      method: request.method,
      // The route, not the path: a path may hold anything, even a secret pasted at the wrong place.
      route: route ?? null,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
    }
    const isQuiet = reply.statusCode < 400 && !route?.includes('/api/')
    request.log[isQuiet ? 'debug' : 'info'](fields, 'request')
  })

  await secureHeaders(app, config)
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_request, { ttl }) =>
      new HttpProblem(429, 'Too many requests from your network. Wait a minute and try again.', {
        headers: { 'retry-after': seconds(ttl) },
      }),
  })

  const client = { dir: parts.clientDir, publicPath: publicPathOf(config) }
  const sendPage = await readPage(client)
  app.setErrorHandler(answerError)
  app.setNotFoundHandler((request, reply) => {
    const isApi = request.url.startsWith(`${config.basePath}api/`)
    if (!isApi && sendPage && wantsPage(request)) return sendPage(reply, 404)
    return sendProblem(reply, new HttpProblem(404, 'There is nothing at this address.'))
  })

  const routes: RouteParts = {
    ...parts,
    organisations: createOrganisations(parts.rooms, parts.clock),
  }
  const base = config.basePath.slice(0, -1)
  const closeMethods = refuseOtherMethods(app)
  await app.register(
    async (api) => {
      holdToDescription(api)
      api.addHook('onSend', async (_request, reply) => {
        if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
      })
      boardRoutes(api, routes)
      joinRoutes(api, routes)
      participantRoutes(api, routes)
      linkRoutes(api, routes)
      fileRoutes(api, routes)
      versionRoutes(api, routes)
      imageRoutes(api, routes)
      checkRoutes(api, parts)
      openApiRoutes(api, config)
    },
    { prefix: `${base}/api` },
  )
  await app.register(async (sync) => pollRoutes(sync, parts), { prefix: base })
  // At the root for the machine's own checks, whatever the base path; there as well for those who come by a proxy.
  for (const prefix of new Set(['', base])) {
    await app.register(async (health) => healthRoutes(health, parts), { prefix })
  }
  await app.register(async (pages) => clientFiles(pages, client, sendPage), { prefix: base })
  if (base !== '') app.get(base, (_request, reply) => reply.redirect(config.basePath, 308))
  closeMethods()
  return app
}
