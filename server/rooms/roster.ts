import type { Erased } from '../../shared/board/erase-name.ts'
import type { BoardStore } from '../store/store.ts'
import type { Connection } from './connection.ts'
import type { People } from './people.ts'
import { inTurns } from './turns.ts'

/** What reading a board's people anew needs of its room. */
interface RosterHost {
  people: People
  connections: ReadonlySet<Connection>
  /** row and people are as the store has them now, and who was removed is cut off; `erased`: names that went meanwhile */
  updated(change: { erased: readonly Erased[]; wasReadOnly: boolean }): Promise<void>
}

/** Ends the connection of somebody who has no place on the board any more. */
export function cutOff(connection: Connection): void {
  connection.notice('removed')
  connection.close('unauthorised')
}

/** Keeps a room level with its board's row and with everyone who has a place on the board, as stored. */
export class Roster {
  readonly #board: string
  readonly #store: BoardStore
  readonly #host: RosterHost
  // One after the other, so that what was read first is never taken last.
  readonly #turn = inTurns(1)
  #stopped = false

  constructor(board: string, store: BoardStore, host: RosterHost) {
    this.#board = board
    this.#store = store
    this.#host = host
  }

  /** Reads the board's row and participants anew, and cuts off who was removed; nothing when there is no such board. */
  refresh(): Promise<void> {
    return this.#turn(() => this.#refreshNow())
  }

  stop(): void {
    this.#stopped = true
  }

  async #refreshNow(): Promise<void> {
    const { people, updated } = this.#host
    const [row, participants] = await Promise.all([
      this.#store.board(this.#board),
      this.#store.participants(this.#board),
    ])
    if (!row || this.#stopped) return
    const wasReadOnly = people.readOnly
    const erased = people.update(row, participants)
    this.#recast()
    await updated({ erased, wasReadOnly })
  }

  /** Gives every connection what its participant is now. */
  #recast(): void {
    for (const connection of this.#host.connections) {
      const participant = this.#host.people.find(connection.participant.id)
      if (participant) connection.participant = participant
      else cutOff(connection)
    }
  }
}
