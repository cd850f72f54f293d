import type * as Y from 'yjs'
import { can, type Role } from '../../shared/access.ts'
import { encodeJson } from '../../shared/protocol/messages.ts'
import type { Notice, Session } from '../../shared/protocol/session.ts'
import type { SessionState } from '../../shared/session/state.ts'
import { Apart, isPrivate } from '../session/apart.ts'
import { BoardSession } from '../session/board-session.ts'
import type { StoredSession } from '../store/store.ts'
import type { Connection } from './connection.ts'
import { Outgoing } from './outgoing.ts'
import type { People } from './people.ts'
import type { RoomParts } from './room-parts.ts'

interface RoomSessionHost {
  people: People
  connections: ReadonlySet<Connection>
  /** the whole document as one update */
  document(): Promise<Uint8Array>
  /** the server's own edit of the document */
  edit(change: (doc: Y.Doc) => void): Promise<void>
  /** drops what was deleted from the document's history, as far as that can be done now */
  forget(): Promise<void>
  /** participants were changed in the store: everyone, on other nodes too, goes by what it says now */
  participantsChanged(): Promise<void>
  /** the session is another one; everyone is told by itself */
  changed(before: SessionState, by: 'this node' | 'another'): void
}

/** A board's session as its room uses it: who may edit, what everyone is told, and what comes of commands. */
export class RoomSession {
  readonly #board: string
  readonly #parts: RoomParts
  readonly #host: RoomSessionHost
  readonly #session: BoardSession
  readonly #apart: Apart
  #cancel: (() => void) | undefined
  #stopped = false

  constructor(board: string, stored: StoredSession, parts: RoomParts, host: RoomSessionHost) {
    this.#board = board
    this.#parts = parts
    this.#host = host
    const { store, clock, log, chance } = parts
    this.#apart = new Apart({
      board,
      store,
      log,
      chance,
      edit: (change) => host.edit(change),
      forget: () => host.forget(),
    })
    this.#session = new BoardSession(
      {
        board,
        store,
        clock,
        log,
        participants: () => host.people.all(),
        participantsChanged: () => host.participantsChanged(),
        document: () => host.document(),
        edit: (change) => host.edit(change),
        changed: (before, by) => {
          host.changed(before, by)
          this.tell()
        },
      },
      stored,
    )
  }

  get locks(): readonly string[] {
    return this.#session.state.locks
  }

  get state(): SessionState {
    return this.#session.state
  }

  /** Nothing keeps whoever has the role for it from editing. */
  get mayAllEdit(): boolean {
    const { ended, paused } = this.#session.state
    return !this.#host.people.readOnly && !ended && !paused
  }

  /** What keeps a participant from editing now, if anything does. */
  barrier({ participant: { role } }: Connection): Notice | undefined {
    const { ended, paused } = this.#session.state
    if (this.#host.people.readOnly || ended || !can(role, 'edit')) return 'read-only'
    return paused && role !== 'facilitator' ? 'paused' : undefined
  }

  /** Carries out what a connection sent as a command, and answers it. */
  async command(connection: Connection, body: unknown): Promise<void> {
    try {
      const { participant } = connection
      const result = isPrivate(body)
        ? await this.#apart.command(participant, body, this.barrier(connection) === undefined)
        : await this.#session.command(participant, body)
      if (result) connection.result(result)
      else connection.close('malformed')
    } catch (error) {
      this.#parts.log.error({ board: this.#board, err: error }, 'A command failed')
      connection.close('unavailable')
    }
  }

  /** The session as a participant with `role` is told it now. */
  told(role: Role): Session {
    const { people, connections } = this.#host
    return people.session(connections, this.#session.run, this.#parts.clock.now(), role)
  }

  /** The message that tells it. */
  frame(role: Role): Uint8Array {
    return encodeJson(101, this.told(role))
  }

  /** Soon, and once for all that changes meanwhile; later when many are here, because everyone is told of everyone. */
  tell(): void {
    if (this.#cancel || this.#stopped) return
    const { connections } = this.#host
    const delay = Math.min(1_000, 20 + 2 * connections.size)
    this.#cancel = this.#parts.clock.after(delay, () => {
      this.#cancel = undefined
      const frames = new Map<Role, Outgoing>()
      for (const connection of connections) {
        if (connection.dialect !== 'rapport') continue
        const { role } = connection.participant
        const frame = frames.get(role) ?? new Outgoing(this.frame(role))
        frames.set(role, frame)
        connection.send(frame)
      }
    })
  }

  /** Looks at the store again, because another node may have changed something. */
  refresh(): Promise<void> {
    return this.#session.refresh()
  }

  /** Makes up for what was left half done when a server stopped. */
  async finish(): Promise<void> {
    await this.#session.finish()
    await this.#apart.finish()
  }

  /** Nobody is told anything more. */
  stop(): void {
    this.#stopped = true
    this.#cancel?.()
  }
}
