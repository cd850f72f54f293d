import { EventEmitter } from 'node:events'
import type { Clock } from '../clock.ts'

interface Waiting {
  bytes: Uint8Array
  sent: (() => void) | undefined
}

/** Close code of a socket that ended without a word, as WebSocket has it. */
const LOST = 1006

/**
 * What a room takes for a WebSocket, filled and emptied by HTTP requests. Its messages leave with the next request's
 * answer; a client that stops asking for `idle` ms is gone.
 */
export class PollSocket extends EventEmitter {
  readonly OPEN = 1
  readyState = 1
  /** bytes that wait for the next request */
  bufferedAmount = 0
  /** 0 while it is open */
  closeCode = 0
  #waiting: Waiting[] = []
  #wake: (() => void) | undefined
  #cancelIdle: () => void
  readonly #clock: Clock
  readonly #idle: number

  constructor(clock: Clock, idle: number) {
    super()
    this.#clock = clock
    this.#idle = idle
    this.#cancelIdle = clock.after(idle, () => this.terminate())
  }

  send(bytes: Uint8Array, _options: unknown, sent?: () => void): void {
    this.#waiting.push({ bytes, sent })
    this.bufferedAmount += bytes.length
    this.#wake?.()
  }

  /** A client that asks is alive; one that doesn't is found by its silence. */
  ping(): void {
    setImmediate(() => this.emit('pong'))
  }

  close(code: number): void {
    if (this.readyState !== this.OPEN) return
    this.readyState = 3
    this.closeCode = code
    this.#cancelIdle()
    this.#wake?.()
    setImmediate(() => this.emit('close', code))
  }

  terminate(): void {
    this.close(LOST)
  }

  /** Takes a message from the client. */
  receive(bytes: Uint8Array): void {
    this.#cancelIdle()
    if (this.readyState !== this.OPEN) return
    this.emit('message', Buffer.from(bytes), true)
  }

  /** Notes that the client has asked. */
  touch(): void {
    this.#cancelIdle()
    if (this.readyState === this.OPEN) {
      this.#cancelIdle = this.#clock.after(this.#idle, () => this.terminate())
    }
  }

  /** Resolves when there is something to tell, after `ms` at the latest. */
  async something(ms: number): Promise<void> {
    if (this.#waiting.length > 0 || this.readyState !== this.OPEN) return
    await new Promise<void>((resolve) => {
      const cancel = this.#clock.after(ms, resolve)
      this.#wake = () => {
        cancel()
        resolve()
      }
    })
    this.#wake = undefined
  }

  /** Everything that waits, which counts as sent from now on. */
  take(): Uint8Array[] {
    const taken = this.#waiting
    this.#waiting = []
    this.bufferedAmount = 0
    for (const { sent } of taken) sent?.()
    return taken.map(({ bytes }) => bytes)
  }
}
