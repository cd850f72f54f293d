import { pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino'
import type { LogLevel } from './config.ts'

/** Where a part of the server reports; pino's and Fastify's loggers fit. */
export interface Log {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** Header and field names whose values never reach a log line, whatever object they are logged in. */
const secret = ['authorization', '["sec-websocket-protocol"]', 'cookie', 'secret', 'token']
const under = (prefix: string): string[] =>
  secret.map((name) => (name.startsWith('[') ? `${prefix}${name}` : `${prefix}.${name}`))

/**
 * The server's log: one JSON object a line, to stdout unless `stream` is given. It holds no names of people,
 * no addresses, no secrets and no query strings; requests are logged by their route.
 */
export const createLog = (level: LogLevel, stream?: DestinationStream): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      // Fastify and others may hand over whole requests; their address and query must not get out.
      serializers: {
        req: (request: { method?: string }) => ({ method: request.method }),
        res: (response: { statusCode?: number }) => ({ status: response.statusCode }),
      },
      redact: {
        paths: [
          ...secret.filter((name) => !name.startsWith('[')),
          '["sec-websocket-protocol"]',
          ...['*', 'headers', '*.headers', 'err', 'body', '*.body'].flatMap(under),
        ],
        censor: '[redacted]',
      },
    },
    stream ?? pino.destination({ dest: 1, sync: true }),
  )
