import type { Clock } from '../clock.ts'
import type { Append, BoardStore, LoggedUpdate } from '../store/store.ts'
import { StoreError } from '../store/store-error.ts'
import { abandon, type Batch } from './batch.ts'
import type { Log } from '../log.ts'
import type { RelayLimits } from './options.ts'
import type { RelayMetrics } from '../metrics.ts'

/** What a room does as its batches move on. Each batch is relayed once, in order; then it is durable. */
export interface PersisterEvents {
  relay(batch: Batch): void
  /** these are on disk and relayed */
  appended?(updates: readonly LoggedUpdate[]): void
  durable(batches: readonly Batch[]): void
  storage(state: 'ok' | 'failing'): void
  /**
   * `removed`: the store has the board no more. `replaced`: it has another one of that id, from a backup. `claimed`: it knows
   * whose a client id is better than the room, which has to be loaded anew because people may have built on what was refused.
   * Nothing waits or is taken any more.
   */
  ended(why: 'removed' | 'replaced' | 'claimed'): void
}

interface Entry {
  batch: Batch
  relayed: boolean
}

/** Bytes from which on a batch is relayed in a turn of its own. */
const LARGE = 32_000

const RETRY_FIRST = 100
const RETRY_MOST = 2_000

/**
 * Puts a board's batches on disk in order, one commit at a time, and lets each be relayed after its commit. While the
 * disk is slow or failing, batches are relayed at once and kept until a commit succeeds.
 */
export class Persister {
  readonly #board: string
  readonly #store: BoardStore
  readonly #clock: Clock
  readonly #log: Log
  readonly #limits: RelayLimits
  readonly #metrics: RelayMetrics | undefined
  readonly #events: PersisterEvents
  #queue: Entry[] = []
  /** bytes in the queue, and in those of all boards together */
  #queuedBytes = 0
  readonly #unsaved: { bytes: number }
  #committing = false
  #failing = false
  #retryIn = RETRY_FIRST
  #cancelRetry: (() => void) | undefined
  #waiting: (() => void)[] = []
  #stopped = false
  /** the epoch of the board as it was loaded */
  readonly epoch: string
  /** number of the newest update of this board in the store's log */
  seq: number
  /** size of the log since the snapshot */
  rows: number
  bytes: number

  constructor(
    board: string,
    parts: {
      store: BoardStore
      clock: Clock
      log: Log
      limits: RelayLimits
      metrics?: RelayMetrics | undefined
      unsaved: { bytes: number }
    },
    stored: { epoch: string; seq: number; rows: number; bytes: number },
    events: PersisterEvents,
  ) {
    this.#board = board
    this.#store = parts.store
    this.#clock = parts.clock
    this.#log = parts.log
    this.#limits = parts.limits
    this.#metrics = parts.metrics
    this.#unsaved = parts.unsaved
    this.#events = events
    this.epoch = stored.epoch
    this.seq = stored.seq
    this.rows = stored.rows
    this.bytes = stored.bytes
  }

  /** Nothing waits for the disk. */
  get isIdle(): boolean {
    return this.#queue.length === 0
  }

  /** A batch waits for its commit before it is relayed. */
  get holdsBack(): boolean {
    return this.#queue.at(-1)?.relayed === false
  }

  get isFailing(): boolean {
    return this.#failing
  }

  /** Something was relayed that is not on disk. */
  get isAhead(): boolean {
    return this.#queue.some(({ relayed }) => relayed)
  }

  /** So much waits for a failing disk that nothing more can be taken. */
  get isFull(): boolean {
    const { unsavedBytes, unsavedBytesPerBoard } = this.#limits
    return (
      this.#failing &&
      (this.#queuedBytes >= unsavedBytesPerBoard || this.#unsaved.bytes >= unsavedBytes)
    )
  }

  /** Takes batches that go to the disk in this order and, if there are several, in one commit. */
  add(...batches: readonly Batch[]): void {
    for (const batch of batches) {
      if (this.#stopped) abandon(batch)
      else this.#enqueue(batch)
    }
    void this.#commit()
  }

  #enqueue(batch: Batch): void {
    const last = this.#queue.at(-1)
    if (last && batch.update === null && batch.done.length === 0) {
      // Nothing to store: however much is refused while the disk fails, the queue doesn't grow.
      last.batch = { ...last.batch, handled: new Map([...last.batch.handled, ...batch.handled]) }
      return
    }
    const entry = { batch, relayed: false }
    this.#queue.push(entry)
    this.#count(batch.update?.length ?? 0)
    if (this.#failing) this.#relayEarly(entry)
  }

  /** Resolves once everything handed over before is on disk. */
  drained(): Promise<void> {
    if (this.isIdle) return Promise.resolve()
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  /** Forgets what waits: the board is gone. */
  stop(): void {
    this.#stopped = true
    this.#cancelRetry?.()
    const left = this.#queue
    this.#queue = []
    this.#count(-this.#queuedBytes)
    if (this.#failing) this.#metrics?.storageFailing.dec()
    this.#failing = false
    for (const { batch } of left) abandon(batch)
    this.#settle()
  }

  async #commit(): Promise<void> {
    if (this.#committing || this.#cancelRetry || this.#queue.length === 0) return
    this.#committing = true
    const group = [...this.#queue]
    const appends = group.flatMap(({ batch: { update, claims } }) =>
      update ? [{ board: this.#board, epoch: this.epoch, update, claims }] : [],
    )
    let numbers: number[] | undefined
    const begun = this.#clock.now()
    try {
      numbers = await this.#append(appends)
    } catch (error) {
      if (!this.#stopped) this.#refused(error)
    }
    const isQuick = this.#clock.now() - begun < this.#limits.slowDisk
    if (numbers && !this.#stopped) await this.#committed(group, appends, numbers, isQuick)
    this.#committing = false
    void this.#commit()
  }

  async #append(appends: readonly Append[]): Promise<number[]> {
    if (appends.length === 0) return []
    const cancel = this.#clock.after(this.#limits.slowDisk, () => {
      if (!this.#stopped) this.#fail({ ms: this.#limits.slowDisk }, 'A commit is taking long')
    })
    const finished = this.#metrics?.commits.startTimer()
    try {
      return await this.#store.append(appends)
    } finally {
      finished?.()
      cancel()
    }
  }

  async #committed(
    group: Entry[],
    appends: Append[],
    numbers: number[],
    isQuick: boolean,
  ): Promise<void> {
    if (numbers.includes(0)) {
      await this.#lost()
      return
    }
    // Until all is relayed, nothing says that the document holds it: a snapshot would lack the rest.
    await this.#relayAll(group)
    if (this.#stopped) return
    this.seq = numbers.at(-1) ?? this.seq
    this.rows += appends.length
    for (const { update } of appends) {
      this.bytes += update.length
      this.#count(-update.length)
    }
    this.#retryIn = RETRY_FIRST
    this.#queue.splice(0, group.length)
    this.#events.appended?.(
      appends.map(({ update, claims }, index) => ({ seq: numbers[index] ?? 0, update, claims })),
    )
    // On a busy board there is always something waiting: a commit as quick as usual tells as much as an empty queue.
    if (this.#failing && (isQuick || this.#queue.length === 0)) this.#recover()
    this.#events.durable(group.map(({ batch }) => batch))
    for (const { batch } of group) for (const done of batch.done) done()
    if (this.#queue.length === 0) this.#settle()
  }

  #recover(): void {
    this.#failing = false
    this.#metrics?.storageFailing.dec()
    this.#log.info({ board: this.#board }, 'Storage works again')
    this.#events.storage('ok')
  }

  #refused(error: unknown): void {
    if (error instanceof StoreError && error.code === 'claimed') {
      this.#log.warn({ board: this.#board, err: error }, 'An edit was refused by the store')
      this.#end('claimed')
    } else this.#failed(error)
  }

  /** The store has this board no more: it is gone, or its place was taken by another from a backup. */
  async #lost(): Promise<void> {
    let there: unknown = true
    try {
      there = await this.#store.board(this.#board)
    } catch {
      // Who comes back finds out.
    }
    if (!this.#stopped) this.#end(there ? 'replaced' : 'removed')
  }

  #end(why: Parameters<PersisterEvents['ended']>[0]): void {
    this.stop()
    this.#events.ended(why)
  }

  #failed(error: unknown): void {
    this.#fail({ err: error }, 'Edits can’t be put on disk')
    this.#cancelRetry = this.#clock.after(this.#retryIn, () => {
      this.#cancelRetry = undefined
      void this.#commit()
    })
    this.#retryIn = Math.min(RETRY_MOST, this.#retryIn * 2)
  }

  #fail(fields: object, message: string): void {
    if (!this.#failing) {
      this.#failing = true
      this.#metrics?.storageFailing.inc()
      this.#log.error({ board: this.#board, ...fields }, message)
      this.#events.storage('failing')
    }
    for (const entry of this.#queue) this.#relayEarly(entry)
  }

  /** Relays from memory what its author can bring again should this process die; the server's own edits nobody could. */
  #relayEarly(entry: Entry): void {
    if (!entry.batch.authors.has(null)) this.#relay(entry)
  }

  /** Relays in order; others get a turn after each large one, which is framed and written to everybody's socket. */
  async #relayAll(entries: readonly Entry[]): Promise<void> {
    for (const entry of entries) {
      if (this.#stopped) return
      const isLarge = !entry.relayed && (entry.batch.update?.length ?? 0) >= LARGE
      this.#relay(entry)
      if (isLarge) await new Promise<void>((resolve) => this.#clock.after(0, resolve))
    }
  }

  #relay(entry: Entry): void {
    if (entry.relayed) return
    entry.relayed = true
    this.#events.relay(entry.batch)
  }

  #count(bytes: number): void {
    this.#queuedBytes += bytes
    this.#unsaved.bytes += bytes
  }

  #settle(): void {
    const waiting = this.#waiting
    this.#waiting = []
    for (const resolve of waiting) resolve()
  }
}
