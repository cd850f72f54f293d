import type { FastifyInstance } from 'fastify'
import type { Config } from '../../config.ts'
import { openApiDocument } from '../openapi/document.ts'
import { publicPathOf } from '../origin.ts'
import { ownVersion } from '../own-version.ts'

/** The description of the HTTP API, for programs and those who write them. */
export function openApiRoutes(app: FastifyInstance, config: Config): void {
  const document = openApiDocument(ownVersion(), `${publicPathOf(config)}api`)
  app.get('/openapi.json', () => document)
}
