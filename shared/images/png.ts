import type { Bytes, FoundImage } from './bytes.ts'

/** Chunks that make the still picture; words, dates, places, films and compressed profiles are left out. */
const kept = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'cHRM',
  'gAMA',
  'sBIT',
  'sRGB',
  'bKGD',
  'pHYs',
])

/** The picture in a PNG file; undefined when the file is not whole. */
export function readPng(file: Bytes): FoundImage | undefined {
  const parts = [file.part(0, 8)]
  let at = 8
  let hasPixels = false
  if (file.u32(at) !== 13 || file.letters(at + 4, 4) !== 'IHDR') return undefined
  const [width, height] = [file.u32(16), file.u32(20)]
  for (;;) {
    const length = file.u32(at)
    const type = file.letters(at + 4, 4)
    const end = at + 12 + length
    if (length < 0 || end > file.length || (type === 'IHDR' && at > 8)) return undefined
    if (kept.has(type)) parts.push(file.part(at, end))
    hasPixels ||= type === 'IDAT'
    if (type === 'IEND') return hasPixels ? { width, height, parts } : undefined
    at = end
  }
}
