import type { Connection } from './connection.ts'

/** For so long a message is not judged by how slowly it comes in, ms. */
const GRACE = 5_000

/**
 * Bounds what the connections of a server together hold of large messages: those that are still coming in, and those that
 * wait or are taken in pieces. Where there is no room, a connection is cut and comes back by itself: the one whose message
 * has come in most slowly, so that nobody keeps others out by stalling, or the newest while all are new.
 */
export class SyncBudget {
  readonly #most: number
  readonly #now: () => number
  /** bytes of each unfinished message, and since when it has been coming in; the newest last */
  readonly #coming = new Map<Connection, { bytes: number; since: number }>()
  #bytes = 0

  /** `most` in bytes, `now` in ms. */
  constructor(most: number, now: () => number) {
    this.#most = most
    this.#now = now
  }

  /** So many bytes of a message that isn't complete have come in. */
  coming(connection: Connection, bytes: number): void {
    const known = this.#coming.get(connection) ?? { bytes: 0, since: this.#now() }
    this.#bytes += bytes - known.bytes
    this.#coming.set(connection, { ...known, bytes })
    this.#makeRoom()
  }

  /** The connection's message is complete, or nothing more of it will come. */
  came(connection: Connection): void {
    this.#bytes -= this.#coming.get(connection)?.bytes ?? 0
    this.#coming.delete(connection)
  }

  /** Keeps so many bytes of a complete message until they are released; false when there is no room for them. */
  hold(bytes: number): boolean {
    this.#bytes += bytes
    this.#makeRoom()
    if (this.#bytes <= this.#most) return true
    this.#bytes -= bytes
    return false
  }

  release(bytes: number): void {
    this.#bytes -= bytes
  }

  #makeRoom(): void {
    while (this.#bytes > this.#most) {
      const loser = this.#slowest() ?? [...this.#coming.keys()].at(-1)
      if (!loser) return
      this.came(loser)
      loser.cut('unavailable')
    }
  }

  #slowest(): Connection | undefined {
    let slowest: Connection | undefined
    let least = Infinity
    for (const [connection, { bytes, since }] of this.#coming) {
      const time = this.#now() - since
      if (time < GRACE || bytes / time >= least) continue
      slowest = connection
      least = bytes / time
    }
    return slowest
  }
}
