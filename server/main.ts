import { fileURLToPath } from 'node:url'
import { collectDefaultMetrics, Registry } from 'prom-client'
import type { ClusterBus } from './bus/bus.ts'
import { createLocalHub } from './bus/local.ts'
import { createRedisBus } from './bus/redis.ts'
import { systemClock } from './clock.ts'
import { readConfig } from './config.ts'
import { createExporter } from './export/exporter.ts'
import { keepRetention } from './http/retention.ts'
import { serve } from './http/serve.ts'
import { createImporter } from './import/importer.ts'
import { createLog } from './log.ts'
import { relayMetrics } from './metrics.ts'
import { createRooms } from './rooms/create-rooms.ts'
import { openStore } from './store/open.ts'
import { StoreError } from './store/store-error.ts'

/** How long a stop may take, and how soon after the first a second signal still counts as the same one; ms. */
const STOP_WITHIN = 8_000
const SAME_SIGNAL = 300

/** Ends the process with one line for whoever started it. */
function refuse(why: string): never {
  process.stderr.write(`Rapport can’t start: ${why}\n`)
  process.exit(1)
}

const read = readConfig(process.env)
if (!read.ok) refuse(read.error)
const config = read.value
const { port, host } = config

function faultOf(error: unknown): string {
  if (error instanceof StoreError) {
    return `${config.databaseUrl === undefined ? 'DATA_DIR' : 'DATABASE_URL'}: ${error.message}`
  }
  const { code, message } = error as NodeJS.ErrnoException
  switch (code) {
    case 'EADDRINUSE':
      return `port ${port} on ${host} is in use; set PORT to another.`
    case 'EACCES':
      return `port ${port} may not be used by this account; set PORT to one above 1023.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `HOST ${host} is no address of this machine.`
    default:
      return message
  }
}
const refuseFault = (error: unknown): never => refuse(faultOf(error))

const log = createLog(config.logLevel)
const store = await openStore(config).catch(refuseFault)

/** Other nodes may use a PostgreSQL even where no Redis was named: their edits are then seen within seconds, and nothing is lost. */
function openBus(): ClusterBus | undefined {
  if (config.redisUrl !== undefined) return createRedisBus(config.redisUrl, { log })
  return config.databaseUrl === undefined ? undefined : createLocalHub().connect()
}
const bus = openBus()
const registry = new Registry()
collectDefaultMetrics({ register: registry })
const rooms = createRooms(store, {
  log,
  ...(bus && { bus }),
  metrics: relayMetrics(registry),
  limits: {
    sockets: config.maxConnections,
    versions: config.maxVersions,
    socketsPerBoard: config.maxConnectionsPerBoard,
    messageBytes: config.maxMessageBytes,
    syncBytes: config.maxSyncBytes,
    syncBytesAtOnce: config.maxSyncBytesAtOnce,
    messagesPerSecond: config.maxMessagesPerSecond,
    messageBurst: 7 * config.maxMessagesPerSecond,
    bytesPerSecond: config.maxBytesPerSecond,
    bytesBurst: 32 * config.maxBytesPerSecond,
    unsavedBytesPerBoard: config.maxUnsavedBytesPerBoard,
    unsavedBytes: config.maxUnsavedBytes,
  },
})
const exporter = createExporter()
const importer = createImporter()
const clientDir = import.meta.url.endsWith('.ts') ? '../dist/client' : '../client'
const { startPage, stop } = await serve({
  config,
  log,
  clock: systemClock,
  store,
  rooms,
  ...(bus && { bus }),
  exporter,
  importer,
  registry,
  clientDir: fileURLToPath(new URL(clientDir, import.meta.url)),
}).catch(refuseFault)
rooms.sweepLogs()
const stopRetention = keepRetention({
  store,
  rooms,
  log,
  clock: systemClock,
  days: config.retentionDays,
})

let stoppingSince: number | undefined

async function end(reason: string): Promise<void> {
  const now = performance.now()
  if (stoppingSince !== undefined) {
    // A terminal and npm may both pass on one Ctrl-C.
    if (now - stoppingSince > SAME_SIGNAL) process.exit(1)
    return
  }
  stoppingSince = now
  log.info({ reason }, 'stopping')
  setTimeout(() => {
    log.error({}, 'stopping took too long')
    process.exit(1)
  }, STOP_WITHIN).unref()
  stopRetention()
  // Who waits for a file is told now; the stop does not wait for it.
  await Promise.all([stop(), exporter.close()])
  await importer.close()
  await bus?.close()
  await store.close()
  log.info({}, 'stopped')
  process.exit(0)
}

const crash = (error: unknown): void => {
  log.fatal({ err: error }, 'crashed')
  process.exit(1)
}
const endOrCrash = (reason: string): void => {
  end(reason).catch(crash)
}
process.on('SIGINT', endOrCrash)
process.on('SIGTERM', endOrCrash)
// The starter is gone without a word: nobody could stop this server by it any more.
process.on('disconnect', () => endOrCrash('starter gone'))
process.on('uncaughtException', crash)
process.on('unhandledRejection', crash)

log.info(
  { startPage, ...(config.databaseUrl === undefined && { dataDir: config.dataDir }) },
  'ready',
)
process.send?.({ startPage })
