import type { FastifyRequest } from 'fastify'
import type { Config } from '../config.ts'

type Addressing = Pick<Config, 'publicUrl' | 'basePath'>

/** The address of the start page as the asker sees it, with a trailing slash. */
export const startPageOf = ({ publicUrl, basePath }: Addressing, request: FastifyRequest): string =>
  publicUrl ?? `${request.protocol}://${request.host}${basePath}`

/** The path under which browsers find the server, with a leading and trailing slash. */
export const publicPathOf = ({ publicUrl, basePath }: Addressing): string =>
  publicUrl === undefined ? basePath : new URL(publicUrl).pathname

/** A link that opens a board; the secret is in the fragment, which browsers never send. */
export const linkUrl = (startPage: string, board: string, secret: string): string =>
  `${startPage}b/${board}#${secret}`
