import type { Clock } from '../clock.ts'
import { StoreError } from '../store/store-error.ts'
import type { BoardNews, BoardStore, LoggedUpdate } from '../store/store.ts'
import type { BusLog, ClusterBus } from './bus.ts'
import { defaultTimes, type LinkEvents, type LinkTimes } from './link-events.ts'
import { decodeFrame, encodeFrame, type LinkFrame } from './link-frames.ts'
import { Order } from './order.ts'

/** Updates above this many bytes are told of by number, and the others read them from the log. */
const MAX_HINT = 64_000

/** Tells the other nodes that a board's row, session or people have changed, or that it was removed. */
export function announceChange(bus: ClusterBus, board: string): void {
  bus.publish(board, encodeFrame(bus.node, { kind: 'changed' }))
}

interface LinkParts {
  bus: ClusterBus
  store: Pick<BoardStore, 'updatesAfter'>
  clock: Clock
  log: BusLog
  times?: Partial<LinkTimes>
}

/**
 * Keeps one board's room level with the rooms of other nodes. The log is the truth: each accepted update is in it before any
 * node relays it, so whatever the bus lost, repeated or reordered is mended by reading on from the last number known.
 */
export class NodeLink {
  readonly #board: string
  readonly #epoch: string
  readonly #bus: ClusterBus
  readonly #store: LinkParts['store']
  readonly #clock: Clock
  readonly #log: BusLog
  readonly #times: LinkTimes
  readonly #events: LinkEvents
  readonly #order: Order
  readonly #unsubscribe: () => void
  /** other nodes that have the board open, and when each was heard last */
  readonly #nodes = new Map<string, number>()
  #revision: number | undefined
  #people: Uint8Array | undefined
  #hasContact = false
  #closed = false
  #reading: Promise<Error | undefined> | undefined
  #readingNext: Promise<Error | undefined> | undefined
  #failures = 0
  #cancelCheck: (() => void) | undefined
  #cancelGrace: (() => void) | undefined

  /** `start` is what the room was loaded from. */
  constructor(
    board: string,
    start: { epoch: string; seq: number },
    { bus, store, clock, log, times }: LinkParts,
    events: LinkEvents,
  ) {
    this.#board = board
    this.#epoch = start.epoch
    this.#order = new Order(start.seq)
    this.#bus = bus
    this.#store = store
    this.#clock = clock
    this.#log = log
    this.#times = { ...defaultTimes, ...times }
    this.#events = events
    this.#schedule(this.#times.pollEvery)
    this.#unsubscribe = bus.subscribe(board, {
      frame: (frame) => this.#hear(frame),
      gap: () => this.#meet(),
      lost: () => this.#lose(),
    })
  }

  /** The room holds every update of the log up to this number: how far a snapshot of it may claim to reach. */
  get seq(): number {
    return this.#order.seq
  }

  /** Whether no other node is known to have the board open; what it would publish is not sent then. */
  get isAlone(): boolean {
    return this.#nodes.size === 0
  }

  /** Own updates that are on disk and that the room's document holds, with their numbers. May call `news` before it returns. */
  appended(updates: readonly LoggedUpdate[]): void {
    if (this.#closed || updates.length === 0) return
    for (const { seq } of updates) this.#order.own(seq)
    const bytes = updates.reduce((sum, { update }) => sum + update.length, 0)
    if (bytes <= MAX_HINT) this.#tell({ kind: 'news', epoch: this.#epoch, updates: [...updates] })
    else this.#tell({ kind: 'at', epoch: this.#epoch, seq: this.#order.top })
    this.#flow()
  }

  /** Sends the other nodes what changed of this node's people; lost without contact, and asked for again by `announce`. */
  presence(body: Uint8Array): void {
    this.#tell({ kind: 'presence', body })
  }

  /** Tells who is here; repeated now and then, in case it was lost. */
  session(body: Uint8Array): void {
    this.#people = body
    this.#tell({ kind: 'session', body })
  }

  /** Reads the log; after it, everything is known that was in it at the call. Rejects when the store can't be read. */
  async catchUp(): Promise<void> {
    const fault = await this.#readOn()
    if (fault) throw fault
  }

  /** Says goodbye; nothing is called after it. */
  close(): void {
    if (this.#closed) return
    this.#tell({ kind: 'bye' })
    this.#closed = true
    this.#cancelCheck?.()
    this.#cancelGrace?.()
    this.#unsubscribe()
  }

  #publish(frame: LinkFrame): void {
    this.#bus.publish(this.#board, encodeFrame(this.#bus.node, frame))
  }

  #tell(frame: LinkFrame): void {
    if (!this.#closed && !this.isAlone) this.#publish(frame)
  }

  #hear(bytes: Uint8Array): void {
    const heard = decodeFrame(bytes)
    if (!heard || this.#closed) return
    const { node, frame } = heard
    if (frame.kind === 'bye') {
      if (this.#nodes.delete(node)) this.#events.left(node)
      return
    }
    if (frame.kind === 'changed') {
      void this.#readOn()
      return
    }
    const isNew = !this.#nodes.has(node)
    this.#nodes.set(node, this.#clock.now())
    if ('body' in frame) {
      this.#events[frame.kind](node, frame.body)
    } else if (frame.epoch !== this.#epoch) {
      void this.#readOn()
    } else {
      if (frame.kind === 'news') for (const update of frame.updates) this.#order.hint(update)
      else this.#order.hear(frame.seq)
      this.#flow()
    }
    // It doesn't know what was not sent while nobody was known to listen.
    if (isNew || frame.kind === 'hello') {
      this.#publish({ kind: 'at', epoch: this.#epoch, seq: this.#order.top })
      this.#events.announce()
    }
  }

  #meet(): void {
    this.#hasContact = true
    this.#publish({ kind: 'hello', epoch: this.#epoch, seq: this.#order.top })
    this.#events.announce()
    void this.#readOn()
  }

  #lose(): void {
    this.#hasContact = false
    this.#schedule(this.#times.pollEvery)
  }

  /** Hands over what follows without a gap, and gives what is missing a moment to come. */
  #flow(): void {
    if (this.#closed) return
    const { updates, upTo } = this.#order.next()
    this.#handOver(updates, upTo)
    if (!this.#order.isBehind) {
      this.#cancelGrace?.()
      this.#cancelGrace = undefined
    } else if (!this.#reading) {
      this.#cancelGrace ??= this.#clock.after(this.#times.grace, () => {
        this.#cancelGrace = undefined
        void this.#readOn()
      })
    }
  }

  #handOver(updates: readonly LoggedUpdate[], upTo: number): void {
    if (updates.length > 0) this.#events.news(updates)
    this.#order.moveTo(upTo)
  }

  /** One read at a time. Resolves with what the store threw; it is logged and tried again later. */
  #readOn(): Promise<Error | undefined> {
    if (this.#closed) return Promise.resolve(undefined)
    if (this.#reading) {
      // The read under way may have begun before what is wanted was there.
      this.#readingNext ??= this.#reading.then(() => {
        this.#readingNext = undefined
        return this.#readOn()
      })
      return this.#readingNext
    }
    this.#cancelGrace?.()
    this.#cancelGrace = undefined
    this.#reading = this.#read().finally(() => {
      this.#reading = undefined
      this.#flow()
    })
    return this.#reading
  }

  async #read(): Promise<Error | undefined> {
    const from = this.#order.beginRead()
    let news: BoardNews
    try {
      news = await this.#store.updatesAfter(this.#board, from)
    } catch (error) {
      this.#failed(error)
      return error as Error
    }
    if (this.#closed) return undefined
    if (this.#failures > 0) this.#log.info({ board: this.#board }, 'The log can be read again')
    this.#failures = 0
    if (news.epoch !== this.#epoch || news.seq < from) {
      this.#end('replaced')
      return undefined
    }
    this.#handOver(this.#order.newsOf(from, news.updates), news.seq)
    this.#schedule(this.#hasContact ? this.#times.checkEvery : this.#times.pollEvery)
    if (news.revision !== this.#revision) {
      this.#revision = news.revision
      this.#events.changed()
    }
    return undefined
  }

  #failed(error: unknown): void {
    if (this.#closed) return
    if (error instanceof StoreError && error.code === 'unknown-board') {
      this.#end('gone')
      return
    }
    if (this.#failures === 0) {
      this.#log.warn({ board: this.#board, err: error }, 'The log can’t be read')
    }
    this.#schedule(Math.min(this.#times.checkEvery, this.#times.pollEvery * 2 ** this.#failures))
    this.#failures += 1
  }

  #end(reason: 'gone' | 'replaced'): void {
    this.close()
    this.#events.ended(reason)
  }

  #schedule(delay: number): void {
    this.#cancelCheck?.()
    this.#cancelCheck = this.#clock.after(delay, () => {
      this.#cancelCheck = undefined
      this.#publish({ kind: 'at', epoch: this.#epoch, seq: this.#order.top })
      this.#forgetSilent()
      // Who is here is in no log, and presence is shown anew by those who are.
      if (this.#people) this.#tell({ kind: 'session', body: this.#people })
      void this.#readOn()
    })
  }

  #forgetSilent(): void {
    const limit = this.#clock.now() - this.#times.forgetAfter
    for (const [node, heardAt] of this.#nodes) {
      if (heardAt > limit) continue
      this.#nodes.delete(node)
      this.#events.left(node)
    }
  }
}
