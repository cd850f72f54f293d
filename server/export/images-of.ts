import type { BoardStore, StoredImage } from '../store/store.ts'

/** All pictures of a board with their bytes, in the order of their ids. */
export async function imagesOf(
  store: Pick<BoardStore, 'image' | 'images'>,
  board: string,
): Promise<StoredImage[]> {
  const images: StoredImage[] = []
  for (const { id } of await store.images(board)) {
    const image = await store.image(board, id)
    // It may have been dropped since the list was read.
    if (image) images.push(image)
  }
  return images
}
