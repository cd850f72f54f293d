import type { Answers } from './answers.ts'
import type { Connection } from './connection.ts'
import type { Edits } from './edits.ts'
import type { FanOut } from './fan-out.ts'
import type { Ledger } from './ledger.ts'
import type { Presence } from './presence.ts'
import { readMessage } from './read-message.ts'
import type { RoomSession } from './room-session.ts'

/** The parts of a room that messages are for. */
interface Takers {
  answers: Answers
  edits: Edits
  fanOut: FanOut
  ledger: Ledger
  presence: Presence
  session: RoomSession
  presenceChanged(): void
}

/** Gives one message of a connection that has joined to the part that it is for; closes the connection when no client sends such a one. */
export function takeMessage(connection: Connection, bytes: Uint8Array, to: Takers): void {
  if (to.edits.keep(connection, bytes)) return
  const message = readMessage(bytes)
  switch (message?.kind) {
    case undefined:
      connection.close('malformed')
      break
    case 'step1':
      to.answers.answer(connection, message.stateVector)
      break
    case 'update':
      to.edits.take(connection, message.update, message.step2)
      break
    case 'awareness':
      to.presence.take(connection, message.entries, to.ledger)
      to.presenceChanged()
      break
    case 'query-awareness':
      to.fanOut.presenceAsked(connection)
      break
    case 'command':
      void to.session.command(connection, message.body)
      break
    case 'ignored':
      break
  }
}
