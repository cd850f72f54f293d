import type * as Y from 'yjs'
import { can } from '../../shared/access.ts'
import type { CloseReason } from '../../shared/protocol/close.ts'
import { encodeSaved } from '../../shared/protocol/messages.ts'
import { assert } from '../../shared/assert.ts'
import { Answers } from './answers.ts'
import { checkUpdate } from './check.ts'
import { Compactor } from './compactor.ts'
import type { Connection } from './connection.ts'
import { FanOut } from './fan-out.ts'
import { awarenessFrame, encodeClocks, syncFrame, type AwarenessEntry } from './frames.ts'
import { Inbox } from './inbox.ts'
import { SERVER } from './ledger.ts'
import type { LoadedBoard } from './load-board.ts'
import { People } from './people.ts'
import { Persister, type Batch } from './persister.ts'
import { Presence } from './presence.ts'
import { readMessage } from './read-message.ts'
import type { RoomParts } from './room-parts.ts'
import { editDocument } from './server-edit.ts'
import { Ticker } from './ticker.ts'

/** How long a client that offered something unusable is not asked for its state again, ms. */
const ASK_AGAIN = 2_000

/** A loaded board with everyone on it. It knows the document as bytes and clocks, and never holds a Y.Doc. */
export class Room {
  readonly id: string
  readonly connections = new Set<Connection>()
  readonly #parts: RoomParts
  readonly #board: LoadedBoard
  readonly #people: People
  readonly #presence = new Presence()
  readonly #inbox = new Inbox()
  readonly #persister: Persister
  readonly #fanOut: FanOut
  readonly #answers: Answers
  readonly #compactor: Compactor
  readonly #ticker: Ticker
  readonly #onGone: () => void
  /** clocks of what everyone has been given, and of what is on disk */
  readonly #relayed: Map<number, number>
  readonly #durable: Map<number, number>
  #durableBytes: Uint8Array | undefined
  /** connections whose `saved` waits until storage works again */
  readonly #owed = new Set<Connection>()
  #serverClient: number | undefined
  #lastEdit: Promise<unknown> = Promise.resolve()
  #cancelSession: (() => void) | undefined
  #closed = false

  constructor(id: string, board: LoadedBoard, parts: RoomParts, onGone: () => void) {
    this.id = id
    this.#board = board
    this.#parts = parts
    this.#onGone = onGone
    this.#people = new People(board.row, board.participants)
    this.#relayed = new Map(board.ledger.clocks)
    this.#durable = new Map(board.ledger.clocks)
    this.#persister = new Persister(id, parts, board.stored, {
      relay: (batch) => this.#relay(batch),
      durable: (batches) => this.#markDurable(batches),
      storage: (state) => {
        this.#people.storage = state
        this.#tellSession()
      },
      gone: () => this.#onGone(),
    })
    this.#compactor = new Compactor(id, board.document, this.#persister, parts)
    this.#answers = new Answers(
      board.document,
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
      !this.#compactor.isBusy
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
    this.connections.add(connection)
    if (connection.dialect === 'rapport') connection.send(this.#people.message(this.connections))
    this.#tellSession()
  }

  leave(connection: Connection): void {
    if (!this.connections.delete(connection)) return
    this.#presence.leave(connection)
    this.#fanOut.presenceChanged()
    this.#tellSession()
  }

  /** Takes one message of a connection that has joined. */
  receive(connection: Connection, bytes: Uint8Array): void {
    if (this.#closed) return
    const message = readMessage(bytes)
    switch (message?.kind) {
      case undefined:
        connection.close('malformed')
        break
      case 'step1':
        this.#answers.answer(connection, message.stateVector)
        break
      case 'update':
        this.#takeUpdate(connection, message.update, message.step2)
        break
      case 'awareness':
        this.#takePresence(connection, message.entries)
        break
      case 'query-awareness':
        if (connection.isSlow) connection.missedPresence = true
        else connection.send(awarenessFrame(this.#presence.all()))
        break
      case 'command':
        this.#refuseCommand(connection, message.body)
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
  async refresh(): Promise<void> {
    const { store } = this.#parts
    const [row, participants] = await Promise.all([
      store.board(this.id),
      store.participants(this.id),
    ])
    if (!row || this.#closed) return
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
    this.#tellSession()
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

  /** Closes every socket; nothing is taken or sent after it. */
  close(reason: CloseReason): void {
    this.#closed = true
    this.#ticker.stop()
    this.#fanOut.stop()
    this.#cancelSession?.()
    this.#persister.stop()
    for (const connection of this.connections) connection.close(reason)
    this.connections.clear()
  }

  #takeUpdate(connection: Connection, update: Uint8Array, step2: boolean): void {
    const { ledger } = this.#board
    const { participant } = connection
    connection.received += 1
    const verdict = checkUpdate(update, ledger, participant.id)
    if (verdict.kind === 'malformed') {
      connection.close('malformed')
      return
    }
    if (verdict.kind !== 'known' && (this.#people.readOnly || !can(participant.role, 'edit'))) {
      this.#parts.metrics?.refused.inc()
      connection.notice('read-only')
    } else if (verdict.kind === 'accepted') {
      this.#parts.metrics?.updates.inc()
      ledger.apply(verdict.effect)
      const claims = verdict.claims.map((clientId) => ({ clientId, participant: participant.id }))
      for (const { clientId } of claims) ledger.claim(clientId, participant.id)
      this.#inbox.add(verdict.update, verdict.effect.clocks, claims, connection)
      if (verdict.leftOut) this.#refuse(connection, step2)
    } else if (verdict.kind === 'refused') {
      this.#refuse(connection, step2)
    }
    this.#inbox.handled(connection)
    this.#ticker.request()
  }

  /** An answer to our own question is not asked for again: it would be the same. */
  #refuse(connection: Connection, step2: boolean): void {
    this.#parts.metrics?.refused.inc()
    connection.notice('refused')
    const now = this.#parts.clock.now()
    if (step2 || now < connection.askedAt + ASK_AGAIN) return
    connection.askedAt = now
    connection.send(syncFrame('step1', encodeClocks(this.#board.ledger.clocks)))
  }

  #takePresence(connection: Connection, entries: readonly AwarenessEntry[]): void {
    const taken = this.#presence.take(connection, entries, this.#board.ledger)
    if (taken === 'malformed') connection.close('malformed')
    else this.#fanOut.presenceChanged()
  }

  #refuseCommand(connection: Connection, body: unknown): void {
    const id = (body as { id?: unknown } | null)?.id
    if (typeof id === 'string') connection.result({ id, error: 'This command is not known.' })
    else connection.close('malformed')
  }

  #tick(): void {
    if (!this.#inbox.isEmpty) this.#persister.add(this.#inbox.take())
  }

  #relay({ update, clocks, authors }: Batch): void {
    if (!update) {
      this.#fanOut.edit(undefined)
      return
    }
    this.#board.document.add(update)
    this.#fanOut.edit({ update, authors, before: this.#relayed })
    for (const [client, clock] of clocks) this.#relayed.set(client, clock)
  }

  #markDurable(batches: readonly Batch[]): void {
    const told = new Set<Connection>()
    for (const { clocks, handled } of batches) {
      for (const [client, clock] of clocks) this.#durable.set(client, clock)
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
    connection.send(awarenessFrame(this.#presence.all()))
    if (!this.#persister.isFailing) this.#tellSaved(connection)
  }

  /** Soon, and once for all that changes meanwhile; later when many are here, because everyone is told of everyone. */
  #tellSession(): void {
    if (this.#cancelSession || this.#closed) return
    const delay = Math.min(1_000, 20 + 2 * this.connections.size)
    this.#cancelSession = this.#parts.clock.after(delay, () => {
      this.#cancelSession = undefined
      const frame = this.#people.message(this.connections)
      for (const connection of this.connections) {
        if (connection.dialect === 'rapport') connection.send(frame)
      }
    })
  }

  async #editNow(change: (doc: Y.Doc) => void): Promise<void> {
    const { ledger, document } = this.#board
    this.#serverClient ??= freeClientId(this.#parts.chance, (id) => ledger.owner(id) === undefined)
    const client = this.#serverClient
    const update = editDocument(document.parts(), client, change)
    if (!update) return
    const verdict = checkUpdate(update, ledger, SERVER)
    if (verdict.kind === 'known') return
    assert(verdict.kind === 'accepted' && !verdict.leftOut, 'the server’s own edit is sound')
    ledger.apply(verdict.effect)
    const claims = verdict.claims.map((clientId) => ({ clientId, participant: SERVER }))
    for (const { clientId } of claims) ledger.claim(clientId, SERVER)
    this.#inbox.add(verdict.update, verdict.effect.clocks, claims, null)
    await new Promise<void>((resolve, reject) => {
      this.#inbox.whenDone((error) => (error ? reject(error) : resolve()))
      this.#tick()
    })
  }
}

/** A random client id that `isFree`. A new one for each time a room is loaded, so that a lost edit's clocks are never used twice. */
function freeClientId(chance: () => number, isFree: (id: number) => boolean): number {
  for (;;) {
    const id = Math.floor(chance() * 2 ** 32)
    if (isFree(id)) return id
  }
}
