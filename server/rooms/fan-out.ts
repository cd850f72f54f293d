import type { Clock } from '../clock.ts'
import type { Connection } from './connection.ts'
import { awarenessFrame, encodeClocks, syncFrame } from './frames.ts'
import type { Presence } from './presence.ts'

/** How often a slow connection is looked at, ms. */
const LOOK_AGAIN = 50

/** Gives a board's connections what is new: each frame is made once, and a slow reader gets less instead of a queue. */
export class FanOut {
  readonly #connections: ReadonlySet<Connection>
  readonly #presence: Presence
  readonly #clock: Clock
  readonly #catchUp: (connection: Connection, stateVector: Uint8Array) => void
  #looking = false

  constructor(
    connections: ReadonlySet<Connection>,
    presence: Presence,
    clock: Clock,
    catchUp: (connection: Connection, stateVector: Uint8Array) => void,
  ) {
    this.#connections = connections
    this.#presence = presence
    this.#clock = clock
    this.#catchUp = catchUp
  }

  /** Sends an update to everyone but its sole author; `before` is the board's clocks without it. */
  update(
    update: Uint8Array,
    authors: ReadonlySet<Connection | null>,
    before: ReadonlyMap<number, number>,
  ): void {
    const frame = syncFrame('update', update)
    let behindAt: Uint8Array | undefined
    for (const connection of this.#connections) {
      if (!connection.live || (authors.size === 1 && authors.has(connection))) continue
      if (connection.isSlow) {
        behindAt ??= encodeClocks(before)
        connection.live = false
        connection.behindAt = behindAt
        this.#lookAgain()
      } else {
        connection.send(frame)
      }
    }
  }

  /** Sends everyone the presence that changed since the last call. */
  presence(): void {
    const { entries, author } = this.#presence.takeChanges()
    if (entries.length === 0) return
    const frame = awarenessFrame(entries)
    for (const connection of this.#connections) {
      if (!connection.joined || connection === author) continue
      if (connection.isSlow) {
        connection.missedPresence = true
        this.#lookAgain()
      } else {
        connection.send(frame)
      }
    }
  }

  #lookAgain(): void {
    if (this.#looking) return
    this.#looking = true
    this.#clock.after(LOOK_AGAIN, () => {
      this.#looking = false
      for (const connection of this.#connections) this.#look(connection)
    })
  }

  #look(connection: Connection): void {
    const { behindAt, missedPresence } = connection
    if (!connection.isOpen || (!behindAt && !missedPresence)) return
    if (connection.isStuck()) {
      connection.close('tooSlow')
    } else if (connection.isSlow) {
      this.#lookAgain()
    } else {
      connection.missedPresence = false
      if (missedPresence) connection.send(awarenessFrame(this.#presence.all()))
      connection.behindAt = undefined
      if (behindAt) this.#catchUp(connection, behindAt)
    }
  }
}
