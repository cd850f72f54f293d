import { Redis } from 'ioredis'
import { newId } from '../../shared/ids.ts'
import type { BusLog, ClusterBus } from './bus.ts'
import { Listeners } from './listeners.ts'

/** Channels are `rapport:` and the board's id. */
const PREFIX = 'rapport:'
/** Channels subscribed to in one command. */
const CHUNK = 1_000
/** Bytes on their way to Redis above which frames are dropped: it hangs, or takes less than is sent. */
const MAX_UNANSWERED = 8_000_000

interface RedisBusOptions {
  log: BusLog
  /** ms between two signs of life; a connection that is silent for twice as long counts as lost */
  heartbeat?: number
}

const retryStrategy = (times: number): number =>
  Math.min(2_000, 50 * 2 ** times) + Math.floor(Math.random() * 100)

/**
 * A bus over Redis' publish and subscribe: one connection to send and one to hear, which come back by themselves. It is there
 * at once, with or without Redis.
 * @param url `redis://…` or `rediss://…`
 */
export function createRedisBus(
  url: string,
  { log, heartbeat = 2_000 }: RedisBusOptions,
): ClusterBus {
  const node = newId()
  const sender = Buffer.from(node)
  const listeners = new Listeners()
  const options = {
    retryStrategy,
    connectTimeout: 2 * heartbeat,
    socketTimeout: 2 * heartbeat,
    // What can't be sent now is dropped; nodes heal from the log.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
    autoResubscribe: false,
  }
  const sending = new Redis(url, { ...options, connectionName: 'rapport-send' })
  const hearing = new Redis(url, { ...options, connectionName: 'rapport-hear' })
  const connections = [sending, hearing]
  let hasContact = false
  let closed = false
  let fault = 'it has not answered yet'
  let unanswered = 0

  const isReady = (): boolean =>
    !closed && connections.every((connection) => connection.status === 'ready')

  const listen = async (boards: readonly string[]): Promise<void> => {
    for (let start = 0; start < boards.length; start += CHUNK) {
      const channels = boards.slice(start, start + CHUNK).map((board) => PREFIX + board)
      await hearing.subscribe(...channels)
    }
  }

  // The error itself may hold the command that failed, and that the password.
  const note = (error: Error): void => {
    const message = error.message || ((error as NodeJS.ErrnoException).code ?? error.name)
    if (!hasContact && !closed && message !== fault) {
      log.warn({ fault: message }, 'The message bus can’t be reached')
    }
    fault = message
  }

  /** Redis did not take a subscription. Where the connection is the reason, its end is told by an event too. */
  const refused = (error: Error): void => {
    note(error)
    if (isReady()) hearing.disconnect(true)
  }

  const restore = async (): Promise<void> => {
    if (!isReady()) return
    await listen(listeners.boards())
    if (!isReady() || hasContact) return
    hasContact = true
    log.info({}, 'The message bus is in contact')
    listeners.tellAll('gap')
  }

  const lose = (): void => {
    if (!hasContact) return
    hasContact = false
    if (closed) return
    log.warn({ fault }, 'The message bus has lost contact')
    listeners.tellAll('lost')
  }

  for (const connection of connections) {
    connection.on('ready', () => void restore().catch(refused))
    connection.on('close', lose)
    connection.on('error', note)
  }
  hearing.on('messageBuffer', (channel: Buffer, message: Buffer) => {
    if (message.subarray(0, sender.length).equals(sender)) return
    const frame = new Uint8Array(message.subarray(sender.length))
    listeners.frame(channel.toString().slice(PREFIX.length), frame)
  })

  const beat = setInterval(() => {
    for (const connection of connections) {
      if (connection.status === 'ready') connection.ping().catch(note)
    }
  }, heartbeat)
  beat.unref()

  return {
    node,
    publish(board, frame) {
      if (!hasContact || unanswered + frame.length > MAX_UNANSWERED) return
      unanswered += frame.length
      const answered = (): void => {
        unanswered -= frame.length
      }
      sending.publish(PREFIX + board, Buffer.concat([sender, frame])).then(answered, answered)
    },
    subscribe(board, listener) {
      listeners.add(board, listener)
      // Without contact, restoring it subscribes to every board.
      if (hearing.status === 'ready') {
        listen([board]).then(() => {
          if (hasContact) listeners.welcome(board, listener)
        }, refused)
      }
      return () => {
        if (!listeners.remove(board, listener) || hearing.status !== 'ready') return
        hearing.unsubscribe(PREFIX + board).catch(note)
      }
    },
    async ping() {
      if (!hasContact) throw new Error(`There is no contact with Redis: ${fault}`)
      await sending.ping()
    },
    async close() {
      closed = true
      clearInterval(beat)
      listeners.clear()
      // Redis answers this after all that was sent before.
      const end = (connection: Redis) => connection.quit().catch(() => connection.disconnect())
      await Promise.all(connections.map(end))
    },
  }
}
