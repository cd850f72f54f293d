import * as Y from 'yjs'
import { can } from '../../shared/access.ts'
import type { CloseReason } from '../../shared/protocol/close.ts'
import { limits as sharedLimits } from '../../shared/limits.ts'
import { encodeSaved } from '../../shared/protocol/messages.ts'
import { assert } from '../../shared/assert.ts'
import type { Clock } from '../clock.ts'
import type { RelayMetrics } from '../metrics.ts'
import type { BoardStore } from '../store/store.ts'
import { checkUpdate } from './check.ts'
import type { Connection } from './connection.ts'
import { FanOut } from './fan-out.ts'
import type { Folder } from './folder.ts'
import { awarenessFrame, encodeClocks, syncFrame, type AwarenessEntry } from './frames.ts'
import { Inbox } from './inbox.ts'
import { SERVER } from './ledger.ts'
import type { LoadedBoard } from './load-board.ts'
import type { Log, RelayLimits } from './options.ts'
import { People } from './people.ts'
import { Persister, type Batch } from './persister.ts'
import { Presence } from './presence.ts'
import { readMessage } from './read-message.ts'
import { editDocument } from './server-edit.ts'
import { Ticker } from './ticker.ts'

/** What every room of a server shares. */
export interface RoomParts {
  store: BoardStore
  folder: Folder
  clock: Clock
  log: Log
  limits: RelayLimits
  metrics: RelayMetrics | undefined
  /** ms between two ticks of a room with so many people */
  tickOf(people: number): number
}

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
  #compacting = false
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
    this.#fanOut = new FanOut(this.connections, this.#presence, parts.clock, (connection, from) =>
      this.#answer(connection, from),
    )
    this.#ticker = new Ticker(
      parts.clock,
      () => parts.tickOf(this.connections.size),
      () => this.#tick(),
    )
  }

  /** Nobody is here and everything is on disk. */
  get isIdle(): boolean {
    return (
      this.connections.size === 0 &&
      this.#inbox.isEmpty &&
      this.#persister.isIdle &&
      !this.#compacting
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
    this.#ticker.request()
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
        this.#answer(connection, message.stateVector)
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

  /** Folds the log into a snapshot if it has grown, or if `always` and there is any log. */
  async compact(always: boolean): Promise<void> {
    const { folder, store, limits, log } = this.#parts
    const persister = this.#persister
    const due = persister.rows >= limits.compactUpdates || persister.bytes >= limits.compactBytes
    if (this.#compacting || persister.rows === 0 || !(due || always) || this.#closed) return
    this.#compacting = true
    const { document } = this.#board
    const parts = document.parts()
    const { version } = document
    const { seq, rows, bytes } = persister
    try {
      const compacted = await folder.compact(parts)
      if (!compacted) throw new Error('The document did not take in all of its log.')
      await store.compact(this.id, compacted.state, seq)
      if (version === document.version) document.replace(compacted, parts.length)
    } catch (error) {
      log.error({ board: this.id, err: error }, 'Compaction failed; the log stays')
    } finally {
      // After a failure too: the next try is due when the log has grown as much again.
      persister.rows -= rows
      persister.bytes -= bytes
      this.#compacting = false
    }
  }

  /** Closes every socket; nothing is taken or sent after it. */
  close(reason: CloseReason): void {
    this.#closed = true
    this.#ticker.stop()
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
    for (const { clientId, clock, state } of entries) {
      // Stock clients repeat what they were told of others; only a connection's own state counts.
      if (clientId !== connection.presenceId && !this.#adopt(connection, clientId, state)) continue
      if (state.length > sharedLimits.presenceBytes) {
        connection.notice('too-large')
        continue
      }
      let parsed: unknown
      try {
        parsed = JSON.parse(state)
      } catch {
        parsed = undefined
      }
      if (typeof parsed !== 'object' || Array.isArray(parsed)) {
        connection.close('malformed')
        return
      }
      this.#presence.set(connection, clientId, clock, parsed)
      this.#ticker.request()
    }
  }

  /** Whether the id becomes the one under which the connection shows its presence: its first that is nobody else's. */
  #adopt(connection: Connection, clientId: number, state: string): boolean {
    const { ledger } = this.#board
    if (connection.presenceId !== undefined || state === 'null') return false
    const owner = ledger.owner(clientId)
    if (owner !== undefined && owner !== connection.participant.id) return false
    // The same document on a second socket: its first one is dead and does not know it yet.
    this.#presence.holder(clientId)?.close('replaced')
    ledger.reserve(clientId, connection.participant.id)
    connection.presenceId = clientId
    return true
  }

  #refuseCommand(connection: Connection, body: unknown): void {
    const id = (body as { id?: unknown } | null)?.id
    if (typeof id === 'string') connection.result({ id, error: 'This command is not known.' })
    else connection.close('malformed')
  }

  #tick(): void {
    this.#fanOut.presence()
    if (!this.#inbox.isEmpty) this.#persister.add(this.#inbox.take())
  }

  #relay({ update, clocks, authors }: Batch): void {
    if (!update) return
    this.#board.document.add(update)
    this.#fanOut.update(update, authors, this.#relayed)
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
    void this.compact(false)
  }
  #tellSaved(connection: Connection): void {
    if (connection.dialect !== 'rapport' || !connection.joined) return
    this.#durableBytes ??= encodeClocks(this.#durable)
    connection.send(encodeSaved({ stateVector: this.#durableBytes, messages: connection.handled }))
  }

  /** One answer at a time is under way for a connection; of several questions meanwhile the last one counts. */
  #answer(connection: Connection, stateVector: Uint8Array): void {
    connection.asked = stateVector
    if (connection.answering) return
    connection.answering = true
    this.#answerAll(connection).catch((error: unknown) => {
      this.#parts.log.error({ board: this.id, err: error }, 'A board could not be sent')
      connection.close('unavailable')
    })
  }

  async #answerAll(connection: Connection): Promise<void> {
    while (connection.asked && connection.isOpen) {
      const { asked } = connection
      connection.asked = undefined
      let sent: Promise<void> | undefined
      await this.#board.document.answer(asked, (frames) => {
        const [first, ...rest] = frames
        assert(first, 'an answer has a frame')
        sent = new Promise((resolve) => connection.send(first, resolve))
        for (const frame of rest) connection.send(frame)
        connection.live = true
        connection.behindAt = undefined
        if (!connection.joined) this.#welcome(connection)
      })
      await sent
    }
    connection.answering = false
  }

  #welcome(connection: Connection): void {
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
    this.#serverClient ??= freeClientId((id) => ledger.owner(id) === undefined)
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
function freeClientId(isFree: (id: number) => boolean): number {
  for (;;) {
    const id = Math.floor(Math.random() * 2 ** 32)
    if (isFree(id)) return id
  }
}
