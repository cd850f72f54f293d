import { deflateSync } from 'node:zlib'
import type { ImageItem } from '../../shared/draw/items.ts'
import type { ExportImages, Pixels } from './images.ts'
import type { TaggedPdf } from './pdf-document.ts'

/** The pictures of one PDF, each in it once. */
export class PdfImages {
  readonly #pdf: TaggedPdf
  readonly #images: ExportImages
  readonly #embedded = new Map<string, PDFKit.EmbeddedImage | undefined>()

  constructor(pdf: TaggedPdf, images: ExportImages) {
    this.#pdf = pdf
    this.#images = images
  }

  /** Paints a picture; false, and nothing painted, where it can't be read. */
  paint({ image, x, y, width, height, opacity }: ImageItem): boolean {
    if (!this.#embedded.has(image)) this.#embedded.set(image, this.#embed(image))
    const embedded = this.#embedded.get(image)
    if (!embedded) return false
    const pdf = this.#pdf.save()
    if (opacity !== undefined) pdf.opacity(opacity)
    pdf.image(embedded, x, y, { width, height })
    pdf.restore()
    return true
  }

  #embed(id: string): PDFKit.EmbeddedImage | undefined {
    const jpeg = this.#images.jpeg(id)
    // A PDF holds JPEG as it is.
    if (jpeg) return this.#pdf.openImage(Buffer.from(jpeg))
    const pixels = this.#images.pixels(id)
    if (!pixels) return undefined
    const label = `P${this.#embedded.size}`
    return { label, width: pixels.width, height: pixels.height, obj: this.#write(pixels) }
  }

  // pdfkit's own way takes the colours apart in a thread, so that the same paper would not always give the same bytes.
  #write({ width, height, rgba }: Pixels): PDFKit.PDFKitReference {
    const count = width * height
    const colours = new Uint8Array(count * 3)
    const opacity = new Uint8Array(count)
    for (let i = 0; i < count; i++) {
      const alpha = rgba[i * 4 + 3] ?? 0
      opacity[i] = alpha
      // They come mixed with their opacity.
      for (let c = 0; c < 3; c++)
        colours[i * 3 + c] = ((rgba[i * 4 + c] ?? 0) * 255) / (alpha || 255)
    }
    const stream = (space: string, bytes: Uint8Array, more: object = {}) => {
      const reference = this.#pdf.ref({
        Type: 'XObject',
        Subtype: 'Image',
        Width: width,
        Height: height,
        BitsPerComponent: 8,
        ColorSpace: space,
        Filter: 'FlateDecode',
        ...more,
      })
      reference.end(deflateSync(bytes))
      return reference
    }
    const isSolid = opacity.every((value) => value === 255)
    return stream('DeviceRGB', colours, isSolid ? {} : { SMask: stream('DeviceGray', opacity) })
  }
}
