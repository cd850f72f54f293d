import type { Clock } from '../clock.ts'
import type { Connection } from './connection.ts'
import { encodeClocks, syncFrame } from './frames.ts'
import type { Lane } from './lane.ts'
import { Outgoing } from './outgoing.ts'
import { pack } from './pack.ts'
import type { Presence } from './presence.ts'
import { Ticker } from './ticker.ts'

/** How often a slow connection is looked at, ms. */
const LOOK_AGAIN = 50

const lanes = ['plain', 'packed'] as const satisfies readonly Lane[]

/** Messages for one lane: in one, where its clients know how to take it apart. */
function bundle(lane: Lane, ...messages: Uint8Array[]): Outgoing {
  const packed = lane === 'packed' ? pack(messages) : undefined
  return packed ? new Outgoing(packed) : new Outgoing(...messages)
}

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
  presencePace(lane: Lane): number
  /** an edit is on its way to the disk, and presence may go out with it */
  isEditDue(): boolean
  catchUp(connection: Connection, stateVector: Uint8Array): void
}

/** What one lane's connections get in one round. */
interface Load {
  edit: Outgoing | undefined
  presence: Outgoing | undefined
  both: Outgoing | undefined
  /** the one connection whose presence it is */
  author: Connection | null
}

/** Gives a board's connections what is new: framed once for all, one write to each, and less instead of a queue to a slow reader. */
export class FanOut {
  readonly #parts: FanOutParts
  readonly #tickers: Record<Lane, Ticker>
  readonly #isDue: Record<Lane, boolean> = { plain: false, packed: false }
  /** connections in each lane */
  readonly #people: Record<Lane, number> = { plain: 0, packed: 0 }
  #looking = false

  constructor(parts: FanOutParts) {
    this.#parts = parts
    const tickerOf = (lane: Lane): Ticker =>
      new Ticker(
        parts.clock,
        () => parts.presencePace(lane),
        () => this.#presenceRound(lane),
      )
    this.#tickers = { plain: tickerOf('plain'), packed: tickerOf('packed') }
  }

  joined(connection: Connection): void {
    this.#people[connection.lane] += 1
  }

  left(connection: Connection): void {
    this.#people[connection.lane] -= 1
  }

  /** Sends everyone the presence that changed, at its pace. */
  presenceChanged(): void {
    for (const lane of lanes) {
      if (this.#people[lane] > 0) this.#tickers[lane].request()
      else this.#parts.presence.dropChanges(lane)
    }
  }

  /** Sends an edit, and with it the presence that is due or nearly so; without an edit, what waited for one. */
  edit(edit: Edit | undefined): void {
    const due = lanes.filter(
      (lane) =>
        this.#isDue[lane] ||
        (edit !== undefined && this.#people[lane] > 0 && this.#tickers[lane].isNear),
    )
    for (const lane of due) this.#tickers[lane].ran()
    this.#round(edit, due)
  }

  stop(): void {
    for (const lane of lanes) this.#tickers[lane].stop()
  }

  #presenceRound(lane: Lane): void {
    // One write for both; but a disk that hangs must not hold presence back with the edit.
    if (this.#parts.isEditDue() && !this.#isDue[lane]) {
      this.#isDue[lane] = true
      this.#tickers[lane].request()
    } else this.#round(undefined, [lane])
  }

  #round(edit: Edit | undefined, due: readonly Lane[]): void {
    const update = edit && syncFrame('update', edit.update)
    const editAlone = update && new Outgoing(update)
    const loads: Partial<Record<Lane, Load>> = {}
    const loadOf = (lane: Lane): Load =>
      (loads[lane] ??= this.#load(lane, update, editAlone, due.includes(lane)))
    const soleAuthor = edit?.authors.size === 1 ? [...edit.authors][0] : undefined
    let behindAt: Uint8Array | undefined
    for (const lane of due) this.#isDue[lane] = false
    for (const connection of this.#parts.connections) {
      const load = loadOf(connection.lane)
      const getsEdit = edit !== undefined && connection.live && connection !== soleAuthor
      const getsPresence =
        load.presence !== undefined && connection.joined && connection !== load.author
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
      const outgoing = getsEdit ? (getsPresence ? load.both : load.edit) : load.presence
      if (outgoing) connection.send(outgoing)
    }
  }

  #load(
    lane: Lane,
    update: Uint8Array | undefined,
    edit: Outgoing | undefined,
    withPresence: boolean,
  ): Load {
    const changes = withPresence ? this.#parts.presence.takeChanges(lane) : undefined
    if (!changes) return { edit, presence: undefined, both: undefined, author: null }
    const { message: presence, author } = changes
    return {
      edit,
      presence: bundle(lane, presence),
      both: update && bundle(lane, update, presence),
      author,
    }
  }

  /** Gives a connection everyone's presence soon: once, however often it asks meanwhile. */
  presenceAsked(connection: Connection): void {
    connection.missedPresence = true
    this.#lookAgain()
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
      if (missedPresence) connection.send(this.#parts.presence.all())
      connection.behindAt = undefined
      if (behindAt) this.#parts.catchUp(connection, behindAt)
    }
  }
}
