import type { Clock } from '../clock.ts'
import type { Connection } from './connection.ts'
import type { BoardDocument } from './document.ts'
import type { Turn } from './turns.ts'

/** Bytes of a document from which on its answers go out a few at a time: fifty at once would hold everyone up. */
const LARGE = 200_000
const PATIENCE = 100

/**
 * Brings connections up to date. One answer at a time is under way for each; of several questions meanwhile the last one
 * counts, so that questions nobody reads the answers of take no memory.
 */
export class Answers {
  readonly #document: BoardDocument
  readonly #turn: Turn
  readonly #clock: Clock
  readonly #onAnswered: (connection: Connection) => void
  readonly #onFailed: (connection: Connection, error: unknown) => void

  constructor(
    document: BoardDocument,
    { turn, clock }: { turn: Turn; clock: Clock },
    onAnswered: (connection: Connection) => void,
    onFailed: (connection: Connection, error: unknown) => void,
  ) {
    this.#document = document
    this.#turn = turn
    this.#clock = clock
    this.#onAnswered = onAnswered
    this.#onFailed = onFailed
  }

  /** Sends what a client with `stateVector` lacks; from then on the connection is live. */
  answer(connection: Connection, stateVector: Uint8Array): void {
    connection.asked = stateVector
    if (connection.answering) return
    connection.answering = true
    this.#answerAll(connection).catch((error: unknown) => this.#onFailed(connection, error))
  }

  async #answerAll(connection: Connection): Promise<void> {
    while (connection.asked && connection.isOpen) {
      const { asked } = connection
      connection.asked = undefined
      let sent: Promise<void> | undefined
      const answer = (): Promise<void> =>
        this.#document.answer(asked, connection.lane, (frames) => {
          sent = new Promise((resolve) => {
            for (const [index, frame] of frames.entries()) {
              connection.send(frame, index === frames.length - 1 ? resolve : undefined)
            }
          })
          connection.live = true
          connection.behindAt = undefined
          this.#onAnswered(connection)
        })
      if (this.#document.size < LARGE) await answer()
      else {
        await this.#turn(async () => {
          await answer()
          await Promise.race([sent, this.#patience()])
        })
      }
      await sent
    }
    connection.answering = false
  }

  /** A slow line keeps others waiting this long and no longer. */
  #patience(): Promise<void> {
    return new Promise((resolve) => this.#clock.after(PATIENCE, resolve))
  }
}
