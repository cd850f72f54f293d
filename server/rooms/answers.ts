import { assert } from '../../shared/assert.ts'
import type { Connection } from './connection.ts'
import type { BoardDocument } from './document.ts'

/**
 * Brings connections up to date. One answer at a time is under way for each; of several questions meanwhile the last one
 * counts, so that questions nobody reads the answers of take no memory.
 */
export class Answers {
  readonly #document: BoardDocument
  readonly #onAnswered: (connection: Connection) => void
  readonly #onFailed: (connection: Connection, error: unknown) => void

  constructor(
    document: BoardDocument,
    onAnswered: (connection: Connection) => void,
    onFailed: (connection: Connection, error: unknown) => void,
  ) {
    this.#document = document
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
      await this.#document.answer(asked, (frames) => {
        const [first, ...rest] = frames
        assert(first, 'an answer has a frame')
        sent = new Promise((resolve) => connection.send(first, resolve))
        for (const frame of rest) connection.send(frame)
        connection.live = true
        connection.behindAt = undefined
        this.#onAnswered(connection)
      })
      await sent
    }
    connection.answering = false
  }
}
