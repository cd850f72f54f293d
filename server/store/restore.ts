import * as Y from 'yjs'
import { newId } from '../../shared/ids.ts'
import { ok, type Result } from '../../shared/result.ts'
import { restoredSession } from '../../shared/session/restored.ts'
import { readBackup, type SavedBoard, type SavedImage, type SavedVersion } from './backup-file.ts'
import type { BoardStore } from './store.ts'

/** What a restore did. */
export interface Restored {
  /** ids of boards that are there again */
  restored: string[]
  /** ids of boards that exist already and were left alone */
  kept: string[]
}

async function putBack(store: BoardStore, saved: SavedBoard): Promise<void> {
  const { board, links, participants, session, claims, document } = saved
  const state = Buffer.from(document, 'base64')
  const epoch = newId()
  await store.create({ ...board, epoch }, links, new Uint8Array(state))
  for (const participant of participants) await store.addParticipant(participant)
  if (session !== null) {
    await store.saveSession(board.id, 0, JSON.stringify(restoredSession(session)))
  }
  if (claims.length > 0) {
    const nothing = Y.encodeStateAsUpdate(new Y.Doc())
    await store.append([{ board: board.id, epoch, update: nothing, claims }])
  }
}

/** Puts an image back, whatever room its board has for more. */
async function putBackImage(
  store: BoardStore,
  { image: { board, data, ...facts } }: SavedImage,
  now: number,
): Promise<void> {
  const bytes = new Uint8Array(Buffer.from(data, 'base64'))
  await store.addImage(board, { ...facts, bytes }, now, Number.MAX_SAFE_INTEGER)
}

/** Puts a version back, however many its board may keep by now. */
async function putBackVersion(
  store: BoardStore,
  { version: { content, ...row } }: SavedVersion,
): Promise<void> {
  const bytes = new Uint8Array(Buffer.from(content, 'base64'))
  await store.addVersion(row, bytes, Number.MAX_SAFE_INTEGER)
}

/**
 * Puts the boards of a backup back, each with a new epoch so that browsers drop copies of what came after. Boards that
 * exist stay as they are unless `replace`; that needs a server that is not running. A damaged file changes nothing.
 */
export async function restore(
  store: BoardStore,
  file: string,
  { replace, now = Date.now() }: { replace: boolean; now?: number },
): Promise<Result<Restored, string>> {
  // Once to see that it is whole, and only then to take it in: all of it may be more than memory holds.
  const whole = await readBackup(file, () => Promise.resolve())
  if (!whole.ok) return whole
  const result: Restored = { restored: [], kept: [] }
  const restored = new Set<string>()
  const read = await readBackup(file, async (entry) => {
    if ('image' in entry) {
      if (restored.has(entry.image.board)) await putBackImage(store, entry, now)
      return
    }
    if ('version' in entry) {
      if (restored.has(entry.version.board)) await putBackVersion(store, entry)
      return
    }
    const { id } = entry.board
    const exists = (await store.board(id)) !== undefined
    if (exists && !replace) {
      result.kept.push(id)
      return
    }
    if (exists) await store.remove(id)
    await putBack(store, entry)
    restored.add(id)
    result.restored.push(id)
  })
  return read.ok ? ok(result) : read
}
