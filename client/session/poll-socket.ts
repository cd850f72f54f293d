import {
  decodePollAnswer,
  encodePoll,
  POLL_HEADER,
  POLL_TYPE,
  type PollAnswer,
} from '../../shared/protocol/poll.ts'

/** How soon the next request goes out after one that brought something, and the longest wait when nothing happens; ms. */
const SOON = 50
const LATEST = 1_500
/** A request that takes this long will not be answered any more, ms. */
const GIVE_UP = 15_000
/** A request holds no more than this, bytes, unless one message does: proxies refuse large bodies, many from 1 MB on. */
const MOST_BYTES = 400_000
/** What a WebSocket that ended without a word has for a close code. */
const LOST = 1006

/** As much of a WebSocket as y-websocket uses, over short HTTP requests, for networks that block the real one. */
export class PollSocket {
  readonly CONNECTING = 0
  readonly OPEN = 1
  readonly CLOSED = 3
  binaryType = 'arraybuffer'
  readyState: number = this.CONNECTING
  onopen: ((event: Event) => void) | null = null
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null
  onerror: ((event: Event) => void) | null = null
  onclose: ((event: CloseEvent) => void) | null = null
  readonly #address: string
  readonly #token: string
  readonly #leaving = new AbortController()
  #connection: string | undefined
  #out: Uint8Array[] = []
  #timer: ReturnType<typeof setTimeout> | undefined
  #asking = false
  #wait = SOON

  constructor(url: string | URL, protocols: string | string[] = []) {
    this.#address = `${String(url).replace(/^ws/, 'http').replace(/\?.*$/, '')}/poll`
    // The second protocol carries the token behind its prefix, in which alone there is a dot.
    const [, carrier = ''] = protocols
    this.#token = carrier.slice(carrier.indexOf('.') + 1)
    this.#later(0)
  }

  send(data: Uint8Array): void {
    this.#out.push(data.slice())
    if (!this.#asking) this.#later(0)
  }

  close(): void {
    if (this.readyState === this.CLOSED) return
    if (this.#connection !== undefined) {
      // Others see at once that this person has left; where it doesn't arrive, the server finds out by the silence.
      this.#fetch('DELETE').catch(() => undefined)
    }
    this.#end(1000)
  }

  #later(ms: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#ask(), ms)
  }

  #fetch(method: 'POST' | 'DELETE', messages: readonly Uint8Array[] = []): Promise<Response> {
    const headers = new Headers({ authorization: `Bearer ${this.#token}` })
    if (this.#connection !== undefined) headers.set(POLL_HEADER, this.#connection)
    if (method === 'DELETE') return fetch(this.#address, { method, headers, keepalive: true })
    headers.set('content-type', POLL_TYPE)
    return fetch(this.#address, {
      method,
      headers,
      body: encodePoll(messages),
      cache: 'no-store',
      signal: AbortSignal.any([this.#leaving.signal, AbortSignal.timeout(GIVE_UP)]),
    })
  }

  async #ask(): Promise<void> {
    if (this.#asking || this.readyState === this.CLOSED) return
    this.#asking = true
    const messages = this.#batch()
    const answer = await this.#exchange(messages)
    this.#asking = false
    if (answer) this.#take(answer, messages.length > 0)
    // What was on its way may or may not have arrived: the next connection brings both sides level.
    else this.#end(LOST)
  }

  /** Undefined where no answer comes, or one of somebody in between. */
  async #exchange(messages: readonly Uint8Array[]): Promise<PollAnswer | undefined> {
    try {
      const response = await this.#fetch('POST', messages)
      if (!response.ok) return undefined
      return decodePollAnswer(new Uint8Array(await response.arrayBuffer()))
    } catch {
      return undefined
    }
  }

  /** A listener at fault is reported, as a WebSocket's is, and the next message comes all the same. */
  #tell(listener: () => void): void {
    try {
      listener()
    } catch (error) {
      reportError(error)
    }
  }

  /** Takes the next messages out that go into one request. */
  #batch(): Uint8Array[] {
    let bytes = 0
    const over = this.#out.findIndex((message, i) => {
      bytes += message.length
      return i > 0 && bytes > MOST_BYTES
    })
    return this.#out.splice(0, over === -1 ? this.#out.length : over)
  }

  #take({ connection, close, messages }: PollAnswer, sent: boolean): void {
    if (this.readyState === this.CLOSED) return
    this.#connection = connection
    if (this.readyState === this.CONNECTING) {
      this.readyState = this.OPEN
      this.#tell(() => this.onopen?.(new Event('open')))
    }
    for (const message of messages) {
      this.#tell(() => this.onmessage?.({ data: message.slice().buffer }))
    }
    if (close !== 0) {
      this.#end(close)
      return
    }
    const lively = sent || messages.length > 0 || this.#out.length > 0
    this.#wait = lively ? SOON : Math.min(LATEST, this.#wait * 2)
    this.#later(this.#out.length > 0 ? 0 : this.#wait)
  }

  #end(code: number): void {
    if (this.readyState === this.CLOSED) return
    this.readyState = this.CLOSED
    clearTimeout(this.#timer)
    this.#leaving.abort()
    queueMicrotask(() => this.onclose?.(new CloseEvent('close', { code })))
  }
}
