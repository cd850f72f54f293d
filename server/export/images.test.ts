import type { ExportFormat } from '../../shared/exchange/export-formats.ts'
import { Resvg } from '@resvg/resvg-js'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addObjects } from '../../shared/board/commands.ts'
import { samples } from '../../shared/images/fixtures/samples.ts'
import { readImage } from '../../shared/images/read-image.ts'
import { imageId } from '../image-id.ts'
import type { StoredImage } from '../store/store.ts'
import { renderExport } from './render.ts'

const stored = (bytes: Uint8Array): StoredImage => {
  const read = readImage(bytes)
  if (!read.ok) throw new Error(read.error)
  return { id: imageId(read.value.bytes), ...read.value }
}
const jpeg = stored(samples.jpeg)
const png = stored(samples.png)
// Its chunks are whole, its pixels are not.
const broken: StoredImage = {
  ...png,
  id: 'broken',
  bytes: png.bytes.map((byte, i) => (i > 41 && i < 80 ? 7 : byte)),
}

/** A board whose images lie side by side, 300 × 200 each. */
function boardWith(...ids: readonly string[]): Y.Doc {
  const doc = new Y.Doc()
  const news = ids.map((image, i) => ({
    type: 'image',
    at: [i * 300, 0] as const,
    size: [300, 200] as const,
    fields: { image, alt: `A red barn, number ${i + 1}` },
  }))
  addObjects(doc, news, 'test')
  return doc
}

async function exported(
  format: ExportFormat,
  doc: Y.Doc,
  images: readonly StoredImage[],
): Promise<Buffer> {
  const made = await renderExport({
    format,
    state: Y.encodeStateAsUpdate(doc),
    images,
    title: 'Barns',
    generatedAt: new Date(0),
  })
  if (!made.ok) throw new Error(made.error.detail)
  return Buffer.from(made.value.bytes)
}

const isRed = ([r = 0, g = 0, b = 0]: readonly number[]): boolean => r > 180 && g < 90 && b < 90

/** The colour at a share of the way across a PNG, half-way down. */
function colourAt(bytes: Buffer, share: number): number[] {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="100"><image width="400" height="100" preserveAspectRatio="none" href="data:image/png;base64,${bytes.toString('base64')}"/></svg>`
  const { pixels } = new Resvg(svg).render()
  const at = (400 * 60 + Math.round(400 * share)) * 4
  return [...pixels.subarray(at, at + 3)]
}

describe('an image on the board', () => {
  const doc = boardWith(jpeg.id, broken.id, png.id, 'never there')
  const images = [jpeg, broken, png]

  test('is in the SVG, and words stand for one that is missing', async () => {
    const svg = (await exported('svg', doc, images)).toString()
    expect(svg).toContain(
      `href="data:image/jpeg;base64,${Buffer.from(jpeg.bytes).toString('base64')}"`,
    )
    expect(svg).not.toContain('number 1<')
    expect(svg).toContain('number 4<')
  })

  test('is in the PNG, and words stand for one that can’t be read', async () => {
    const bytes = await exported('png', doc, images)
    expect([0.15, 0.63].map((share) => isRed(colourAt(bytes, share)))).toEqual([true, true])
    expect([0.35, 0.8].map((share) => isRed(colourAt(bytes, share)))).toEqual([false, false])
  })

  test('is in the PDF, a JPEG as it is, and the same board gives the same bytes', async () => {
    const bytes = await exported('pdf', doc, images)
    expect(bytes.includes(Buffer.from(jpeg.bytes))).toBe(true)
    expect(bytes.toString('latin1').match(/\/Subtype \/Image/g)).toHaveLength(2)
    expect((await exported('pdf', doc, images)).equals(bytes)).toBe(true)
  })

  test('is on the map of the Word paper', async () => {
    const map = async (of: readonly StoredImage[]): Promise<Buffer> => {
      const files = unzipSync(await exported('docx', doc, of))
      const [, media] = Object.entries(files).find(([name]) => name.startsWith('word/media/')) ?? []
      return Buffer.from(media ?? [])
    }
    expect((await map(images)).equals(await map([]))).toBe(false)
  })

  test('goes with the board’s file if an object shows it', async () => {
    const file = JSON.parse((await exported('json', boardWith(jpeg.id), images)).toString()) as {
      images: Record<string, { type: string; data: string }>
    }
    expect(Object.keys(file.images)).toEqual([jpeg.id])
    expect(Buffer.from(file.images[jpeg.id]?.data ?? '', 'base64')).toEqual(Buffer.from(jpeg.bytes))
  })
})
