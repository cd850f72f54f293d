import type { Append } from '../store/store.ts'
import type { Connection } from './connection.ts'
import { mergeAll } from './fold.ts'
import type { Batch } from './batch.ts'

/** Collects what a board takes in until the next tick makes one batch of it. */
export class Inbox {
  #updates: Uint8Array[] = []
  #clocks = new Map<number, number>()
  #claims: { clientId: number; participant: string }[] = []
  #authors = new Set<Connection | null>()
  #handled = new Map<Connection, number>()

  get isEmpty(): boolean {
    return this.#updates.length === 0 && this.#handled.size === 0
  }

  /** The updates that wait for the next tick. */
  get updates(): readonly Uint8Array[] {
    return this.#updates
  }

  /** An accepted update; `author` null stands for the server. */
  add(
    update: Uint8Array,
    clocks: ReadonlyMap<number, number>,
    claims: Append['claims'],
    author: Connection | null,
  ): void {
    this.#updates.push(update)
    for (const [client, clock] of clocks) this.#clocks.set(client, clock)
    this.#claims.push(...claims)
    this.#authors.add(author)
  }

  /** The last sync message that came from `connection` needs nothing beyond what was added before. */
  handled(connection: Connection): void {
    this.#handled.set(connection, connection.received)
  }

  take(): Batch {
    const batch: Batch = {
      update: this.#updates.length > 0 ? mergeAll(this.#updates) : null,
      clocks: this.#clocks,
      claims: this.#claims,
      authors: this.#authors,
      handled: this.#handled,
      done: [],
    }
    this.#updates = []
    this.#clocks = new Map()
    this.#claims = []
    this.#authors = new Set()
    this.#handled = new Map()
    return batch
  }
}
