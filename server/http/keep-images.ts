import type { PlainImage } from '../../shared/images/read-image.ts'
import { limits } from '../../shared/limits.ts'
import { imageId } from '../image-id.ts'
import type { ImportIssue } from '../import/import.ts'
import type { BoardStore } from '../store/store.ts'

/** The most that an image may have, and all of a board together. */
interface Room {
  /** ms since 1970 */
  now: number
  /** bytes of all images of the board */
  most: number
}

/** Keeps the images of an imported file on its board; returns what is to be said of those that were left out. */
export async function keepImages(
  store: Pick<BoardStore, 'addImage'>,
  board: string,
  images: ReadonlyMap<string, PlainImage> = new Map(),
  { now, most }: Room,
): Promise<ImportIssue[]> {
  const issues: ImportIssue[] = []
  for (const [id, image] of images) {
    const field = `images.${id}`
    const isLarge = image.width * image.height > limits.imagePixels
    if (isLarge || imageId(image.bytes) !== id) {
      issues.push({ field, detail: 'This image is not what the file says; it is left out.' })
    } else if (!(await store.addImage(board, { id, ...image }, now, most))) {
      issues.push({ field, detail: 'The board has no room for this image; it is left out.' })
    }
  }
  return issues
}
