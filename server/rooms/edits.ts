import type * as Y from 'yjs'
import type { Notice } from '../../shared/protocol/session.ts'
import type { LoggedUpdate } from '../store/store.ts'
import type { Batch } from './batch.ts'
import { raise } from './clocks.ts'
import { Compactor } from './compactor.ts'
import type { Connection } from './connection.ts'
import type { Edit } from './fan-out.ts'
import { encodeClocks, syncFrame } from './frames.ts'
import { Guard } from './guard.ts'
import { Inbox } from './inbox.ts'
import { Intake } from './intake.ts'
import { LargeUpdates } from './large-updates.ts'
import { SERVER } from './ledger.ts'
import type { LoadedBoard } from './load-board.ts'
import type { Neighbours } from './neighbours.ts'
import { News } from './news.ts'
import { Persister } from './persister.ts'
import type { RoomParts } from './room-parts.ts'
import { Saved } from './saved.ts'
import { scanUpdate } from './scan.ts'
import { ServerEdits, type MakeEdit } from './server-edits.ts'
import { Ticker } from './ticker.ts'

/** What nobody here has written. */
const NOBODY: ReadonlySet<null> = new Set()

/** What a board's edits need of its room. */
interface EditsHost {
  /** people who are here, by whom rounds are paced */
  size(): number
  /** why this connection may not edit now; undefined when it may */
  barrier(connection: Connection): Notice | undefined
  /** objects that only facilitators may change */
  locks(): readonly string[]
  neighbours(): Neighbours | undefined
  /** gives everyone an edit, or without one what waited for it */
  relay(edit: Edit | undefined): void
  /** takes a message that waited for its author's large update */
  receive(connection: Connection, message: Uint8Array): void
  storage(state: 'ok' | 'failing'): void
  /** the room has to go: the board was removed, is to be loaded anew, or can't be kept up to date */
  ended(why: 'gone' | 'restarting' | 'unavailable'): void
}

/** The way of a board's edits: taken or refused, put on disk, relayed a round at a time, called saved, folded. */
export class Edits {
  readonly #id: string
  readonly #parts: RoomParts
  readonly #board: LoadedBoard
  readonly #host: EditsHost
  readonly #inbox = new Inbox()
  readonly #guard: Guard
  readonly #intake: Intake
  readonly #large: LargeUpdates
  readonly #persister: Persister
  readonly #saved: Saved
  readonly #news: News
  readonly #serverEdits: ServerEdits
  readonly #compactor: Compactor
  readonly #ticker: Ticker
  /** updates that are accepted and not relayed yet, beside what is in the inbox */
  readonly #underWay = new Set<Uint8Array>()
  /** clocks of what everyone has been given */
  readonly #relayed: Map<number, number>
  #guardClient: number | undefined
  #stopped = false

  constructor(id: string, board: LoadedBoard, parts: RoomParts, host: EditsHost) {
    const { ledger, document } = board
    this.#id = id
    this.#board = board
    this.#parts = parts
    this.#host = host
    this.#relayed = new Map(ledger.clocks)
    this.#saved = new Saved(ledger.clocks)
    this.#persister = new Persister(id, parts, board.stored, {
      relay: (batch) => this.#relay(batch),
      ...(parts.bus && { appended: (updates) => host.neighbours()?.appended(updates) }),
      durable: (batches) => this.#committed(batches),
      storage: (state) => {
        if (state === 'ok') this.#intake.again()
        host.storage(state)
      },
      ended: (why) => host.ended(why === 'removed' ? 'gone' : 'restarting'),
    })
    this.#compactor = new Compactor(id, document, this.#persister, parts, host.neighbours)
    this.#guard = new Guard({
      parts: () => [...document.parts(), ...this.#underWay, ...this.#inbox.updates],
      locks: host.locks,
      client: () => (this.#guardClient ??= this.#freeClientId()),
    })
    this.#intake = new Intake({
      guard: this.#guard,
      ledger,
      inbox: this.#inbox,
      persister: this.#persister,
      clock: parts.clock,
      metrics: parts.metrics,
      barrier: host.barrier,
    })
    this.#large = new LargeUpdates(parts, {
      take: (connection, piece, step2, isLast) => this.#take(connection, piece, step2, isLast),
      receive: host.receive,
    })
    this.#serverEdits = new ServerEdits({
      folder: parts.folder,
      ledger,
      document,
      intake: this.#intake,
      persister: this.#persister,
      clock: parts.clock,
      accepted: (update) => this.#underWay.add(update),
      tick: () => this.#tick(),
      freeClient: () => this.#freeClientId(),
    })
    const pace = (): number => parts.editPace(host.size())
    this.#news = new News(parts, {
      ledger,
      document,
      guard: this.#guard,
      saved: this.#saved,
      persister: this.#persister,
      relayed: this.#relayed,
      pace,
      relay: (update) => this.#giveOut(update, scanUpdate(update).clocks, NOBODY),
      failed: (error) => {
        parts.log.error({ board: id, err: error }, 'Other nodes’ edits could not be sent on')
        host.ended('unavailable')
      },
    })
    this.#ticker = new Ticker(parts.clock, pace, () => this.#tick())
  }

  /** Everything is dealt with and on disk. */
  get isIdle(): boolean {
    const { isEmpty } = this.#inbox
    return isEmpty && this.#persister.isIdle && !this.#compactor.isBusy && this.#large.isIdle
  }

  /** An edit is on its way to the disk, and what goes out may wait for it. */
  get isDue(): boolean {
    return !this.#inbox.isEmpty || this.#persister.holdsBack
  }

  /** The disk is slow or fails, and edits are kept in memory. */
  get isFailing(): boolean {
    return this.#persister.isFailing
  }

  /** Keeps a message that has to wait for a large update of its author; false when there is none. */
  keep(connection: Connection, message: Uint8Array): boolean {
    return this.#large.keep(connection, message)
  }

  /** Takes what a connection wrote, or refuses it; closes the connection when no honest client sends it. */
  take(connection: Connection, update: Uint8Array, step2: boolean): void {
    connection.received += 1
    if (this.#large.isLarge(update)) this.#large.take(connection, update, step2)
    else if (!this.#take(connection, update, step2, true)) connection.close('malformed')
  }

  /** What other nodes have put on disk, in the log's order. */
  takeNews(updates: readonly LoggedUpdate[]): void {
    this.#news.take(updates)
    this.#intake.changed()
  }

  /** Runs `change` on the document as the server's own edit; see `ServerEdits.edit`. */
  edit(change: (doc: Y.Doc) => void, first?: Parameters<ServerEdits['edit']>[1]): Promise<void> {
    return this.#serverEdits.edit(change, first)
  }

  /** Has an edit made of the document; see `ServerEdits.make`. */
  make(make: MakeEdit): Promise<void> {
    return this.#serverEdits.make(make)
  }

  /** What kept edits out is over. */
  again(): void {
    this.#intake.again()
  }

  /** What only facilitators may change is something else now. */
  locksChanged(): void {
    this.#guard.invalidate()
  }

  /** Asks a connection that is being given the board for what it has, and tells it what is saved. */
  welcome(connection: Connection): void {
    connection.send(syncFrame('step1', encodeClocks(this.#board.ledger.clocks)))
    if (!this.#persister.isFailing) this.#saved.tell(connection)
  }

  leave(connection: Connection): void {
    this.#intake.leave(connection)
    this.#saved.leave(connection)
  }

  /** Resolves once everything that came in before is on disk. */
  async drain(): Promise<void> {
    this.#tick()
    await this.#persister.drained()
  }

  /** Folds the log into a snapshot if there is any. */
  compact(): Promise<void> {
    return this.#compactor.compact(true)
  }

  /** Takes and relays nothing more. */
  stop(): void {
    this.#stopped = true
    this.#ticker.stop()
    this.#news.stop()
    this.#intake.stop()
    this.#compactor.stop()
    this.#persister.stop()
  }

  #take(connection: Connection, update: Uint8Array, step2: boolean, isLast: boolean): boolean {
    if (this.#stopped) return true
    try {
      const isSound = this.#intake.take(connection, update, step2, isLast)
      if (isSound) this.#ticker.request()
      return isSound
    } catch (error) {
      this.#parts.log.error({ board: this.#id, err: error }, 'An edit could not be taken')
      connection.close('malformed')
      // What is in memory may be half changed: the board is read from its log again. No other board notices.
      this.#host.ended('unavailable')
      return true
    }
  }

  #tick(): void {
    if (this.#inbox.isEmpty) return
    const batch = this.#inbox.take()
    if (batch.update) this.#underWay.add(batch.update)
    this.#persister.add(batch)
  }

  #relay(batch: Batch): void {
    const { update, clocks, authors } = batch
    if (!update) {
      this.#host.relay(undefined)
      return
    }
    this.#underWay.delete(update)
    this.#board.document.add(update)
    this.#giveOut(update, clocks, authors)
  }

  #giveOut(update: Uint8Array, clocks: Batch['clocks'], authors: Batch['authors']): void {
    this.#host.relay({ update, authors, before: this.#relayed })
    raise(this.#relayed, clocks)
  }

  #committed(batches: readonly Batch[]): void {
    this.#saved.committed(batches, this.#persister.isFailing)
    if (!this.#persister.isFailing) void this.#compactor.compact(false)
  }

  /** A random client id. A new one for each time a room is loaded, so that a lost edit's clocks are never used twice. */
  #freeClientId(): number {
    const { ledger } = this.#board
    for (;;) {
      const id = Math.floor(this.#parts.chance() * 2 ** 32)
      if (ledger.owner(id) !== undefined) continue
      ledger.reserve(id, SERVER)
      return id
    }
  }
}
