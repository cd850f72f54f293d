import { fileURLToPath } from 'node:url'
import { collectDefaultMetrics, Registry } from 'prom-client'
import { systemClock } from './clock.ts'
import { readConfig } from './config.ts'
import { createApp } from './http/app.ts'
import { keepRetention } from './http/retention.ts'
import { handleUpgrades } from './http/upgrade.ts'
import { createExporter } from './export/exporter.ts'
import { createLog } from './log.ts'
import { relayMetrics } from './metrics.ts'
import { createRooms } from './rooms/create-rooms.ts'
import { openSqliteStore } from './store/sqlite.ts'

/** How long a stop may take, and how soon after the first a second signal still counts as the same one; ms. */
const STOP_WITHIN = 8_000
const SAME_SIGNAL = 300

/** Ends the process with one line for whoever started it. */
function refuse(why: string): never {
  process.stderr.write(`Rapport can’t start: ${why}\n`)
  process.exit(1)
}

const { env } = process
const read = readConfig(env)
if (!read.ok) refuse(read.error)
const config = read.value
const log = createLog(config.logLevel)

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)
const store = await openSqliteStore(config.dataDir).catch((error: unknown) =>
  refuse(messageOf(error)),
)

const registry = new Registry()
collectDefaultMetrics({ register: registry })
const rooms = createRooms(store, {
  log,
  metrics: relayMetrics(registry),
  limits: { sockets: config.maxConnections, socketsPerBoard: config.maxConnectionsPerBoard },
})
const exporter = createExporter()
const clientDir = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../dist/client' : '../client', import.meta.url),
)
const app = await createApp({
  config,
  log,
  clock: systemClock,
  store,
  rooms,
  exporter,
  registry,
  clientDir,
})
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
  maxPayload: config.maxMessageBytes,
})

const listenFault = (error: unknown): string => {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE')
    return `port ${config.port} on ${config.host} is in use; set PORT to another.`
  if (code === 'EACCES')
    return `port ${config.port} may not be used by this account; set PORT to one above 1023.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HOST ${config.host} is no address of this machine.`
  return messageOf(error)
}
try {
  await app.listen({ port: config.port, host: config.host, listenTextResolver: () => '' })
} catch (error) {
  await store.close()
  refuse(listenFault(error))
}
const stopRetention = keepRetention({
  store,
  rooms,
  log,
  clock: systemClock,
  days: config.retentionDays,
})

const address = app.server.address()
const port = typeof address === 'object' && address ? address.port : config.port
const host = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(config.host) ? 'localhost' : config.host
const startPage =
  config.publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}${config.basePath}`
log.info({ startPage, dataDir: config.dataDir }, 'listening')
process.send?.({ startPage })

let stopping: number | undefined

async function stop(reason: string): Promise<void> {
  const now = performance.now()
  if (stopping !== undefined) {
    // A terminal and npm may both pass on one Ctrl-C.
    if (now - stopping > SAME_SIGNAL) process.exit(1)
    return
  }
  stopping = now
  log.info({ reason }, 'stopping')
  setTimeout(() => {
    log.error({}, 'stopping took too long')
    process.exit(1)
  }, STOP_WITHIN).unref()
  stopRetention()
  stopUpgrades()
  // Requests under way end while the rooms write what is pending; the store goes last.
  await Promise.all([app.close(), rooms.close()])
  await exporter.close()
  await store.close()
  log.info({}, 'stopped')
  process.exit(0)
}

const stopOrFail = (reason: string): void => {
  stop(reason).catch((error: unknown) => {
    log.fatal({ err: error }, 'stopping failed')
    process.exit(1)
  })
}
process.on('SIGINT', stopOrFail)
process.on('SIGTERM', stopOrFail)
// The starter is gone without a word: nobody could stop this server by it any more.
process.on('disconnect', () => stopOrFail('starter gone'))

const crash = (error: unknown): void => {
  log.fatal({ err: error }, 'crashed')
  process.exit(1)
}
process.on('uncaughtException', crash)
process.on('unhandledRejection', crash)
