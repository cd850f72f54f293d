import { EventEmitter } from 'node:events'
import type { WebSocket } from 'ws'

type ToClient = { frame: Uint8Array; sent?: (() => void) | undefined } | { close: number } | 'ping'

/** How the client's end of a link hears of it. */
export interface ClientEnd {
  message(frame: Uint8Array): void
  closed(code: number): void
}

/**
 * One WebSocket between a person and the relay, on which nothing moves until it is told to. Either end can be lost
 * without the other knowing.
 */
export class Link {
  readonly server: ServerEnd
  readonly toServer: Uint8Array[] = []
  readonly toClient: ToClient[] = []
  #client: ClientEnd | undefined
  /** the client closed properly, and the server is to hear of it behind what was sent before */
  #closing = false

  constructor(client: ClientEnd) {
    this.#client = client
    this.server = new ServerEnd(this)
  }

  get clientIsOpen(): boolean {
    return this.#client !== undefined
  }

  get isBusy(): boolean {
    return (
      (this.server.isListening && (this.toServer.length > 0 || this.#closing)) ||
      (this.#client !== undefined && this.toClient.length > 0)
    )
  }

  /** The client sends a message; like a real socket's, it may never arrive. */
  send(frame: Uint8Array): void {
    if (this.#client) this.toServer.push(Uint8Array.from(frame))
  }

  /** The client closes: what it sent before still arrives, then the server hears of it. */
  closeByClient(): void {
    this.#client = undefined
    this.#closing = true
  }

  /** The client is gone, and the server isn't told; what was under way to the server may arrive still. */
  loseClient(): void {
    const client = this.#client
    this.#client = undefined
    client?.closed(1006)
  }

  /** The network ends the connection for both; what was under way is lost. */
  cut(): void {
    this.toServer.length = 0
    this.toClient.length = 0
    this.loseClient()
    this.server.end(1006)
  }

  /** The server's process is gone; the client hears nothing but the end. */
  loseServer(): void {
    this.server.removeAllListeners()
    this.server.end(1006)
    this.loseClient()
  }

  deliverToServer(): boolean {
    if (!this.server.isListening) return false
    const frame = this.toServer.shift()
    if (frame) this.server.emit('message', Buffer.from(frame), true)
    else if (this.#closing) {
      this.#closing = false
      this.server.end(1005)
    } else return false
    return true
  }

  deliverToClient(): boolean {
    if (!this.#client) return false
    const next = this.toClient.shift()
    if (next === undefined) return false
    if (next === 'ping') {
      this.server.emit('pong')
    } else if ('close' in next) {
      const client = this.#client
      this.#client = undefined
      client.closed(next.close)
      this.server.end(next.close)
    } else {
      this.server.taken(next.frame.length)
      next.sent?.()
      this.#client.message(next.frame)
    }
    return true
  }
}

/** The relay's end of a link: as much of a `ws` socket as the relay uses. */
export class ServerEnd extends EventEmitter {
  readonly OPEN = 1
  readyState = 1
  bufferedAmount = 0
  readonly #link: Link

  constructor(link: Link) {
    super()
    this.#link = link
  }

  get isListening(): boolean {
    return this.readyState !== 3
  }

  asSocket(): WebSocket {
    return this as unknown as WebSocket
  }

  send(frame: Uint8Array, _options: object, sent?: () => void): void {
    if (this.readyState !== 1) return
    this.bufferedAmount += frame.length
    this.#link.toClient.push({ frame: Uint8Array.from(frame), sent })
  }

  taken(bytes: number): void {
    this.bufferedAmount -= bytes
  }

  ping(): void {
    this.#link.toClient.push('ping')
  }

  close(code: number): void {
    if (this.readyState !== 1) return
    this.readyState = 2
    this.#link.toClient.push({ close: code })
  }

  terminate(): void {
    this.#link.toClient.length = 0
    this.end(1006)
    this.#link.loseClient()
  }

  end(code: number): void {
    if (this.readyState === 3) return
    this.readyState = 3
    this.emit('close', code)
  }
}
