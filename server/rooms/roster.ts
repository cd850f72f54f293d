import type { BoardRow, BoardStore, ParticipantRow } from '../store/store.ts'
import type { Connection } from './connection.ts'
import type { People } from './people.ts'

/** A board's row and everyone who has a place on it, as stored; undefined when there is no such board. */
export async function readRoster(
  board: string,
  store: BoardStore,
): Promise<{ row: BoardRow; participants: ParticipantRow[] } | undefined> {
  const [row, participants] = await Promise.all([store.board(board), store.participants(board)])
  return row && { row, participants }
}

/** Ends the connection of somebody who has no place on the board any more. */
export function cutOff(connection: Connection): void {
  connection.notice('removed')
  connection.close('unauthorised')
}

/** Gives every connection what its participant is now, and cuts off who was removed. */
export function recast(connections: Iterable<Connection>, people: People): void {
  for (const connection of connections) {
    const participant = people.find(connection.participant.id)
    if (participant) connection.participant = participant
    else cutOff(connection)
  }
}
