import type { Socket } from 'node:net'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { filled } from '../../shared/words/told.ts'
import { endWithProblem, HttpProblem, sendProblem } from './problem.ts'

const sentences: Record<number, string> = {
  400: 'The request could not be understood.',
  404: 'There is nothing at this address.',
  408: 'The request took too long to arrive.',
  413: 'The request is larger than this server takes.',
  414: 'The address is too long.',
  415: 'This kind of content is not understood here; send JSON.',
  429: 'Too many requests from your network. Wait a minute and try again.',
  431: 'The request has more headers than this server takes.',
}

const codes: Record<string, string> = {
  FST_ERR_CTP_EMPTY_JSON_BODY: 'The request has no body; JSON is expected.',
  FST_ERR_CTP_INVALID_JSON_BODY: 'The body is not valid JSON.',
}

const isFault = (error: unknown): error is FastifyError =>
  error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'

const stored: Record<string, HttpProblem> = {
  'unknown-board': new HttpProblem(
    404,
    'There is no board at this address; it may have been deleted.',
    {
      kind: 'board-unknown',
    },
  ),
  unavailable: new HttpProblem(
    503,
    'Boards can’t be read or stored at the moment. Try again in a minute.',
    {
      kind: 'storage',
      headers: { 'retry-after': '60' },
    },
  ),
  unreadable: new HttpProblem(
    500,
    'This board can’t be read. Nothing of it was overwritten; tell whoever runs the server.',
    {
      kind: 'storage',
    },
  ),
}

/** What people are told of an error: a fault of the request in plain words, anything else without its inside. */
function problemOf(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error
  if (error instanceof Error && error.name === 'StoreError' && 'code' in error) {
    return stored[String(error.code)] ?? problemOf(undefined)
  }
  const status = isFault(error) ? (error.statusCode ?? 500) : 500
  if (!isFault(error) || status < 400 || status >= 500) {
    return new HttpProblem(
      500,
      'The server could not do this. Try again; if it stays so, tell whoever runs the server.',
    )
  }
  const detail = codes[error.code] ?? sentences[status] ?? 'The request could not be answered.'
  return new HttpProblem(status, detail)
}

/** Answers an error with problem details, and logs it when it is the server's own. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOf(error)
  if (problem.statusCode >= 500) {
    const route = request.routeOptions.url
    request.log.error({ err: error, method: request.method, route }, 'request failed')
  }
  void sendProblem(reply, problem)
}

/** What is wrong with a request that the parser gave up, by its code. */
const malformed: Record<string, number> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}

/** Answers bytes that are no HTTP request; no Fastify reply exists at that point. */
export function answerMalformed(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const status = malformed[error.code ?? ''] ?? 400
  endWithProblem(
    socket,
    new HttpProblem(status, sentences[status] ?? 'The request could not be answered.'),
  )
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'] as const

/**
 * From here on, remembers every route of this scope; the returned function adds an answer 405 with `Allow` for
 * the methods that a path doesn't have, and must be called once, after the last route.
 */
export function refuseOtherMethods(app: FastifyInstance): () => void {
  const known = new Map<string, Set<string>>()
  let open = true
  app.addHook('onRoute', ({ url, method }) => {
    if (!open || url.endsWith('*')) return
    const seen = known.get(url) ?? new Set()
    known.set(url, seen)
    for (const one of [method].flat()) seen.add(one)
  })
  return () => {
    open = false
    for (const [url, seen] of known) {
      const allow = [...seen].toSorted().join(', ')
      const others = methods.filter((method) => !seen.has(method))
      if (others.length === 0) continue
      app.route({
        method: others,
        url,
        // Before the body is read: its kind and size are beside the point.
        onRequest: async () => {
          throw new HttpProblem(
            405,
            filled('Only {methods} can be used here.', { methods: allow }),
            {
              headers: { allow },
            },
          )
        },
        handler: () => undefined,
      })
    }
  }
}
