import type { Rooms } from '../rooms/rooms.ts'
import type { BoardStore } from '../store/store.ts'

interface Boards {
  store: Pick<BoardStore, 'boards' | 'images' | 'dropImages' | 'load' | 'versions'>
  rooms: Pick<Rooms, 'versionState'>
}

/** How long an image that no object shows is kept, ms: it may be on somebody's clipboard, or come back by their undo. */
export const UNUSED_FOR = 7 * 86_400_000

/** Every document in which an image may be shown: the board as stored, and its versions. One after the other. */
async function* contentsOf({ store, rooms }: Boards, board: string): AsyncGenerator<Uint8Array> {
  const { snapshot, updates } = await store.load(board)
  if (snapshot) yield snapshot
  yield* updates
  for (const { id } of await store.versions(board)) {
    const content = await rooms.versionState(board, id)
    if (content) yield content
  }
}

/**
 * Drops the board's images that were put there before `before` (ms since 1970) and that neither it, nor a version of it, nor `also`
 * speaks of; returns how many. Nothing is decoded: an id stands in a document as it is, and what was deleted counts until it
 * is compacted.
 */
export async function collectImages(
  boards: Boards,
  board: string,
  before: number,
  also?: Uint8Array,
): Promise<number> {
  const { store } = boards
  const old = (await store.images(board)).filter(({ addedAt }) => addedAt < before)
  const unused = new Set(old.map(({ id }) => id))
  const keep = ({ buffer, byteOffset, byteLength }: Uint8Array): void => {
    const bytes = Buffer.from(buffer, byteOffset, byteLength)
    for (const id of unused) if (bytes.includes(id)) unused.delete(id)
  }
  if (also) keep(also)
  if (unused.size === 0) return 0
  for await (const content of contentsOf(boards, board)) keep(content)
  await store.dropImages(board, [...unused], before)
  return unused.size
}

/** Drops the images of all boards that nobody has shown for `UNUSED_FOR` before `now`; returns how many. */
export async function collectAllImages(boards: Boards, now: number): Promise<number> {
  let dropped = 0
  for (const { id } of await boards.store.boards()) {
    dropped += await collectImages(boards, id, now - UNUSED_FOR)
  }
  return dropped
}
