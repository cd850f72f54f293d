import type * as Y from 'yjs'
import { boardKeys, rootsOf } from '../../shared/board/layout.ts'
import type { CloseReason } from '../../shared/protocol/close.ts'
import type { SessionState } from '../../shared/session/state.ts'
import type { ClusterBus } from '../bus/bus.ts'
import { Answers } from './answers.ts'
import { raise } from './clocks.ts'
import { Compactor } from './compactor.ts'
import type { Connection } from './connection.ts'
import { FanOut } from './fan-out.ts'
import { encodeClocks, syncFrame } from './frames.ts'
import { Guard } from './guard.ts'
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
import type { VersionRow } from '../store/store.ts'
import type { RoomParts } from './room-parts.ts'
import type { RestoredBoard } from './rooms.ts'
import { RoomSession } from './room-session.ts'
import { Saved } from './saved.ts'
import { scanUpdate } from './scan.ts'
import { ServerEdits } from './server-edits.ts'
import { Ticker } from './ticker.ts'
import { bringBack, endedBetween, Versions, type VersionName } from './versions.ts'
import { versionName } from '../../shared/protocol/version-name.ts'

/** What nobody here has written. */
const NOBODY: ReadonlySet<null> = new Set()

/** A loaded board with everyone on it. It knows the document as bytes and clocks, and never holds a Y.Doc. */
export class Room {
  readonly id: string
  readonly connections = new Set<Connection>()
  readonly #parts: RoomParts
  readonly #board: LoadedBoard
  readonly #people: People
  readonly #session: RoomSession
  readonly #presence: Presence
  readonly #neighbours: Neighbours | undefined
  readonly #news: News
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
  /** clocks of what everyone has been given */
  readonly #relayed: Map<number, number>
  readonly #saved: Saved
  readonly #serverEdits: ServerEdits
  readonly #versions: Versions
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
    this.#session = new RoomSession(id, board.session, parts, {
      people: this.#people,
      connections: this.connections,
      document: () => this.state(),
      edit: (change) => this.edit(change),
      forget: () => this.compact(),
      changed: (before, by) => {
        if (by === 'this node') this.#neighbours?.storeChanged()
        const ended = by === 'this node' && endedBetween(before, this.#session.state)
        if (ended) this.#versions.keepEnded(board.document.parts(), ended)
        if (this.#session.locks !== before.locks) this.#guard.invalidate()
        this.#veil()
        if ((before.ended || before.paused) && this.#session.mayAllEdit) this.#intake.again()
      },
    })
    this.#versions = new Versions(id, parts)
    this.#relayed = new Map(board.ledger.clocks)
    this.#saved = new Saved(board.ledger.clocks)
    this.#persister = new Persister(id, parts, board.stored, {
      relay: (batch) => this.#relay(batch),
      ...(parts.bus && { appended: (updates) => this.#neighbours?.appended(updates) }),
      durable: (batches) => this.#committed(batches),
      storage: (state) => {
        this.#people.storage = state
        if (state === 'ok') this.#intake.again()
        this.#session.tell()
      },
      ended: (why) => this.#onEnd(why === 'removed' ? 'gone' : 'restarting'),
    })
    this.#neighbours = parts.bus && this.#meetNeighbours(parts.bus)
    this.#compactor = new Compactor(id, board.document, this.#persister, parts, this.#neighbours)
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
      locks: () => this.#session.locks,
      client: () => (this.#guardClient ??= this.#freeClientId()),
    })
    this.#large = new LargeUpdates(parts, {
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
      barrier: (connection) => this.#session.barrier(connection),
    })
    this.#serverEdits = new ServerEdits({
      ledger: board.ledger,
      document: board.document,
      intake: this.#intake,
      inbox: this.#inbox,
      persister: this.#persister,
      tick: () => this.#tick(),
      freeClient: () => this.#freeClientId(),
    })
    this.#news = new News(parts, {
      ledger: board.ledger,
      document: board.document,
      guard: this.#guard,
      saved: this.#saved,
      persister: this.#persister,
      relayed: this.#relayed,
      pace: () => parts.editPace(this.connections.size),
      relay: (update) => this.#giveOut(update, scanUpdate(update).clocks, NOBODY),
      failed: (error) => {
        parts.log.error({ board: id, err: error }, 'Other nodes’ edits could not be sent on')
        this.#onEnd('unavailable')
      },
    })
    this.#ticker = new Ticker(
      parts.clock,
      () => parts.editPace(this.connections.size),
      () => this.#tick(),
    )
    this.#veil()
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
    if (connection.dialect === 'rapport') connection.send(this.#session.frame(row.role))
    this.#neighbours?.peopleChanged()
    this.#session.tell()
  }

  leave(connection: Connection): void {
    if (!this.connections.delete(connection)) return
    this.#fanOut.left(connection)
    this.#intake.leave(connection)
    this.#saved.leave(connection)
    this.#presence.leave(connection)
    this.#presenceChanged()
    this.#neighbours?.peopleChanged()
    this.#session.tell()
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
        this.#fanOut.presenceAsked(connection)
        break
      case 'command':
        void this.#session.command(connection, message.body)
        break
      case 'ignored':
        break
    }
  }

  /** What is decided about the board beside its content. */
  get session(): SessionState {
    return this.#session.state
  }

  /** The whole document as everyone has been given it. */
  state(): Promise<Uint8Array> {
    return this.#board.document.state()
  }

  /** Runs `change` on the document as the server's own edit; resolves when it is on disk and sent to all. */
  edit(change: (doc: Y.Doc) => void): Promise<void> {
    return this.#serverEdits.edit(change)
  }

  /** Keeps the document as everyone has been given it; undefined when there is no room for another version. */
  keepVersion(version: VersionName): Promise<VersionRow | undefined> {
    return this.#versions.keep(this.#board.document.parts(), version)
  }

  /** Brings the document back to a version; undefined, with nothing changed, when there is no room to keep what was there. */
  async restoreVersion(
    version: VersionRow,
    content: Uint8Array,
    by: string,
  ): Promise<RestoredBoard | undefined> {
    const change = bringBack(version, content, { by, now: this.#parts.clock.now() })
    let before: VersionRow | undefined
    let title: unknown
    await this.#serverEdits.edit(
      (doc) => {
        change(doc)
        title = rootsOf(doc).board.get(boardKeys.title)
      },
      async (parts) => {
        before = await this.#versions.keep(parts, {
          kind: 'restore',
          name: versionName(version),
          by,
        })
        return before !== undefined
      },
    )
    // What is kept apart from the board is shown as it is consented to now.
    await this.#session.finish()
    return (
      before && { restored: version, before, title: typeof title === 'string' ? title : undefined }
    )
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
    const mayAll = this.#session.mayAllEdit
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
    if (!mayAll && this.#session.mayAllEdit) this.#intake.again()
    this.#session.tell()
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
  async finish(): Promise<void> {
    this.#finishing = true
    await this.drain()
    await this.#versions.settled()
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
    this.#news.stop()
    this.#neighbours?.close()
    this.#fanOut.stop()
    this.#session.stop()
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
      news: (updates) => {
        this.#news.take(updates)
        this.#intake.changed()
      },
      presenceChanged: () => this.#fanOut.presenceChanged(),
      peopleChanged: () => this.#session.tell(),
      refresh: () => this.refresh(),
      finishSession: () => this.finishSession(),
      ended: (reason) => this.#onEnd(reason === 'gone' ? 'gone' : 'restarting'),
    })
  }

  /** Keeps cursors and names to itself as the session says. */
  #veil(): void {
    const { hideCursors, hideNames } = this.#session.state
    if (this.#presence.veil(hideCursors, hideNames)) this.#presenceChanged()
  }

  #presenceChanged(): void {
    this.#fanOut.presenceChanged()
    this.#neighbours?.presenceChanged()
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
    this.#giveOut(update, clocks, authors)
  }

  #giveOut(update: Uint8Array, clocks: Batch['clocks'], authors: Batch['authors']): void {
    this.#fanOut.edit({ update, authors, before: this.#relayed })
    raise(this.#relayed, clocks)
  }

  #committed(batches: readonly Batch[]): void {
    this.#saved.committed(batches, this.#persister.isFailing)
    if (!this.#persister.isFailing) void this.#compactor.compact(false)
  }

  #welcome(connection: Connection): void {
    if (connection.joined) return
    connection.joined = true
    connection.send(syncFrame('step1', encodeClocks(this.#board.ledger.clocks)))
    connection.send(this.#presence.all())
    if (!this.#persister.isFailing) this.#saved.tell(connection)
  }

  /** A random client id. A new one for each time a room is loaded, so that a lost edit's clocks are never used twice. */
  #freeClientId(): number {
    for (;;) {
      const id = Math.floor(this.#parts.chance() * 2 ** 32)
      if (this.#board.ledger.owner(id) !== undefined) continue
      this.#board.ledger.reserve(id, SERVER)
      return id
    }
  }
}
