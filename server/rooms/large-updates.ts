import type { Clock } from '../clock.ts'
import type { Connection } from './connection.ts'
import type { Folder } from './folder.ts'

/** Bytes from which on an update is taken in pieces, so that checking it holds nobody up. */
const LARGE = 128_000

interface LargeUpdatesParts {
  folder: Folder
  clock: Clock
  /** bytes of messages kept for one connection meanwhile */
  queuedBytes: number
  /** takes a piece; false when no honest client sends it */
  take(connection: Connection, piece: Uint8Array, step2: boolean, isLast: boolean): boolean
  /** takes a message that waited */
  receive(connection: Connection, message: Uint8Array): void
}

/** Takes large updates, of offline work or an import, piece by piece; what else their author sends waits meanwhile. */
export class LargeUpdates {
  readonly #parts: LargeUpdatesParts
  readonly #waiting = new Map<Connection, { messages: Uint8Array[]; bytes: number }>()

  constructor(parts: LargeUpdatesParts) {
    this.#parts = parts
  }

  get isIdle(): boolean {
    return this.#waiting.size === 0
  }

  isLarge(update: Uint8Array): boolean {
    return update.length >= LARGE
  }

  /** Keeps a message that has to wait; false when there is nothing to wait for. */
  keep(connection: Connection, message: Uint8Array): boolean {
    const waiting = this.#waiting.get(connection)
    if (!waiting) return false
    waiting.messages.push(message)
    waiting.bytes += message.length
    if (waiting.bytes > this.#parts.queuedBytes) connection.close('tooLarge')
    return true
  }

  take(connection: Connection, update: Uint8Array, step2: boolean): void {
    this.#waiting.set(connection, { messages: [], bytes: 0 })
    void this.#takeAll(connection, update, step2).then((isSound) => {
      if (!isSound) connection.close('malformed')
      const waiting = this.#waiting.get(connection)
      this.#waiting.delete(connection)
      for (const message of waiting?.messages ?? []) {
        if (connection.isOpen) this.#parts.receive(connection, message)
      }
    })
  }

  async #takeAll(connection: Connection, update: Uint8Array, step2: boolean): Promise<boolean> {
    const { folder, clock, take } = this.#parts
    let pieces: Uint8Array[]
    try {
      pieces = await folder.split(update, LARGE / 2)
    } catch {
      return false
    }
    for (const [index, piece] of pieces.entries()) {
      if (!connection.isOpen) break
      if (!take(connection, piece, step2, index === pieces.length - 1)) return false
      await new Promise<void>((resolve) => clock.after(0, resolve))
    }
    return true
  }
}
