import type { Bytes, FoundImage } from './bytes.ts'

const MARK = 0xff
const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
const COMMENT = 0xfe

/** The ways of coding that browsers show: baseline, extended and progressive. */
const frames = [0xc0, 0xc1, 0xc2]

const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

const ORIENTATION = 0x0112

/** Whether an Exif segment whose TIFF header is at `start` says that the picture is to be turned. */
function isTurned(file: Bytes, start: number, end: number): boolean {
  const little = file.letters(start, 2) === 'II'
  const first = start + file.u32(start + 4, little)
  const count = file.u16(first, little)
  for (let entry = 0; entry < count; entry++) {
    const at = first + 2 + entry * 12
    if (at + 12 > end) return false
    if (file.u16(at, little) === ORIENTATION) return file.u16(at + 8, little) > 1
  }
  return false
}

/** Whether an application's segment is needed to show the picture in its colours. */
function isNeeded(file: Bytes, marker: number, at: number): boolean {
  if (marker === 0xe0) return file.letters(at, 5) === 'JFIF\0'
  if (marker === 0xe2) return file.letters(at, 12) === 'ICC_PROFILE\0'
  return marker === 0xee && file.letters(at, 5) === 'Adobe'
}

/** Where the coded pixels that begin at `from` end: at a marker that belongs to the file, or at its end. */
function afterPixels(file: Bytes, from: number): number {
  let at = file.all.indexOf(MARK, from)
  while (at >= 0) {
    const next = file.u8(at + 1)
    const isPixel = next === 0 || next === MARK || (next >= 0xd0 && next <= 0xd7)
    if (!isPixel) return at
    at = file.all.indexOf(MARK, at + 1)
  }
  return file.length
}

/** The picture in a JPEG file; undefined when its pixels never begin. One that breaks off is shown as far as it goes. */
export function readJpeg(file: Bytes): FoundImage | undefined {
  const parts = [file.part(0, 2)]
  let found: { width: number; height: number } | undefined
  let turned = false
  let hasPixels = false
  let at = 2
  const done = (): FoundImage | undefined =>
    found && hasPixels ? { ...found, parts, ...(turned && { turned }) } : undefined
  for (;;) {
    while (file.u8(at) === MARK && file.u8(at + 1) === MARK) at++
    const marker = file.u8(at + 1)
    if (file.u8(at) !== MARK || marker === EOI || marker < 0) {
      parts.push(new Uint8Array([MARK, EOI]))
      return done()
    }
    if (marker === SOI) return undefined
    const length = file.u16(at + 2)
    const end = at + 2 + length
    if (length < 2 || end > file.length) {
      parts.push(new Uint8Array([MARK, EOI]))
      return done()
    }
    if (isFrame(marker)) {
      if (!frames.includes(marker) || found) return undefined
      found = { height: file.u16(at + 5), width: file.u16(at + 7) }
    }
    if (marker === 0xe1 && file.letters(at + 4, 6) === 'Exif\0\0') {
      turned ||= isTurned(file, at + 10, end)
    }
    const isSaid = marker === COMMENT || (marker >= 0xe0 && marker <= 0xef)
    if (!isSaid || isNeeded(file, marker, at + 4)) parts.push(file.part(at, end))
    at = end
    if (marker === SOS) {
      const after = afterPixels(file, at)
      hasPixels ||= after > at
      parts.push(file.part(at, after))
      at = after
    }
  }
}
