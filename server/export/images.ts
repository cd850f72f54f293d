import { Resvg } from '@resvg/resvg-js'
import type { StoredImage } from '../store/store.ts'

/** Where a painter gets a picture from: its `data:` address, or undefined where it can't be shown. */
export type Addresses = (id: string) => string | undefined

/** The pixels of a picture: four bytes each, the colours mixed with their opacity. */
export interface Pixels {
  width: number
  height: number
  rgba: Uint8Array
}

/** The most that one drawing may hold of pictures, each counted as often as it is shown: decoded pixels, and bytes as they are. */
const MOST_PIXELS = 300_000_000
const MOST_BYTES = 150_000_000

/** The longest side of a picture in a PDF, in pixels: 300 dots an inch across a page. */
const PRINTED = 3_000

const addressOf = ({ type, bytes }: StoredImage): string =>
  `data:${type};base64,${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')}`

function pixelsOf(image: StoredImage, most: number): Pixels {
  const shrink = Math.min(1, most / Math.max(image.width, image.height))
  const width = Math.max(1, Math.round(image.width * shrink))
  const height = Math.max(1, Math.round(image.height * shrink))
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" preserveAspectRatio="none" href="${addressOf(image)}"/></svg>`
  const { pixels } = new Resvg(svg, { font: { loadSystemFonts: false } }).render()
  return { width, height, rgba: pixels }
}

/** The pictures of a board as an export shows them. One that can't be read is left out, and its words stand for it. */
export class ExportImages {
  readonly #images: ReadonlyMap<string, StoredImage>
  readonly #readable = new Map<string, boolean>()

  constructor(images: readonly StoredImage[]) {
    this.#images = new Map(images.map((image) => [image.id, image]))
  }

  /** For a drawing that is shown elsewhere, by programs that know every kind of picture that a board takes. */
  asTheyAre(): Addresses {
    let left = MOST_BYTES
    return (id) => {
      const image = this.#images.get(id)
      if (!image || image.bytes.length > left) return undefined
      left -= image.bytes.length
      return addressOf(image)
    }
  }

  /** For a drawing that is painted here. */
  painted(): Addresses {
    let left = MOST_PIXELS
    return (id) => {
      const image = this.#images.get(id)
      if (!image || image.width * image.height > left || !this.#isReadable(image)) return undefined
      left -= image.width * image.height
      return addressOf(image)
    }
  }

  /** The bytes of a picture that is a JPEG and can be read; undefined for others. */
  jpeg(id: string): Uint8Array | undefined {
    const image = this.#images.get(id)
    return image?.type === 'image/jpeg' && this.#isReadable(image) ? image.bytes : undefined
  }

  /** The pixels of a picture, as many as print well; undefined where it can't be read. */
  pixels(id: string): Pixels | undefined {
    const image = this.#images.get(id)
    return image && this.#isReadable(image) ? pixelsOf(image, PRINTED) : undefined
  }

  // What can't be decoded comes out clear, without a word.
  #isReadable(image: StoredImage): boolean {
    const known = this.#readable.get(image.id)
    if (known !== undefined) return known
    const { rgba } = pixelsOf(image, 16)
    const isReadable = rgba.some((value, i) => i % 4 === 3 && value > 0)
    this.#readable.set(image.id, isReadable)
    return isReadable
  }
}

/** An export without pictures. */
export const noImages = new ExportImages([])
