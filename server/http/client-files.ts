import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ClientOptions, SendPage } from './client-page.ts'
import { readHeldFiles } from './held-files.ts'
import { HttpProblem } from './problem.ts'

const FOR_A_YEAR = 'public, max-age=31536000, immutable'

/** Serves the client: its page (if it is built) at the start page and at each board, its files for a year where their name holds their hash. */
export async function clientFiles(
  app: FastifyInstance,
  { dir }: ClientOptions,
  sendPage: SendPage | undefined,
): Promise<void> {
  const page = (reply: FastifyReply, forBoard = false): FastifyReply => {
    if (!sendPage) throw new HttpProblem(404, 'The pages of this server are not built.')
    return sendPage(reply, 200, forBoard)
  }
  app.get('/', { prefixTrailingSlash: 'slash' }, (_request, reply) => page(reply))
  app.get('/b/:id', (_request, reply) => page(reply, true))
  app.get('/check', (_request, reply) => page(reply))
  app.get('/join', (_request, reply) => page(reply))
  if (!sendPage) return
  const assets = path.join(dir, 'assets')
  await app.register(fastifyStatic, {
    root: dir,
    index: false,
    dotfiles: 'ignore',
    preCompressed: true,
    cacheControl: false,
    globIgnore: ['index.html'],
    allowedPath: (name) => name !== '/index.html',
    setHeaders: (reply, file) => {
      const isHashed = file.startsWith(assets + path.sep)
      reply.setHeader('cache-control', isHashed ? FOR_A_YEAR : 'no-cache')
    },
  })
  const held = await readHeldFiles(assets)
  app.get<{ Params: { name: string } }>('/assets/:name', (request, reply) => {
    const { name } = request.params
    const found = held(name, request.headers['accept-encoding'])
    if (!found) return reply.sendFile(`assets/${name}`)
    const { bytes, type, encoding } = found
    reply.header('cache-control', FOR_A_YEAR).header('vary', 'accept-encoding').type(type)
    if (encoding !== undefined) reply.header('content-encoding', encoding)
    return reply.send(bytes)
  })
}
