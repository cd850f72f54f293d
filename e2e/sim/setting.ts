import * as Y from 'yjs'
import type { BoardStore, ParticipantRow } from '../../server/store/store.ts'
import type { Role } from '../../shared/access.ts'
import { addObjects } from '../../shared/board/commands.ts'
import { rootsOf } from '../../shared/board/layout.ts'

/** The one board of the simulation. */
export const BOARD = 'b1'

/** A client id of the document that the board was made with. */
const FOUNDER = 1

/** Everyone who may be there; chance decides how many of them are. */
export const cast: readonly { name: string; role: Role }[] = [
  { name: 'asha', role: 'partner' },
  { name: 'ben', role: 'partner' },
  { name: 'olu', role: 'observer' },
  { name: 'vic', role: 'observer' },
  { name: 'fay', role: 'facilitator' },
  { name: 'chidi', role: 'partner' },
  { name: 'eve', role: 'partner' },
]

/** Puts a board with a few things on it and these people into the store; gives their rows by name. */
export async function found(
  store: BoardStore,
  people: readonly { name: string; role: Role }[],
): Promise<Map<string, ParticipantRow>> {
  const doc = new Y.Doc()
  doc.clientID = FOUNDER
  rootsOf(doc).board.set('title', 'Place board')
  const types = ['organisation', 'organisation', 'note', 'frame']
  const at: [number, number] = [0, 0]
  addObjects(
    doc,
    types.map((type, index) => ({ id: `f${index}`, type, at })),
    null,
  )
  const row = { id: BOARD, title: 'T', epoch: 'e1', readOnly: false, createdAt: 1, changedAt: 1 }
  await store.create(row, [], Y.encodeStateAsUpdate(doc))
  const rows = new Map<string, ParticipantRow>()
  for (const { name, role } of people) {
    const participant: ParticipantRow = {
      id: `p-${name}`,
      board: BOARD,
      link: `l-${role}`,
      name,
      role,
      organisation: null,
      tokenHash: name,
      joinedAt: 1,
      removedAt: null,
      waiting: null,
    }
    rows.set(name, participant)
    await store.addParticipant(participant)
  }
  return rows
}
