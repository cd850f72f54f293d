import { createApp } from './app.ts'
import type { Parts } from './context.ts'
import { handleUpgrades } from './upgrade.ts'

/** A server that answers. */
export interface Serving {
  /** the address of the start page, for whoever started it */
  startPage: string
  /** where it listens, whatever the outside calls it */
  port: number
  /** Ends every connection, lets requests under way finish and writes what is pending; the store stays open. */
  stop(): Promise<void>
}

/** How often connections that were kept alive are closed during a stop, ms. */
const SWEEP_EVERY = 50

/** How long a stop waits for requests whose senders have not finished them, ms. */
const UNFINISHED_FOR = 5_000

const everywhere = ['127.0.0.1', '0.0.0.0', '::', '::1']

function startPageOf({ publicUrl, host, basePath }: Parts['config'], port: number): string {
  if (publicUrl !== undefined) return publicUrl
  const name = everywhere.includes(host) ? 'localhost' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}${basePath}`
}

/** Starts answering HTTP and WebSockets; rejects with the system's error when the address can't be had. */
export async function serve(parts: Parts): Promise<Serving> {
  const { config, log, store, rooms } = parts
  const app = await createApp(parts)
  const stopUpgrades = handleUpgrades({
    server: app.server,
    store,
    rooms,
    log,
    basePath: config.basePath,
    origins: [
      ...config.allowedOrigins,
      ...(config.publicUrl === undefined ? [] : [new URL(config.publicUrl).origin]),
    ],
    maxPayload: Math.max(config.maxMessageBytes, config.maxSyncBytes),
  })
  await app.listen({
    port: config.port,
    host: config.host,
    listenTextResolver: (address) => `listening on ${address}`,
  })
  const address = app.server.address()
  const port = typeof address === 'object' && address ? address.port : config.port
  return {
    startPage: startPageOf(config, port),
    port,
    async stop() {
      // While the boards are written `/readyz` says that this server stops, and who comes is told to come back.
      await rooms.close()
      stopUpgrades()
      const closed = app.close()
      // A request that was under way leaves its connection open for a next one, which would hold the stop up.
      const sweep = setInterval(() => app.server.closeIdleConnections(), SWEEP_EVERY)
      const cut = setTimeout(() => app.server.closeAllConnections(), UNFINISHED_FOR)
      await closed.finally(() => {
        clearInterval(sweep)
        clearTimeout(cut)
      })
    },
  }
}
