import { fromBase64, toBase64 } from 'lib0/buffer'
import * as Y from 'yjs'
import { readImage, type PlainImage } from '../images/read-image.ts'
import { type JsonRecord } from './json-values.ts'
import { isRecord } from '../record.ts'
import { rootsOf } from './layout.ts'
import { readObject } from './object.ts'

/** The ids of the pictures that the objects of a board show, none twice. */
export function imageIdsIn(doc: Y.Doc): Set<string> {
  const ids = new Set<string>()
  for (const [id, map] of rootsOf(doc).objects as Y.Map<unknown>) {
    if (!(map instanceof Y.Map)) continue
    const { type, fields } = readObject(id, map)
    const { image } = fields
    if (type === 'image' && typeof image === 'string' && image !== '') ids.add(image)
  }
  return ids
}

/** Pictures as a board's file holds them under `images`: by id, each with its type and its bytes in base64. */
export const imagesToJson = (
  images: Iterable<{ id: string; type: string; bytes: Uint8Array }>,
): JsonRecord =>
  Object.fromEntries(
    [...images]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, type, bytes }) => [id, { type, data: toBase64(bytes) }]),
  )

/** The pictures of a board's file by their ids there, and the ids of those that can't be read. */
export function jsonToImages(json: unknown): {
  images: ReadonlyMap<string, PlainImage>
  broken: readonly string[]
} {
  const images = new Map<string, PlainImage>()
  const broken: string[] = []
  const entries = isRecord(json) ? Object.entries(json) : []
  for (const [id, value] of entries) {
    const data = isRecord(value) ? value['data'] : undefined
    const isCoded = typeof data === 'string' && /^[A-Za-z0-9+/]*={0,2}$/.test(data)
    const image = isCoded && data.length % 4 === 0 ? readImage(fromBase64(data)) : undefined
    if (image?.ok) images.set(id, image.value)
    else broken.push(id)
  }
  return { images, broken }
}
