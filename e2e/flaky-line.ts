import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'

/** `up`: from the browser to the server; `down`: back. */
type Way = 'up' | 'down'

/** What answers every request in the server's place: a network's sign-in page, or a proxy that has nobody behind it. */
const strangers = {
  'sign-in page':
    'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\nconnection: close\r\ncontent-length: 38\r\n\r\n<!doctype html><title>Sign in</title> ',
  'lost proxy':
    'HTTP/1.1 404 Not Found\r\ncontent-type: text/html\r\nconnection: close\r\ncontent-length: 34\r\n\r\n<!doctype html><title>404</title>\n',
} as const

/** One TCP connection through the line. */
class Wire {
  readonly #ends: Record<Way, Socket>
  readonly #held: Record<Way, Buffer[]> = { up: [], down: [] }
  /** until when (ms) what was sent before is under way, so that nothing overtakes it */
  readonly #until: Record<Way, number> = { up: 0, down: 0 }
  readonly #line: FlakyLine
  /** nothing comes through any more, and no end hears of it */
  stranded = false

  constructor(line: FlakyLine, browser: Socket, server: Socket) {
    this.#line = line
    this.#ends = { up: server, down: browser }
    browser.on('data', (chunk) => this.#carry('up', chunk))
    server.on('data', (chunk) => this.#carry('down', chunk))
    for (const end of [browser, server]) {
      end.setNoDelay()
      // A reset is an end like any other here.
      end.on('error', () => end.destroy())
      end.on('close', () => {
        if (!this.stranded) this.cut()
      })
    }
  }

  #carry(way: Way, chunk: Buffer): void {
    if (this.stranded) return
    if (this.#line.holds.has(way)) {
      this.#held[way].push(chunk)
      return
    }
    const { delay } = this.#line
    const now = performance.now()
    const at = Math.max(now + delay, this.#until[way])
    this.#until[way] = at
    if (at <= now) this.#ends[way].write(chunk)
    else setTimeout(() => this.#ends[way].write(chunk), at - now)
  }

  /** Delivers what was held. */
  letGo(): void {
    for (const way of ['up', 'down'] as const) {
      for (const chunk of this.#held[way].splice(0)) this.#carry(way, chunk)
    }
  }

  cut(): void {
    this.#ends.up.destroy()
    this.#ends.down.destroy()
  }
}

/** A TCP line between browsers and a server that does what bad networks do. */
export class FlakyLine {
  readonly #listener: Server
  readonly #wires = new Set<Wire>()
  #stranger: keyof typeof strangers | undefined
  /** ms that everything takes longer, each way */
  delay = 0
  /** the ways on which nothing comes through now */
  readonly holds = new Set<Way>()

  private constructor(to: number) {
    this.#listener = createServer((browser) => {
      const stranger = this.#stranger
      if (stranger) {
        browser.on('error', () => browser.destroy())
        browser.once('data', () => browser.end(strangers[stranger]))
        return
      }
      const wire = new Wire(this, browser, connect(to, '127.0.0.1'))
      this.#wires.add(wire)
      browser.once('close', () => this.#wires.delete(wire))
    })
  }

  /** A sound line to a port of this machine, on a port of its own. */
  static async to(port: number): Promise<FlakyLine> {
    const line = new FlakyLine(port)
    line.#listener.listen(0, '127.0.0.1')
    await once(line.#listener, 'listening')
    return line
  }

  get port(): number {
    return (this.#listener.address() as AddressInfo).port
  }

  /** Holds up what goes these ways, on every connection, until `heal`. */
  hold(...ways: readonly Way[]): void {
    for (const way of ways) this.holds.add(way)
  }

  /** From now on the connections that there are carry nothing, and neither end is told; new ones are sound. */
  strand(): void {
    for (const wire of this.#wires) wire.stranded = true
  }

  /** Ends every connection, as a proxy does that finds them idle; new ones are sound. */
  cut(): void {
    for (const wire of this.#wires) wire.cut()
  }

  /** Ends every connection, and lets somebody else answer every request. */
  answerBy(stranger: keyof typeof strangers): void {
    this.#stranger = stranger
    this.cut()
  }

  /** Makes the line sound again; what was held arrives, and what was stranded ends. */
  heal(): void {
    this.#stranger = undefined
    this.delay = 0
    this.holds.clear()
    for (const wire of this.#wires) {
      if (wire.stranded) wire.cut()
      else wire.letGo()
    }
  }

  async close(): Promise<void> {
    this.cut()
    this.#listener.close()
    await once(this.#listener, 'close')
  }
}
