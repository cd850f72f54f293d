import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import http from 'node:http'
import path from 'node:path'

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Serves what is under `places` by the beginning of an address: a folder (with `/` at its end), or a text as it is. */
export async function serveFiles(
  places: Readonly<Record<string, string>>,
): Promise<{ url: string; close(): Promise<void> }> {
  const answer = async (address: string): Promise<{ type: string; body: Buffer | string }> => {
    const [start = '/', place = ''] =
      Object.entries(places).find(([prefix]) => address.startsWith(prefix)) ?? []
    const type = types[path.extname(address)] ?? 'application/octet-stream'
    if (!place.endsWith('/')) return { type, body: place }
    return { type, body: await readFile(path.join(place, address.slice(start.length))) }
  }
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    answer(decodeURIComponent(pathname)).then(
      ({ type, body }) => response.writeHead(200, { 'content-type': type }).end(body),
      () => response.writeHead(404).end(),
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
