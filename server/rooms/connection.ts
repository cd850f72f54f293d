import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { close, type CloseReason } from '../../shared/protocol/close.ts'
import type { Dialect } from '../../shared/protocol/dialects.ts'
import { encodeJson } from '../../shared/protocol/messages.ts'
import type { Notice, ResultMessage } from '../../shared/protocol/session.ts'
import type { Clock } from '../clock.ts'
import type { ParticipantRow } from '../store/store.ts'
import { Allowance } from './allowance.ts'
import type { RelayLimits } from './options.ts'
import { Outgoing } from './outgoing.ts'
import type { Lane } from './lane.ts'

/** How long a closing handshake may take before the socket is cut, ms. */
const CLOSE_TIMEOUT = 3_000

/** One socket of one participant: what it has been given, how far it got, and whether it keeps up. */
export class Connection {
  readonly dialect: Dialect
  /** which presence it gets, and whether messages may be packed for it */
  readonly lane: Lane
  participant: ParticipantRow
  /** sync messages (step 2 and update) that have come in */
  received = 0
  /** the first of them that are handled: on disk, or refused with a notice */
  handled = 0
  /** how many joined the board before it since it was loaded */
  order = 0
  /** has been given the board and who is on it */
  joined = false
  /** gets updates as they come; false until its first answer and while it catches up */
  live = false
  /** the state vector that it got as far as before it stopped being live */
  behindAt: Uint8Array | undefined
  /** missed presence while it was slow */
  missedPresence = false
  /** the client id under which it shows its presence */
  presenceId: number | undefined
  /** the newest sync step 1 that waits for its answer, and whether one is under way */
  asked: Uint8Array | undefined
  answering = false

  readonly #socket: WebSocket
  readonly #stream: Duplex | undefined
  readonly #limits: RelayLimits
  readonly #clock: Clock
  #waitingBefore = 0
  #stillSince: number
  #alive = true
  readonly #messages: Allowance
  readonly #bytes: Allowance

  constructor(
    socket: WebSocket,
    participant: ParticipantRow,
    dialect: Dialect,
    limits: RelayLimits,
    clock: Clock,
    { stream, packs = false }: { stream?: Duplex; packs?: boolean } = {},
  ) {
    this.#socket = socket
    this.#stream = stream
    this.participant = participant
    this.dialect = dialect
    this.lane = packs ? 'packed' : 'plain'
    this.#limits = limits
    this.#clock = clock
    this.#messages = new Allowance(limits.messageBurst, limits.messagesPerSecond, clock)
    this.#bytes = new Allowance(limits.bytesBurst, limits.bytesPerSecond, clock)
    this.#stillSince = clock.now()
    socket.on('pong', () => {
      this.#alive = true
    })
  }

  get isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN
  }

  /** bytes that the network hasn't taken yet */
  get #waiting(): number {
    return this.#stream ? this.#stream.writableLength : this.#socket.bufferedAmount
  }

  /** Too much waits in the socket for anything that can be left out or caught up on. */
  get isSlow(): boolean {
    return this.#waiting > this.#limits.bufferedSoft
  }

  /** Sends messages in one write; `sent` is called when the last has left for the network or never will. */
  send(message: Uint8Array | Outgoing, sent?: () => void): void {
    if (!this.isOpen) {
      sent?.()
      return
    }
    const outgoing = message instanceof Outgoing ? message : new Outgoing(message)
    if (this.#stream) {
      this.#stream.write(outgoing.frames, sent && (() => sent()))
      return
    }
    const { messages } = outgoing
    for (const [index, bytes] of messages.entries()) {
      const isLast = index === messages.length - 1
      this.#socket.send(bytes, { binary: true }, () => isLast && sent?.())
    }
  }

  /** Sends a result or notice to a client that knows the dialect. */
  result(message: ResultMessage): void {
    if (this.dialect === 'rapport') this.send(encodeJson(103, message))
  }

  notice(notice: Notice): void {
    this.result({ notice })
  }

  /** Takes a message of so many bytes out of this connection's allowance; false when it is used up. */
  allow(bytes: number): boolean {
    return this.#messages.take(1) && this.#bytes.take(bytes)
  }

  /** Takes what counts for so many messages out of this connection's allowance; false when it is used up. */
  afford(messages: number): boolean {
    return this.#messages.take(messages)
  }

  /** Whether the socket takes nothing any more, or too much waits in it: it has to go, comes back by itself and catches up. */
  isStuck(): boolean {
    const waiting = this.#waiting
    const now = this.#clock.now()
    if (!this.isSlow || waiting < this.#waitingBefore) this.#stillSince = now
    this.#waitingBefore = waiting
    return waiting > this.#limits.bufferedHard || now - this.#stillSince > this.#limits.slowFor
  }

  /** Pings; cuts a socket that has not answered the ping before. */
  checkAlive(): void {
    if (!this.#alive) {
      this.#socket.terminate()
      return
    }
    this.#alive = false
    if (this.isOpen) this.#socket.ping()
  }

  /** Ends a connection whose allowance is used up; its participant may come back. */
  overdrawn(): void {
    this.notice('rate-limited')
    this.close('tooMany')
  }

  /** Closes without waiting for the other end, of which nothing more is read. */
  cut(reason: CloseReason): void {
    this.close(reason)
    this.#socket.terminate()
  }

  close(reason: CloseReason): void {
    if (!this.isOpen) return
    this.#socket.close(close[reason].code, reason)
    const cancel = this.#clock.after(CLOSE_TIMEOUT, () => this.#socket.terminate())
    this.#socket.once('close', cancel)
  }
}
