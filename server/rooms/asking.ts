import type { Clock } from '../clock.ts'
import type { Connection } from './connection.ts'

/** How long a client that offered something unusable is not asked for its state again, ms; doubles while that is in vain. */
const ASK_FIRST = 2_000
const ASK_MOST = 64_000

interface Waiting {
  delay: number
  /** not asked again before this time */
  notBefore: number
  /** to be asked at that time; otherwise only once something has changed */
  due: boolean
}

/**
 * Remembers from whom something was not taken that may be usable later, and asks them for their state: at once when an
 * update leaves a gap, and again whenever something new has come that may fill it.
 */
export class Asking {
  readonly #clock: Clock
  readonly #ask: (connection: Connection) => void
  readonly #waiting = new Map<Connection, Waiting>()
  #cancel: (() => void) | undefined

  constructor(clock: Clock, ask: (connection: Connection) => void) {
    this.#clock = clock
    this.#ask = ask
  }

  /** Something was refused. An answer to our own question would be the same if it were asked again at once. */
  refused(connection: Connection, isAnswer: boolean): void {
    const waiting = this.#waiting.get(connection) ?? { delay: ASK_FIRST, notBefore: 0, due: false }
    this.#waiting.set(connection, waiting)
    if (!isAnswer) waiting.due = true
    this.#schedule()
  }

  /** A whole answer of the connection was taken. */
  settled(connection: Connection): void {
    this.#waiting.delete(connection)
  }

  /** Something new has come, from `author` or, if null, by other means. */
  changed(author: Connection | null): void {
    if (this.#waiting.size === 0) return
    for (const [connection, waiting] of this.#waiting) if (connection !== author) waiting.due = true
    this.#schedule()
  }

  /** What kept everyone's edits out is over: nobody has to wait. */
  again(): void {
    for (const waiting of this.#waiting.values()) waiting.notBefore = 0
    this.changed(null)
  }

  stop(): void {
    this.#cancel?.()
    this.#cancel = undefined
    this.#waiting.clear()
  }

  #schedule(): void {
    let next = Infinity
    for (const { due, notBefore } of this.#waiting.values())
      if (due) next = Math.min(next, notBefore)
    this.#cancel?.()
    this.#cancel = undefined
    if (next === Infinity) return
    const wait = next - this.#clock.now()
    if (wait <= 0) this.#askAll()
    else {
      this.#cancel = this.#clock.after(wait, () => {
        this.#cancel = undefined
        this.#askAll()
      })
    }
  }

  #askAll(): void {
    const now = this.#clock.now()
    for (const [connection, waiting] of this.#waiting) {
      if (!waiting.due || waiting.notBefore > now) continue
      waiting.due = false
      waiting.notBefore = now + waiting.delay
      waiting.delay = Math.min(ASK_MOST, 2 * waiting.delay)
      this.#ask(connection)
    }
    this.#schedule()
  }
}
