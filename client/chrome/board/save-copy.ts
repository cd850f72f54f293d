import type * as Y from 'yjs'
import { imageIdsIn, imagesToJson } from '../../../shared/board/json-images.ts'
import { boardToJson } from '../../../shared/board/json.ts'
import { readImage } from '../../../shared/images/read-image.ts'
import type { Pictures } from '../../model/pictures.ts'

/** A name that every file system takes. */
const fileName = (title: string, ending: string): string =>
  `${
    title
      .replace(/[^\p{L}\p{N} _-]+/gu, '')
      .trim()
      .slice(0, 80) || 'board'
  }.${ending}`

/** Hands a file to the browser to save. */
export function download(file: Blob, title: string, ending: string): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = fileName(title, ending)
  link.click()
  // The browser reads the address after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** How long the images may take that this window doesn't have, ms. */
const IMAGES_WITHIN = 8_000

interface FoundImage {
  id: string
  type: string
  bytes: Uint8Array
}

async function imageOf(pictures: Pictures, id: string): Promise<FoundImage | undefined> {
  const late = new Promise<undefined>((resolve) => {
    setTimeout(resolve, IMAGES_WITHIN)
  })
  const file = await Promise.race([pictures.file(id).catch(() => undefined), late])
  const read = file && readImage(new Uint8Array(await file.arrayBuffer()))
  return read?.ok ? { id, type: read.value.type, bytes: read.value.bytes } : undefined
}

/**
 * Saves the whole document as this window has it, unsaved changes and the images that can be had included, as a Rapport file.
 * Resolves to how many images it is without.
 */
export async function saveCopy(
  doc: Y.Doc,
  title: string,
  pictures: Pictures | undefined,
): Promise<number> {
  const board = boardToJson(doc)
  const ids = [...imageIdsIn(doc)]
  const found = await Promise.all(pictures ? ids.map((id) => imageOf(pictures, id)) : [])
  const images = found.filter((image) => image !== undefined)
  const whole = { ...board, ...(images.length > 0 && { images: imagesToJson(images) }) }
  const text = JSON.stringify(whole, null, 2)
  download(new Blob([text], { type: 'application/json' }), title, 'rapport.json')
  return ids.length - images.length
}
