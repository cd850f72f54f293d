import type { Bytes, FoundImage } from './bytes.ts'

const EXTENSION = 0x21
const IMAGE = 0x2c
const END = 0x3b
const GRAPHIC_CONTROL = 0xf9

const tableSize = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1))

/** Where the sub-blocks that begin at `at` end; -1 when the file ends before. */
function afterBlocks(file: Bytes, at: number): number {
  let next = at
  for (;;) {
    const length = file.u8(next)
    if (length < 0) return -1
    next += 1 + length
    if (length === 0) return next
  }
}

/** The first picture in a GIF file; undefined when it is not whole. */
export function readGif(file: Bytes): FoundImage | undefined {
  let at = 13 + tableSize(file.u8(10))
  const parts = [file.part(0, at)]
  let control: Uint8Array | undefined
  for (;;) {
    const kind = file.u8(at)
    if (kind === EXTENSION) {
      const end = afterBlocks(file, at + 2)
      if (end < 0) return undefined
      if (file.u8(at + 1) === GRAPHIC_CONTROL) control = file.part(at, end)
      at = end
      continue
    }
    if (kind !== IMAGE) return undefined
    const [left, top] = [file.u16(at + 1, true), file.u16(at + 3, true)]
    const [width, height] = [file.u16(at + 5, true), file.u16(at + 7, true)]
    const end = afterBlocks(file, at + 10 + tableSize(file.u8(at + 9)) + 1)
    if (end < 0) return undefined
    if (control) parts.push(control)
    parts.push(file.part(at, end), new Uint8Array([END]))
    return {
      // A picture may reach beyond the screen that the file speaks of.
      width: Math.max(file.u16(6, true), left + width),
      height: Math.max(file.u16(8, true), top + height),
      parts,
    }
  }
}
