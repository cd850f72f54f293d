import { metrics, packedWidths, runs } from './widths.ts'

/** The weights of the typeface that drawings use. */
export type Weight = 400 | 600 | 700

const unpack = (packed: string): ReadonlyMap<number, number> => {
  const widths = new Map<number, number>()
  let index = 0
  for (const [first, last] of runs) {
    for (let code = first; code <= last; code++, index += 2) {
      widths.set(code, Number.parseInt(packed.slice(index, index + 2), 36))
    }
  }
  return widths
}

const tables: Readonly<Record<Weight, ReadonlyMap<number, number>>> = {
  400: unpack(packedWidths[400]),
  600: unpack(packedWidths[600]),
  700: unpack(packedWidths[700]),
}

const wide =
  /^[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]$/u
const emoji = /^\p{Extended_Pictographic}$/u
const noWidth = /^[\p{M}\p{Cf}\p{Cc}]$/u

/** Width in thousandths of an em of what the typeface lacks: another font draws it, so this leans to the wide side. */
function foreignWidth(code: number): number {
  const character = String.fromCodePoint(code)
  if (noWidth.test(character)) return 0
  if (wide.test(character) || (code >= 0x20000 && code <= 0x3ffff)) return 1000
  if (code >= 0x1f000 || emoji.test(character)) return 1300
  return 640
}

const foreign = new Map<number, number>()

// Almost all that is measured is Latin, and is looked up without a search; 0: not in the typeface.
const LATIN = 0x180
const latinOf = (weight: Weight): Uint16Array =>
  Uint16Array.from({ length: LATIN }, (_, code) => tables[weight].get(code) ?? 0)
const latin = { 400: latinOf(400), 600: latinOf(600), 700: latinOf(700) } as const

/** The advance width of one code point in thousandths of an em. */
export function advance(code: number, weight: Weight): number {
  const own = latin[weight][code]
  if (own) return own
  const known = tables[weight].get(code) ?? foreign.get(code)
  if (known !== undefined) return known
  const width = foreignWidth(code)
  foreign.set(code, width)
  return width
}

/** Whether the typeface has a glyph for a code point; all its weights have the same. */
export const hasGlyph = (code: number): boolean => tables[400].has(code)

/** The width of one line of text in world units, kerning aside (which makes the true width a trifle less). */
export function textWidth(text: string, size: number, weight: Weight): number {
  let sum = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i) ?? 0
    if (code > 0xffff) i++
    sum += advance(code, weight)
  }
  return (sum * size) / 1000
}

/** How far below the top of a line of `lineHeight` its baseline lies: every painter puts text there. */
export const baseline = (size: number, lineHeight: number): number =>
  (lineHeight + (metrics.ascent - metrics.descent) * size) / 2

/** The `y` of a single line whose capitals are to stand centred on `middle`. */
export const centredTop = (middle: number, size: number, lineHeight: number): number =>
  middle + (metrics.capHeight * size) / 2 - baseline(size, lineHeight)
