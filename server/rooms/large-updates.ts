import { isRefused } from '../worker.ts'
import type { Connection } from './connection.ts'
import type { RoomParts } from './room-parts.ts'

/** Bytes from which on an update is taken in pieces, so that checking it holds nobody up. */
export const LARGE = 128_000

interface LargeUpdatesHost {
  /** takes a piece; false when no honest client sends it */
  take(connection: Connection, piece: Uint8Array, step2: boolean, isLast: boolean): boolean
  /** takes a message that waited */
  receive(connection: Connection, message: Uint8Array): void
}

/** What a connection sent while a large update of its own was taken. */
interface Waiting {
  messages: Uint8Array[]
  bytes: number
}

/** Takes large updates, of offline work or an import, piece by piece; what else their author sends waits meanwhile. */
export class LargeUpdates {
  readonly #parts: Pick<RoomParts, 'folder' | 'clock' | 'limits' | 'budget' | 'splitTurn'>
  readonly #host: LargeUpdatesHost
  readonly #waiting = new Map<Connection, Waiting>()

  constructor(
    parts: Pick<RoomParts, 'folder' | 'clock' | 'limits' | 'budget' | 'splitTurn'>,
    host: LargeUpdatesHost,
  ) {
    this.#parts = parts
    this.#host = host
  }

  get isIdle(): boolean {
    return this.#waiting.size === 0
  }

  isLarge(update: Uint8Array): boolean {
    return update.length >= LARGE
  }

  /** Keeps a message that has to wait; false when there is nothing to wait for. */
  keep(connection: Connection, message: Uint8Array): boolean {
    const { limits, budget } = this.#parts
    const waiting = this.#waiting.get(connection)
    if (!waiting) return false
    if (waiting.bytes + message.length > limits.queuedBytes) connection.close('tooLarge')
    else if (budget.hold(message.length)) {
      waiting.messages.push(message)
      waiting.bytes += message.length
    } else connection.cut('unavailable')
    return true
  }

  take(connection: Connection, update: Uint8Array, step2: boolean): void {
    const { budget } = this.#parts
    if (!budget.hold(update.length)) {
      connection.cut('unavailable')
      return
    }
    const waiting: Waiting = { messages: [], bytes: 0 }
    this.#waiting.set(connection, waiting)
    void this.#takeAll(connection, update, step2).then((isSound) => {
      if (!isSound) connection.close('malformed')
      this.#waiting.delete(connection)
      budget.release(update.length + waiting.bytes)
      for (const message of waiting.messages) {
        if (connection.isOpen) this.#host.receive(connection, message)
      }
    })
  }

  async #takeAll(connection: Connection, update: Uint8Array, step2: boolean): Promise<boolean> {
    const { folder, clock, splitTurn } = this.#parts
    let pieces: Uint8Array[]
    try {
      pieces = await splitTurn(async () =>
        connection.isOpen ? folder.split(update, LARGE / 2) : [],
      )
    } catch (error) {
      if (isRefused(error)) return false
      // What somebody else's work did to the thread is no fault of this one: it comes again.
      connection.cut('unavailable')
      return true
    }
    for (const [index, piece] of pieces.entries()) {
      if (!connection.isOpen) break
      if (!this.#host.take(connection, piece, step2, index === pieces.length - 1)) return false
      await new Promise<void>((resolve) => clock.after(0, resolve))
    }
    return true
  }
}
