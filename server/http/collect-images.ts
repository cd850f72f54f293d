import type { Rooms } from '../rooms/rooms.ts'
import type { BoardStore } from '../store/store.ts'

interface Boards {
  store: Pick<BoardStore, 'boards' | 'images' | 'markImages' | 'dropImages' | 'load' | 'versions'>
  rooms: Pick<Rooms, 'versionState'>
}

/** Is told of a board with which something went wrong while the others go on. */
export type BoardFault = (board: string, error: unknown) => void

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
 * Notes which of the board's images nothing shows at `now` (ms since 1970), neither it, nor a version of it, nor `also`, and drops
 * those that nothing has shown since `before`; returns how many. Nothing is decoded: an id stands in a document as it is, and what
 * was deleted counts until it is compacted.
 */
export async function collectImages(
  boards: Boards,
  board: string,
  { now, before, also }: { now: number; before: number; also?: Uint8Array },
): Promise<number> {
  const { store } = boards
  const images = await store.images(board)
  if (images.length === 0) return 0
  const unused = new Set(images.map(({ id }) => id))
  const keep = ({ buffer, byteOffset, byteLength }: Uint8Array): void => {
    const bytes = Buffer.from(buffer, byteOffset, byteLength)
    for (const id of unused) if (bytes.includes(id)) unused.delete(id)
  }
  if (also) keep(also)
  for await (const content of contentsOf(boards, board)) keep(content)
  await store.markImages(board, [...unused], now)
  const over = images.filter(
    ({ id, unusedSince }) => unused.has(id) && unusedSince !== null && unusedSince < before,
  )
  if (over.length > 0) {
    const ids = over.map(({ id }) => id)
    await store.dropImages(board, ids, before)
  }
  return over.length
}

/** Drops the images of all boards that nothing has shown for `UNUSED_FOR` before `now`, as far as was looked; returns how many, and tells `failed` of boards that it can't look at. */
export async function collectAllImages(
  boards: Boards,
  now: number,
  failed: BoardFault,
): Promise<number> {
  let dropped = 0
  for (const { id } of await boards.store.boards()) {
    try {
      dropped += await collectImages(boards, id, { now, before: now - UNUSED_FOR })
    } catch (error) {
      failed(id, error)
    }
  }
  return dropped
}
