import type { BoardRow, BoardStore, ParticipantRow, StoredSession } from '../store/store.ts'
import { StoreError } from '../store/store-error.ts'
import { BoardDocument } from './document.ts'
import type { Folder } from './folder.ts'
import { Ledger } from './ledger.ts'

/** A board as a room needs it. */
export interface LoadedBoard {
  row: BoardRow
  participants: ParticipantRow[]
  session: StoredSession
  document: BoardDocument
  ledger: Ledger
  stored: { epoch: string; seq: number; rows: number; bytes: number }
}

/** Reads a board from the store; rejects when any part of it can't be read. */
export async function loadBoard(
  id: string,
  store: BoardStore,
  folder: Folder,
): Promise<LoadedBoard> {
  const [row, participants, session, stored] = await Promise.all([
    store.board(id),
    store.participants(id),
    store.session(id),
    store.load(id),
  ])
  if (!row) throw new StoreError('unknown-board', `There is no board ${id}.`)
  const log = stored.updates
  const parts = stored.snapshot ? [stored.snapshot, ...log] : log
  if (parts.length === 0) throw new StoreError('unreadable', `Board ${id} has no document.`)
  const folded = await folder.fold(parts)
  return {
    row,
    participants,
    session,
    document: new BoardDocument(folder, folded),
    ledger: new Ledger(folded.stateVector, folded.deletes, stored.claims),
    stored: {
      epoch: stored.epoch,
      seq: stored.seq,
      rows: log.length,
      bytes: log.reduce((sum, update) => sum + update.length, 0),
    },
  }
}
