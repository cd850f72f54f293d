import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import type { FastifyReply } from 'fastify'
import type { Problem } from '../../shared/protocol/http.ts'
import type { Told } from '../../shared/protocol/told.ts'

/** What was wrong with a field or line of the request. */
export type ProblemError = NonNullable<Problem['errors']>[number]

/** The problems that a client may want to tell apart; the others are `about:blank` and told by their status. */
export type ProblemKind =
  | 'board-unknown'
  | 'link-wrong'
  | 'link-revoked'
  | 'link-expired'
  | 'token-wrong'
  | 'waiting'
  | 'code-wrong'
  | 'role'
  | 'create-key'
  | 'invalid'
  | 'read-only'
  | 'versions-full'
  | 'file-refused'
  | 'image-refused'
  | 'images-full'
  | 'paused'
  | 'storage'

interface Extra {
  kind?: ProblemKind
  errors?: readonly ProblemError[]
  headers?: Readonly<Record<string, string>>
}

const titles: Record<number, string> = {
  400: 'The request is malformed',
  401: 'Not signed in to this board',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  408: 'Too slow',
  409: 'Not possible now',
  413: 'Too large',
  414: 'Address too long',
  415: 'Unsupported kind of content',
  422: 'Something needs correcting',
  429: 'Too many requests',
  431: 'Headers too large',
  500: 'Something went wrong on the server',
  503: 'Not available at the moment',
}

/** Thrown by routes to answer with RFC 9457 problem details; `message` is the `detail` that people read. */
export class HttpProblem extends Error {
  readonly statusCode: number
  readonly body: Problem
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, why: string | Told, { kind, errors, headers = {} }: Extra = {}) {
    const sentence = typeof why === 'string' ? { detail: why } : why
    super(sentence.detail)
    this.name = 'HttpProblem'
    this.statusCode = status
    this.headers = status === 401 ? { 'www-authenticate': 'Bearer', ...headers } : headers
    this.body = {
      type: kind ? `urn:problem-type:rapport:${kind}` : 'about:blank',
      title: titles[status] ?? STATUS_CODES[status] ?? 'Error',
      status,
      ...sentence,
      ...(errors && errors.length > 0 && { errors: [...errors] }),
    }
  }
}

/** Writes the problem to a socket that no reply belongs to, and ends it. */
export function endWithProblem(socket: Duplex, { statusCode, headers, body }: HttpProblem): void {
  const bytes = Buffer.from(JSON.stringify(body))
  const lines = [
    `HTTP/1.1 ${statusCode} ${STATUS_CODES[statusCode] ?? ''}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    'connection: close',
    'cache-control: no-store',
    'content-type: application/problem+json',
    `content-length: ${bytes.length}`,
  ]
  socket.end(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), bytes]))
}

/** Sends the problem as `application/problem+json`. */
export const sendProblem = (reply: FastifyReply, problem: HttpProblem): FastifyReply =>
  reply
    .code(problem.statusCode)
    .headers(problem.headers)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    // As bytes, because Fastify adds a charset to text, which this media type doesn't have.
    .send(Buffer.from(JSON.stringify(problem.body)))
