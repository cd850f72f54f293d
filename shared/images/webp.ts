import type { Bytes, FoundImage } from './bytes.ts'

const HAS_ALPHA = 0x10
const MOVES = 0x02

/** The size that a coded picture gives of itself; undefined for one that can't be read. */
function coded(file: Bytes, type: string, at: number): readonly [number, number] | undefined {
  if (type === 'VP8 ') {
    const isKey = (file.u8(at) & 1) === 0 && file.letters(at + 3, 3) === '\x9d\x01\x2a'
    return isKey ? [file.u16(at + 6, true) & 0x3fff, file.u16(at + 8, true) & 0x3fff] : undefined
  }
  if (file.u8(at) !== 0x2f) return undefined
  const bits = file.u32(at + 1, true)
  return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1]
}

/** The chunk that says what a picture with transparency has, without what is left out. */
function extended(file: Bytes, at: number): Uint8Array {
  const chunk = file.all.slice(at, at + 18)
  chunk[8] = (chunk[8] ?? 0) & HAS_ALPHA
  return chunk
}

function wrapped(parts: readonly Uint8Array[]): Uint8Array {
  const header = new Uint8Array(12)
  const length = parts.reduce((sum, part) => sum + part.length, 4)
  header.set([0x52, 0x49, 0x46, 0x46], 0)
  new DataView(header.buffer).setUint32(4, length, true)
  header.set([0x57, 0x45, 0x42, 0x50], 8)
  return header
}

/** The picture in a WebP file; undefined when it is not whole. */
export function readWebp(file: Bytes): FoundImage | undefined {
  const whole = file.u32(4, true) + 8
  if (whole > file.length) return undefined
  const parts: Uint8Array[] = []
  let canvas: readonly [number, number] | undefined
  let at = 12
  while (at + 8 <= whole) {
    const type = file.letters(at, 4)
    const length = file.u32(at + 4, true)
    const end = at + 8 + length + (length % 2)
    if (at + 8 + length > file.length) return undefined
    if (type === 'VP8X') {
      if (length < 10) return undefined
      const three = (from: number): number => file.u16(from, true) + (file.u8(from + 2) << 16) + 1
      canvas = [three(at + 12), three(at + 15)]
      if ((file.u8(at + 8) & MOVES) !== 0) {
        return { width: canvas[0], height: canvas[1], parts: [], moves: true }
      }
      parts.push(extended(file, at))
    }
    if (type === 'ALPH') parts.push(file.part(at, end))
    if (type === 'VP8 ' || type === 'VP8L') {
      const size = coded(file, type, at + 8)
      if (!size) return undefined
      parts.push(file.part(at, end))
      return {
        width: Math.max(size[0], canvas?.[0] ?? 0),
        height: Math.max(size[1], canvas?.[1] ?? 0),
        parts: [wrapped(parts), ...parts],
      }
    }
    at = end
  }
  return undefined
}
