import { readFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { FastifyReply, FastifyRequest } from 'fastify'
import * as v from 'valibot'

/** Where the client is, and where browsers find it. */
export interface ClientOptions {
  /** folder of the built client */
  dir: string
  /** the path under which browsers find the server, with a leading and trailing slash */
  publicPath: string
}

/** Puts the path that all of the page's relative addresses start from where the page can be opened at any depth. */
function withBase(html: string, publicPath: string): string {
  const base = `<base href="${publicPath}" />`
  return /<base\b[^>]*>/i.test(html)
    ? html.replace(/<base\b[^>]*>/i, base)
    : html.replace(/<head\b[^>]*>/i, (head) => `${head}\n    ${base}`)
}

const Manifest = v.record(
  v.string(),
  v.object({
    file: v.string(),
    name: v.optional(v.string()),
    imports: v.optional(v.array(v.string()), []),
    css: v.optional(v.array(v.string()), []),
  }),
)
/** What the build calls the file that begins the app, and the one that shows a board: `vite.config.ts` says so. */
const APP = 'app'
const BOARD = 'board'

/** Tags that have a browser fetch what shows a board beside the app itself, not after it; none where the build doesn't say what that is. */
async function boardPreloads(dir: string): Promise<string> {
  const file = path.join(dir, '.vite/manifest.json')
  if (!existsSync(file)) return ''
  const manifest = v.parse(Manifest, JSON.parse(await readFile(file, 'utf8')))
  const taken = new Set<string>()
  const tags: string[] = []
  const take = (key: string, isWanted: boolean): void => {
    const chunk = manifest[key]
    if (!chunk || taken.has(key)) return
    taken.add(key)
    chunk.imports.forEach((next) => take(next, isWanted))
    if (!isWanted) return
    tags.push(`<link rel="modulepreload" href="./${chunk.file}" />`)
    // Styles that are in the page already are not waited for when the script that needs them begins.
    for (const css of chunk.css) tags.push(`<link rel="stylesheet" href="./${css}" />`)
  }
  const takeNamed = (wanted: string, isWanted: boolean): void => {
    for (const [key, { name }] of Object.entries(manifest)) if (name === wanted) take(key, isWanted)
  }
  // The page names these itself.
  takeNamed(APP, false)
  takeNamed(BOARD, true)
  return tags.join('')
}

/** Whether somebody is looking with a browser at a page, as opposed to a program asking for data. */
export const wantsPage = (request: FastifyRequest): boolean =>
  (request.method === 'GET' || request.method === 'HEAD') &&
  (request.headers.accept ?? '').includes('text/html')

/** Sends the client's page with `status`, never to be kept by a cache; `forBoard` has it name what shows a board. */
export type SendPage = (reply: FastifyReply, status?: number, forBoard?: boolean) => FastifyReply

/** Reads the client's page once, as the server's own version has it; undefined where the client was not built. */
export async function readPage({ dir, publicPath }: ClientOptions): Promise<SendPage | undefined> {
  const file = path.join(dir, 'index.html')
  if (!existsSync(file)) return undefined
  const plain = withBase(await readFile(file, 'utf8'), publicPath)
  const tags = await boardPreloads(dir)
  const board = plain.replace(/<\/head>/i, (end) => tags + end)
  return (reply, status = 200, forBoard = false) =>
    reply
      .code(status)
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(forBoard ? board : plain)
}
