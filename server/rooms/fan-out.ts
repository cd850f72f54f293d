import type { Clock } from '../clock.ts'
import type { Connection } from './connection.ts'
import { awarenessFrame, encodeClocks, syncFrame } from './frames.ts'
import { Outgoing } from './outgoing.ts'
import type { Presence } from './presence.ts'
import { Ticker } from './ticker.ts'

/** How often a slow connection is looked at, ms. */
const LOOK_AGAIN = 50

/** An update on its way to everyone but its sole author. */
export interface Edit {
  update: Uint8Array
  authors: ReadonlySet<Connection | null>
  /** the board's clocks without it */
  before: ReadonlyMap<number, number>
}

/** What a board's fan-out needs of its room. */
export interface FanOutParts {
  connections: ReadonlySet<Connection>
  presence: Presence
  clock: Clock
  /** ms between two rounds of presence */
  presencePace(): number
  /** an edit is on its way to the disk, and presence may go out with it */
  isEditDue(): boolean
  catchUp(connection: Connection, stateVector: Uint8Array): void
}

/** Gives a board's connections what is new: framed once for all, one write to each, and less instead of a queue to a slow reader. */
export class FanOut {
  readonly #parts: FanOutParts
  readonly #ticker: Ticker
  #presenceDue = false
  #looking = false

  constructor(parts: FanOutParts) {
    this.#parts = parts
    this.#ticker = new Ticker(
      parts.clock,
      () => parts.presencePace(),
      () => {
        // One write for both; but a disk that hangs must not hold presence back with the edit.
        if (parts.isEditDue() && !this.#presenceDue) {
          this.#presenceDue = true
          this.#ticker.request()
        } else this.#round(undefined, true)
      },
    )
  }

  /** Sends everyone the presence that changed, at its pace. */
  presenceChanged(): void {
    this.#ticker.request()
  }

  /** Sends an edit, and with it the presence that is due or nearly so; without an edit, what waited for one. */
  edit(edit: Edit | undefined): void {
    const withPresence = this.#presenceDue || (edit !== undefined && this.#ticker.isHalfway)
    if (withPresence) this.#ticker.ran()
    this.#round(edit, withPresence)
  }

  stop(): void {
    this.#ticker.stop()
  }

  #round(edit: Edit | undefined, withPresence: boolean): void {
    if (withPresence) this.#presenceDue = false
    const presence = withPresence ? this.#takePresence() : undefined
    if (!edit && !presence) return
    const update = edit && syncFrame('update', edit.update)
    const editAlone = update && new Outgoing(update)
    const presenceAlone = presence && new Outgoing(presence.message)
    const both = update && presence && new Outgoing(update, presence.message)
    const soleAuthor = edit?.authors.size === 1 ? [...edit.authors][0] : undefined
    let behindAt: Uint8Array | undefined
    for (const connection of this.#parts.connections) {
      const getsEdit = edit !== undefined && connection.live && connection !== soleAuthor
      const getsPresence =
        presence !== undefined && connection.joined && connection !== presence.author
      if (!getsEdit && !getsPresence) continue
      if (connection.isSlow) {
        if (getsPresence) connection.missedPresence = true
        if (getsEdit) {
          connection.live = false
          connection.behindAt = behindAt ??= encodeClocks(edit.before)
        }
        this.#lookAgain()
        continue
      }
      const outgoing = getsEdit ? (getsPresence ? both : editAlone) : presenceAlone
      if (outgoing) connection.send(outgoing)
    }
  }

  #takePresence(): { message: Uint8Array; author: Connection | null } | undefined {
    const { entries, author } = this.#parts.presence.takeChanges()
    return entries.length > 0 ? { message: awarenessFrame(entries), author } : undefined
  }

  #lookAgain(): void {
    if (this.#looking) return
    this.#looking = true
    this.#parts.clock.after(LOOK_AGAIN, () => {
      this.#looking = false
      for (const connection of this.#parts.connections) this.#look(connection)
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
      if (missedPresence) connection.send(awarenessFrame(this.#parts.presence.all()))
      connection.behindAt = undefined
      if (behindAt) this.#parts.catchUp(connection, behindAt)
    }
  }
}
