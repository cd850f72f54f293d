import { lookAt, readImage } from '../../shared/images/read-image.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { t } from '../words/t.ts'

/** The longest side of an image as it is kept, in pixels: sharp across a big screen. */
const LONGEST = 2560
/** More pixels than this could take more memory than a tablet has. */
const MOST_PIXELS = 64_000_000
/** Larger files are no pictures of a workshop, bytes. */
const MOST_BYTES = 60_000_000
/** A file up to this size goes as it is, once its metadata is off; bytes. */
const SMALL = 1_500_000

const TABLES = /\.(json|csv|tsv|xlsx|graphml|gexf)$/i

function notTaken(name: string): string {
  if (TABLES.test(name)) return t('To bring in a board or a table, use More, then Import.')
  return t('“{name}” is no image that a board takes: it takes PNG, JPEG, GIF and WebP.', { name })
}

const damaged = (name: string): string =>
  t('“{name}” can’t be read: it is damaged or not whole.', { name })

const decoded = async (file: Blob): Promise<ImageBitmap | undefined> => {
  try {
    return await createImageBitmap(file)
  } catch (error) {
    if (error instanceof DOMException) return undefined
    throw error
  }
}

function canvasOf(bitmap: ImageBitmap, longest: number): CanvasRenderingContext2D {
  const shrink = Math.min(1, longest / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * shrink))
  canvas.height = Math.max(1, Math.round(bitmap.height * shrink))
  const context = canvas.getContext('2d')
  if (!context) throw new Error('this browser offers no 2D canvas')
  context.imageSmoothingQuality = 'high'
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  return context
}

/** Whether something shows through the picture, as far as a small copy of it tells. */
function isClear(bitmap: ImageBitmap): boolean {
  const context = canvasOf(bitmap, 64)
  const { width, height } = context.canvas
  return context
    .getImageData(0, 0, width, height)
    .data.some((value, i) => i % 4 === 3 && value < 255)
}

const written = (canvas: HTMLCanvasElement, type: string, quality: number): Promise<Blob | null> =>
  new Promise((resolve) => {
    canvas.toBlob(resolve, type, quality)
  })

/** The picture written anew: without metadata, upright, still, and no larger than a board needs. */
async function rewritten(bitmap: ImageBitmap, type: string): Promise<Blob | undefined> {
  const clear = type !== 'image/jpeg' && isClear(bitmap)
  for (const longest of [LONGEST, LONGEST / 2, LONGEST / 4]) {
    const { canvas } = canvasOf(bitmap, longest)
    // Drawings and writing stay sharp as PNG, where that is not far larger.
    const png = type === 'image/jpeg' ? null : await written(canvas, 'image/png', 1)
    if (png && png.size <= SMALL) return png
    const jpeg = clear ? null : await written(canvas, 'image/jpeg', 0.88)
    if (jpeg && (!png || jpeg.size < png.size / 2)) return jpeg
    if (png && png.size < 4 * SMALL) return png
  }
  return undefined
}

/** A file as the board's server is given it to keep, without what it says of people, dates and places; or why it can't be. */
export async function prepareImage(file: File): Promise<Result<Blob, string>> {
  const { name } = file
  if (file.size > MOST_BYTES) {
    return fail(t('“{name}” is larger than {n} MB.', { name, n: MOST_BYTES / 1_000_000 }))
  }
  const bytes = new Uint8Array(await file.arrayBuffer())
  const seen = lookAt(bytes)
  if (!seen.ok) {
    if (seen.error === 'broken') return fail(damaged(name))
    if (seen.error === 'unknown') return fail(notTaken(name))
    return fail(t('“{name}” is an SVG drawing. Those can hold scripts; save it as PNG.', { name }))
  }
  const { type, width, height } = seen.value
  if (width * height > MOST_PIXELS) {
    return fail(
      t('“{name}” has {n} million pixels; {most} million are the most. Save it smaller.', {
        name,
        n: Math.round((width * height) / 1_000_000),
        most: MOST_PIXELS / 1_000_000,
      }),
    )
  }
  const bitmap = await decoded(new Blob([bytes], { type }))
  if (!bitmap) return fail(damaged(name))
  const plain = type === 'image/webp' ? undefined : readImage(bytes)
  const isFine = plain?.ok === true && Math.max(width, height) <= LONGEST
  const asItIs = isFine && plain.value.bytes.length <= SMALL
  const blob = asItIs
    ? new Blob([new Uint8Array(plain.value.bytes)], { type })
    : await rewritten(bitmap, type)
  bitmap.close()
  return blob ? ok(blob) : fail(damaged(name))
}
