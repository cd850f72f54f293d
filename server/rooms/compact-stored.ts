import type { BoardStore } from '../store/store.ts'
import type { RoomParts } from './room-parts.ts'

/** How long one node may take to compact a board before another one tries, ms. */
export const COMPACT_WITHIN = 30_000

/** Runs `task` while `node` alone may compact the board; false, with nothing run, when another node is at it. */
export async function compactAlone(
  store: Pick<BoardStore, 'lease' | 'release'>,
  node: string,
  board: string,
  task: () => Promise<void>,
): Promise<boolean> {
  const key = `compact:${board}`
  if (!(await store.lease(key, node, COMPACT_WITHIN))) return false
  try {
    await task()
  } finally {
    await store.release(key, node)
  }
  return true
}

/**
 * Folds the log of a board as it is stored, whether it is open anywhere or not, and leaves what is appended meanwhile; false when another
 * node is at it. Rejects, with nothing changed, when the board is gone or can't be read.
 */
export async function compactStored(
  board: string,
  { store, folder, bus }: Pick<RoomParts, 'store' | 'folder' | 'bus'>,
): Promise<boolean> {
  const compactNow = async (): Promise<void> => {
    const { epoch, snapshot, updates, seq } = await store.load(board)
    // Another node has just done it.
    if (updates.length === 0) return
    const compacted = await folder.compact(snapshot ? [snapshot, ...updates] : updates)
    if (!compacted) throw new Error('The document did not take in all of its log.')
    await store.compact(board, { epoch, snapshot: compacted.state, upTo: seq })
  }
  if (bus) return compactAlone(store, bus.node, board, compactNow)
  await compactNow()
  return true
}
