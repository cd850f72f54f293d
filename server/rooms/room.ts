import type * as Y from 'yjs'
import { can } from '../../shared/access.ts'
import type { CloseReason } from '../../shared/protocol/close.ts'
import { encodeSaved } from '../../shared/protocol/messages.ts'
import type { Notice } from '../../shared/protocol/session.ts'
import { assert } from '../../shared/assert.ts'
import type { ClusterBus } from '../bus/bus.ts'
import type { SessionState } from '../../shared/session/state.ts'
import { BoardSession } from '../session/board-session.ts'
import { Answers } from './answers.ts'
import { checkUpdate } from './check.ts'
import { Compactor } from './compactor.ts'
import type { Connection } from './connection.ts'
import { FanOut } from './fan-out.ts'
import { encodeClocks, syncFrame } from './frames.ts'
import { Guard } from './guard.ts'
import type { LoggedUpdate } from '../store/store.ts'
import { Inbox } from './inbox.ts'
import { Intake } from './intake.ts'
import { SERVER } from './ledger.ts'
import { LargeUpdates } from './large-updates.ts'
import type { LoadedBoard } from './load-board.ts'
import { Neighbours } from './neighbours.ts'
import { News } from './news.ts'
import { People } from './people.ts'
import { Persister, type Batch } from './persister.ts'
import { Presence } from './presence.ts'
import { readMessage } from './read-message.ts'
import { StoreError } from '../store/store-error.ts'
import type { RoomParts } from './room-parts.ts'
import { editDocument } from './server-edit.ts'
import { scanUpdate } from './scan.ts'
import { Ticker } from './ticker.ts'

/** What nobody here has written. */
const NOBODY: ReadonlySet<null> = new Set()

/** Moves clocks on, and never back: somebody may have gone on elsewhere meanwhile. */
function raise(clocks: Map<number, number>, by: ReadonlyMap<number, number>): void {
  for (const [client, clock] of by) {
    if (clock > (clocks.get(client) ?? 0)) clocks.set(client, clock)
  }
}

/** A loaded board with everyone on it. It knows the document as bytes and clocks, and never holds a Y.Doc. */
export class Room {
  readonly id: string
  readonly connections = new Set<Connection>()
  readonly #parts: RoomParts
  readonly #board: LoadedBoard
  readonly #people: People
  readonly #session: BoardSession
  readonly #presence: Presence
  readonly #neighbours: Neighbours | undefined
  readonly #news: News
  readonly #newsTicker: Ticker
  readonly #inbox = new Inbox()
  readonly #persister: Persister
  readonly #fanOut: FanOut
  readonly #answers: Answers
  readonly #compactor: Compactor
  readonly #ticker: Ticker
  readonly #intake: Intake
  readonly #large: LargeUpdates
  readonly #guard: Guard
  /** what is accepted and not relayed yet, beside what is in the inbox */
  readonly #underWay = new Set<Batch>()
  #guardClient: number | undefined
  readonly #onEnd: (reason: CloseReason) => void
  #lastRefresh: Promise<unknown> = Promise.resolve()
  /** clocks of what everyone has been given, and of what is on disk */
  readonly #relayed: Map<number, number>
  readonly #durable: Map<number, number>
  #durableBytes: Uint8Array | undefined
  /** connections whose `saved` waits until storage works again */
  readonly #owed = new Set<Connection>()
  #serverClient: number | undefined
  #lastEdit: Promise<unknown> = Promise.resolve()
  #cancelSession: (() => void) | undefined
  #joins = 0
  #closed = false
  #finishing = false

  constructor(
    id: string,
    board: LoadedBoard,
    parts: RoomParts,
    onEnd: (reason: CloseReason) => void,
  ) {
    this.id = id
    this.#board = board
    this.#parts = parts
    this.#onEnd = onEnd
    this.#presence = new Presence(parts.bus !== undefined)
    this.#people = new People(board.row, board.participants)
    this.#session = new BoardSession(
      {
        board: id,
        store: parts.store,
        clock: parts.clock,
        log: parts.log,
        participants: () => this.#people.all(),
        document: () => this.state(),
        edit: (change) => this.edit(change),
        changed: (before, by) => {
          if (by === 'this node') this.#neighbours?.storeChanged()
          this.#onSession(before)
        },
      },
      board.session,
    )
    this.#relayed = new Map(board.ledger.clocks)
    this.#durable = new Map(board.ledger.clocks)
    this.#persister = new Persister(id, parts, board.stored, {
      relay: (batch) => this.#relay(batch),
      ...(parts.bus && { appended: (updates) => this.#neighbours?.appended(updates) }),
      durable: (batches) => this.#markDurable(batches),
      storage: (state) => {
        this.#people.storage = state
        if (state === 'ok') this.#intake.again()
        this.#tellSession()
      },
      ended: (why) => this.#onEnd(why === 'removed' ? 'gone' : 'restarting'),
    })
    this.#neighbours = parts.bus && this.#meetNeighbours(parts.bus)
    this.#compactor = new Compactor(id, board.document, this.#persister, parts, this.#neighbours)
    this.#news = new News({
      folder: parts.folder,
      relayed: () => this.#relayed,
      relay: (update) => this.#relayNews(update),
      failed: (error) => {
        parts.log.error({ board: id, err: error }, 'Other nodes’ edits could not be sent on')
        this.#onEnd('unavailable')
      },
    })
    this.#newsTicker = new Ticker(
      parts.clock,
      () => parts.editPace(this.connections.size),
      () => this.#news.flush(),
    )
    this.#answers = new Answers(
      board.document,
      { turn: parts.answerTurn, clock: parts.clock },
      (connection) => this.#welcome(connection),
      (connection, error) => {
        parts.log.error({ board: id, err: error }, 'A board could not be sent')
        connection.close('unavailable')
      },
    )
    this.#fanOut = new FanOut({
      connections: this.connections,
      presence: this.#presence,
      clock: parts.clock,
      presencePace: (lane) => parts.presencePace(this.connections.size, lane),
      isEditDue: () => !this.#inbox.isEmpty || this.#persister.holdsBack,
      catchUp: (connection, from) => this.#answers.answer(connection, from),
    })
    this.#guard = new Guard({
      parts: () => [
        ...board.document.parts(),
        ...[...this.#underWay].flatMap(({ update }) => update ?? []),
        ...this.#inbox.updates,
      ],
      locks: () => this.#session.state.locks,
      client: () => (this.#guardClient ??= this.#freeClientId()),
    })
    this.#large = new LargeUpdates({
      folder: parts.folder,
      clock: parts.clock,
      queuedBytes: parts.limits.queuedBytes,
      take: (connection, piece, step2, isLast) =>
        this.#takeUpdate(connection, piece, step2, isLast),
      receive: (connection, message) => this.receive(connection, message),
    })
    this.#intake = new Intake({
      guard: this.#guard,
      ledger: board.ledger,
      inbox: this.#inbox,
      persister: this.#persister,
      clock: parts.clock,
      metrics: parts.metrics,
      barrier: (connection) => this.#barrier(connection),
    })
    this.#ticker = new Ticker(
      parts.clock,
      () => parts.editPace(this.connections.size),
      () => this.#tick(),
    )
  }

  /** Nobody is here and everything is on disk. */
  get isIdle(): boolean {
    return (
      this.connections.size === 0 &&
      this.#inbox.isEmpty &&
      this.#persister.isIdle &&
      !this.#compactor.isBusy &&
      this.#large.isIdle
    )
  }

  join(connection: Connection): void {
    const { participant } = connection
    this.#people.add(participant)
    const row = this.#people.find(participant.id)
    if (!row) {
      connection.notice('removed')
      connection.close('unauthorised')
      return
    }
    connection.participant = row
    connection.order = this.#joins
    this.#joins += 1
    this.connections.add(connection)
    this.#fanOut.joined(connection)
    if (connection.dialect === 'rapport') connection.send(this.#sessionFrame())
    this.#neighbours?.peopleChanged()
    this.#tellSession()
  }

  leave(connection: Connection): void {
    if (!this.connections.delete(connection)) return
    this.#fanOut.left(connection)
    this.#intake.leave(connection)
    this.#owed.delete(connection)
    this.#presence.leave(connection)
    this.#presenceChanged()
    this.#neighbours?.peopleChanged()
    this.#tellSession()
  }

  /** Takes one message of a connection that has joined. */
  receive(connection: Connection, bytes: Uint8Array): void {
    if (this.#closed || this.#finishing) return
    if (this.#large.keep(connection, bytes)) return
    const message = readMessage(bytes)
    switch (message?.kind) {
      case undefined:
        connection.close('malformed')
        break
      case 'step1':
        this.#answers.answer(connection, message.stateVector)
        break
      case 'update':
        connection.received += 1
        if (this.#large.isLarge(message.update)) {
          this.#large.take(connection, message.update, message.step2)
        } else if (!this.#takeUpdate(connection, message.update, message.step2, true)) {
          connection.close('malformed')
        }
        break
      case 'awareness':
        this.#presence.take(connection, message.entries, this.#board.ledger)
        this.#presenceChanged()
        break
      case 'query-awareness':
        if (connection.isSlow) connection.missedPresence = true
        else connection.send(this.#presence.all())
        break
      case 'command':
        void this.#command(connection, message.body)
        break
      case 'ignored':
        break
    }
  }

  /** The whole document as everyone has been given it. */
  state(): Promise<Uint8Array> {
    return this.#board.document.state()
  }

  /** Runs `change` on the document as the server's own edit; resolves when it is on disk and sent to all. */
  edit(change: (doc: Y.Doc) => void): Promise<void> {
    const edit = this.#lastEdit.then(() => this.#editNow(change))
    this.#lastEdit = edit.catch(() => undefined)
    return edit
  }

  /** Reads the board's row and participants anew, cuts off who was removed, and tells the others. */
  refresh(): Promise<void> {
    // One after the other, so that what was read first is never taken last.
    const refresh = this.#lastRefresh.then(() => this.#refreshNow())
    this.#lastRefresh = refresh.catch(() => undefined)
    return refresh
  }

  async #refreshNow(): Promise<void> {
    const { store } = this.#parts
    const [row, participants] = await Promise.all([
      store.board(this.id),
      store.participants(this.id),
    ])
    if (!row || this.#closed) return
    const mayAll = this.#mayAllEdit
    this.#people.update(row, participants)
    for (const connection of this.connections) {
      const participant = this.#people.find(connection.participant.id)
      if (participant) {
        connection.participant = participant
      } else {
        connection.notice('removed')
        connection.close('unauthorised')
      }
    }
    if (!mayAll && this.#mayAllEdit) this.#intake.again()
    this.#tellSession()
    await this.#session.refresh()
  }

  /** Makes up for what the session left half done when the server last stopped. */
  finishSession(): Promise<void> {
    return this.#session.finish()
  }

  /** Resolves once everything that came in before is on disk. */
  async drain(): Promise<void> {
    this.#tick()
    await this.#persister.drained()
  }

  /** Takes nothing more, and resolves once everything that came in before is on disk. */
  finish(): Promise<void> {
    this.#finishing = true
    return this.drain()
  }

  /** The disk is slow or fails, and edits are kept in memory. */
  get isFailing(): boolean {
    return this.#persister.isFailing
  }

  /** Folds the log into a snapshot if there is any. */
  compact(): Promise<void> {
    return this.#compactor.compact(true)
  }

  /** Closes every socket; nothing is taken or sent after it. */
  close(reason: CloseReason): void {
    this.#closed = true
    this.#ticker.stop()
    this.#newsTicker.stop()
    this.#neighbours?.close()
    this.#fanOut.stop()
    this.#cancelSession?.()
    this.#intake.stop()
    this.#persister.stop()
    for (const connection of this.connections) connection.close(reason)
    this.connections.clear()
  }

  #meetNeighbours(bus: ClusterBus): Neighbours {
    const { ledger, stored } = this.#board
    return new Neighbours(this.id, stored, bus, this.#parts, {
      presence: this.#presence,
      people: this.#people,
      ledger,
      online: () => new Set([...this.connections].map(({ participant }) => participant.id)),
      size: () => this.connections.size,
      news: (updates) => this.#takeNews(updates),
      presenceChanged: () => this.#fanOut.presenceChanged(),
      peopleChanged: () => this.#tellSession(),
      refresh: () => this.refresh(),
      finishSession: () => this.finishSession(),
      ended: (reason) => this.#onEnd(reason === 'gone' ? 'gone' : 'restarting'),
    })
  }

  /** Other nodes' updates: they are on disk, and everyone here gets them in the next round. */
  #takeNews(updates: readonly LoggedUpdate[]): void {
    const { ledger, document } = this.#board
    for (const { update, claims } of updates) {
      raise(this.#durable, ledger.learn(update, claims))
      this.#guard.accepted(update)
      document.add(update)
      this.#news.add(update)
      this.#persister.rows += 1
      this.#persister.bytes += update.length
    }
    this.#durableBytes = undefined
    this.#intake.changed()
    this.#newsTicker.request()
  }

  #relayNews(update: Uint8Array): void {
    if (this.#closed) return
    this.#fanOut.edit({ update, authors: NOBODY, before: this.#relayed })
    raise(this.#relayed, scanUpdate(update).clocks)
  }

  #presenceChanged(): void {
    this.#fanOut.presenceChanged()
    this.#neighbours?.presenceChanged()
  }

  /** Nothing keeps whoever has the role for it from editing. */
  get #mayAllEdit(): boolean {
    const { ended, paused } = this.#session.state
    return !this.#people.readOnly && !ended && !paused
  }

  /** What keeps a participant from editing now, if anything does. */
  #barrier({ participant: { role } }: Connection): Notice | undefined {
    const { ended, paused } = this.#session.state
    if (this.#people.readOnly || ended || !can(role, 'edit')) return 'read-only'
    return paused && role !== 'facilitator' ? 'paused' : undefined
  }

  async #command(connection: Connection, body: unknown): Promise<void> {
    try {
      const result = await this.#session.command(connection.participant, body)
      if (result) connection.result(result)
      else connection.close('malformed')
    } catch (error) {
      this.#parts.log.error({ board: this.id, err: error }, 'A command failed')
      connection.close('unavailable')
    }
  }

  #onSession(before: SessionState): void {
    const { ended, paused, locks } = this.#session.state
    if (locks !== before.locks) this.#guard.invalidate()
    if ((before.ended || before.paused) && !ended && !paused) this.#intake.again()
    this.#tellSession()
  }

  #sessionFrame(): Uint8Array {
    return this.#people.message(this.connections, this.#session.run, this.#parts.clock.now())
  }

  #takeUpdate(
    connection: Connection,
    update: Uint8Array,
    step2: boolean,
    isLast: boolean,
  ): boolean {
    const isSound = !this.#closed && this.#intake.take(connection, update, step2, isLast)
    if (isSound) this.#ticker.request()
    return isSound || this.#closed
  }

  #tick(): void {
    if (this.#inbox.isEmpty) return
    const batch = this.#inbox.take()
    this.#underWay.add(batch)
    this.#persister.add(batch)
  }

  #relay(batch: Batch): void {
    const { update, clocks, authors } = batch
    this.#underWay.delete(batch)
    if (!update) {
      this.#fanOut.edit(undefined)
      return
    }
    this.#board.document.add(update)
    this.#fanOut.edit({ update, authors, before: this.#relayed })
    raise(this.#relayed, clocks)
  }

  #markDurable(batches: readonly Batch[]): void {
    const told = new Set<Connection>()
    for (const { clocks, handled } of batches) {
      raise(this.#durable, clocks)
      if (clocks.size > 0) this.#durableBytes = undefined
      for (const [connection, count] of handled) {
        connection.handled = count
        told.add(connection)
      }
    }
    if (this.#persister.isFailing) {
      for (const connection of told) this.#owed.add(connection)
      return
    }
    for (const connection of this.#owed) told.add(connection)
    this.#owed.clear()
    for (const connection of told) this.#tellSaved(connection)
    void this.#compactor.compact(false)
  }
  #tellSaved(connection: Connection): void {
    if (connection.dialect !== 'rapport' || !connection.joined) return
    this.#durableBytes ??= encodeClocks(this.#durable)
    connection.send(encodeSaved({ stateVector: this.#durableBytes, messages: connection.handled }))
  }

  #welcome(connection: Connection): void {
    if (connection.joined) return
    connection.joined = true
    connection.send(syncFrame('step1', encodeClocks(this.#board.ledger.clocks)))
    connection.send(this.#presence.all())
    if (!this.#persister.isFailing) this.#tellSaved(connection)
  }

  /** Soon, and once for all that changes meanwhile; later when many are here, because everyone is told of everyone. */
  #tellSession(): void {
    if (this.#cancelSession || this.#closed) return
    const delay = Math.min(1_000, 20 + 2 * this.connections.size)
    this.#cancelSession = this.#parts.clock.after(delay, () => {
      this.#cancelSession = undefined
      const frame = this.#sessionFrame()
      for (const connection of this.connections) {
        if (connection.dialect === 'rapport') connection.send(frame)
      }
    })
  }

  async #editNow(change: (doc: Y.Doc) => void): Promise<void> {
    const { ledger, document } = this.#board
    this.#serverClient ??= this.#freeClientId()
    const client = this.#serverClient
    if (this.#persister.isFailing) {
      throw new StoreError('unavailable', 'Edits can’t be put on disk at the moment.')
    }
    const update = editDocument(document.parts(), client, change)
    if (!update) return
    const verdict = checkUpdate(update, ledger, SERVER)
    if (verdict.kind === 'known') return
    assert(verdict.kind === 'accepted' && !verdict.leftOut, 'the server’s own edit is sound')
    // A batch of its own: it waits for the disk, however long, and what people do does not.
    this.#tick()
    this.#intake.accept(verdict, SERVER, null)
    this.#intake.changed()
    await new Promise<void>((resolve, reject) => {
      this.#inbox.whenDone((error) => (error ? reject(error) : resolve()))
      this.#tick()
    })
  }

  /** A random client id. A new one for each time a room is loaded, so that a lost edit's clocks are never used twice. */
  #freeClientId(): number {
    for (;;) {
      const id = Math.floor(this.#parts.chance() * 2 ** 32)
      if (this.#board.ledger.owner(id) === undefined && id !== this.#serverClient) return id
    }
  }
}
