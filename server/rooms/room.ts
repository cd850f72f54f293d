import type * as Y from 'yjs'
import type { Role } from '../../shared/access.ts'
import type { Erased } from '../../shared/board/erase-name.ts'
import type { CloseReason } from '../../shared/protocol/close.ts'
import type { Session } from '../../shared/protocol/session.ts'
import type { SessionState } from '../../shared/session/state.ts'
import type { ClusterBus } from '../bus/bus.ts'
import { Answers } from './answers.ts'
import type { Connection } from './connection.ts'
import { Edits } from './edits.ts'
import { FanOut } from './fan-out.ts'
import type { LoadedBoard } from './load-board.ts'
import { NameErasure } from './name-erasure.ts'
import { Neighbours } from './neighbours.ts'
import { People } from './people.ts'
import { Presence } from './presence.ts'
import { cutOff, Roster } from './roster.ts'
import type { VersionRow } from '../store/store.ts'
import type { RoomParts } from './room-parts.ts'
import type { RestoredBoard } from './rooms.ts'
import { RoomSession } from './room-session.ts'
import type { MakeEdit } from './server-edits.ts'
import { takeMessage } from './take-message.ts'
import { endedBetween, Versions, type VersionName } from './versions.ts'

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
  readonly #edits: Edits
  readonly #fanOut: FanOut
  readonly #answers: Answers
  readonly #onEnd: (reason: CloseReason) => void
  readonly #roster: Roster
  readonly #versions: Versions
  readonly #names: NameErasure
  readonly #takers: Parameters<typeof takeMessage>[2]
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
      participantsChanged: async () => {
        this.#neighbours?.storeChanged()
        await this.refresh()
      },
      changed: (before, by) => {
        if (by === 'this node') this.#neighbours?.storeChanged()
        const ended = by === 'this node' && endedBetween(before, this.#session.state)
        if (ended) this.#versions.keepEnded(board.document.parts(), ended)
        if (this.#session.locks !== before.locks) this.#edits.locksChanged()
        this.#veil()
        if ((before.ended || before.paused) && this.#session.mayAllEdit) this.#edits.again()
      },
    })
    this.#versions = new Versions(id, parts)
    this.#edits = new Edits(id, board, parts, {
      size: () => this.connections.size,
      barrier: (connection) => this.#session.barrier(connection),
      locks: () => this.#session.locks,
      neighbours: () => this.#neighbours,
      relay: (edit) => this.#fanOut.edit(edit),
      receive: (connection, message) => this.receive(connection, message),
      storage: (state) => {
        this.#people.storage = state
        this.#session.tell()
      },
      ended: onEnd,
    })
    this.#neighbours = parts.bus && this.#meetNeighbours(parts.bus)
    this.#names = new NameErasure(id, parts, {
      edits: this.#edits,
      versions: this.#versions,
      neighbours: () => this.#neighbours,
    })
    this.#roster = new Roster(id, parts.store, {
      people: this.#people,
      connections: this.connections,
      updated: ({ erased, wasReadOnly }) => {
        this.#names.erased(erased)
        if (wasReadOnly && this.#session.mayAllEdit) this.#edits.again()
        this.#session.tell()
        return this.#session.refresh()
      },
    })
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
      isEditDue: () => this.#edits.isDue,
      catchUp: (connection, from) => this.#answers.answer(connection, from),
    })
    this.#takers = {
      answers: this.#answers,
      edits: this.#edits,
      fanOut: this.#fanOut,
      ledger: board.ledger,
      presence: this.#presence,
      session: this.#session,
      presenceChanged: () => this.#presenceChanged(),
    }
    this.#veil()
  }

  /** Nobody is here and everything is on disk. */
  get isIdle(): boolean {
    return this.connections.size === 0 && this.#edits.isIdle && !this.#names.isBusy
  }

  join(connection: Connection): void {
    const { participant } = connection
    this.#people.add(participant)
    const row = this.#people.find(participant.id)
    if (!row) {
      cutOff(connection)
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
    this.#edits.leave(connection)
    this.#presence.leave(connection)
    this.#presenceChanged()
    this.#neighbours?.peopleChanged()
    this.#session.tell()
  }

  /** Takes one message of a connection that has joined. */
  receive(connection: Connection, bytes: Uint8Array): void {
    if (!this.#closed && !this.#finishing) takeMessage(connection, bytes, this.#takers)
  }

  /** What is decided about the board beside its content. */
  get session(): SessionState {
    return this.#session.state
  }

  /** The session as a participant with `role` is told it now. */
  told(role: Role): Session {
    return this.#session.told(role)
  }

  /** The whole document as everyone has been given it. */
  state(): Promise<Uint8Array> {
    return this.#board.document.state()
  }

  /** Runs `change` on the document as the server's own edit; resolves when it is on disk and sent to all. */
  edit(change: (doc: Y.Doc) => void): Promise<void> {
    return this.#edits.edit(change)
  }

  /** As `edit`, with an edit that is made elsewhere. */
  make(make: MakeEdit): Promise<void> {
    return this.#edits.make(make)
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
    const edit: Edits['edit'] = (change, first) => this.#edits.edit(change, first)
    const restored = await this.#versions.restore(edit, version, content, by)
    // What is kept apart from the board is shown as it is consented to now.
    await this.#session.finish()
    return restored
  }

  /** Empties a participant's name in the document and its versions, and drops it from the document's history. */
  eraseName(who: Erased): Promise<void> {
    return this.#names.erase(who)
  }

  /** Reads the board's row and participants anew, cuts off who was removed, and tells the others. */
  refresh(): Promise<void> {
    return this.#roster.refresh()
  }

  /** Makes up for what the session left half done when the server last stopped. */
  finishSession(): Promise<void> {
    return this.#session.finish()
  }

  /** Resolves once everything that came in before is on disk. */
  drain(): Promise<void> {
    return this.#edits.drain()
  }

  /** Takes nothing more, and resolves once everything that came in before is on disk. */
  async finish(): Promise<void> {
    this.#finishing = true
    await this.drain()
    await this.#versions.settled()
  }

  /** The disk is slow or fails, and edits are kept in memory. */
  get isFailing(): boolean {
    return this.#edits.isFailing
  }

  /** Folds the log into a snapshot if there is any. */
  compact(): Promise<void> {
    return this.#edits.compact()
  }

  /** Closes every socket; nothing is taken or sent after it. */
  close(reason: CloseReason): void {
    this.#closed = true
    this.#names.stop()
    this.#edits.stop()
    this.#roster.stop()
    this.#neighbours?.close()
    this.#fanOut.stop()
    this.#session.stop()
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
      news: (updates) => this.#edits.takeNews(updates),
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

  #welcome(connection: Connection): void {
    if (connection.joined) return
    connection.joined = true
    this.#edits.welcome(connection)
    connection.send(this.#presence.all())
  }
}
