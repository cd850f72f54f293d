import { joined } from '../bytes.ts'
import { fail, ok, type Result } from '../result.ts'
import { Bytes, type FoundImage } from './bytes.ts'
import { readGif } from './gif.ts'
import { readJpeg } from './jpeg.ts'
import { readPng } from './png.ts'
import { readWebp } from './webp.ts'

/** The kinds of pictures that a board takes. */
export const imageTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const
/** The media type of a picture that a board takes. */
export type ImageType = (typeof imageTypes)[number]

/** A picture as a board keeps it: one still picture, without a word, date or place that the file may have held beside it. */
export interface PlainImage {
  type: ImageType
  /** pixels */
  width: number
  height: number
  bytes: Uint8Array
}

/** Why a file is no picture at all: an SVG drawing (which may hold scripts), another kind of file, or damaged. */
export type LookFault = 'drawing' | 'unknown' | 'broken'

/** Why a file is no picture that a board keeps; `turned`: it is upright only by what is said beside it; `moves`: it is a film. */
export type ImageFault = LookFault | 'turned' | 'moves'

const readers: Record<ImageType, (file: Bytes) => FoundImage | undefined> = {
  'image/png': readPng,
  'image/jpeg': readJpeg,
  'image/gif': readGif,
  'image/webp': readWebp,
}

/** What the first bytes say a file is, whatever it is called; undefined for anything but a picture that a board takes. */
function typeOf(file: Bytes): ImageType | undefined {
  if (file.letters(0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png'
  if (file.u16(0) === 0xffd8 && file.u8(2) === 0xff) return 'image/jpeg'
  if (/^GIF8[79]a$/.test(file.letters(0, 6))) return 'image/gif'
  return file.letters(0, 4) === 'RIFF' && file.letters(8, 4) === 'WEBP' ? 'image/webp' : undefined
}

/** How far into a text an `<svg` is looked for. */
const SVG_WITHIN = 4_000

const isSvg = (file: Bytes): boolean =>
  // Letters between which another encoding puts zeros are still found.
  /<svg[\s>:]/i.test(file.letters(0, SVG_WITHIN).replaceAll('\0', ''))

/** What a file says of its picture, known by its bytes alone: its pixels are not decoded. */
export function lookAt(bytes: Uint8Array): Result<FoundImage & { type: ImageType }, LookFault> {
  const file = new Bytes(bytes)
  const type = typeOf(file)
  if (!type) return fail(isSvg(file) ? 'drawing' : 'unknown')
  const found = readers[type](file)
  return found && found.width > 0 && found.height > 0 ? ok({ type, ...found }) : fail('broken')
}

/** The picture in a file as a board keeps it, with nothing but what shows it. */
export function readImage(bytes: Uint8Array): Result<PlainImage, ImageFault> {
  const found = lookAt(bytes)
  if (!found.ok) return found
  const { type, width, height, parts, turned, moves } = found.value
  if (turned) return fail('turned')
  if (moves) return fail('moves')
  return ok({ type, width, height, bytes: joined(parts) })
}
