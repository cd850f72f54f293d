import { hasGlyph } from '../text/measure.ts'
import { packedCoverage } from './coverage.ts'

/** The typefaces that a paper is set in: `own`, and those that stand in for what it lacks. */
export type Face = 'own' | keyof typeof packedCoverage

/** A first and a last code point, by turns. */
function unpack(packed: string): Uint32Array {
  let at = 0
  return Uint32Array.from(
    packed.split(' ').map((step, i) => {
      at += Number.parseInt(step, 36)
      return i % 2 === 0 ? at : at - 1
    }),
  )
}

const stands = Object.entries(packedCoverage).map(
  ([face, packed]) => [face as Exclude<Face, 'own'>, unpack(packed)] as const,
)

function isIn(bounds: Uint32Array, code: number): boolean {
  let low = 0
  let high = bounds.length / 2 - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    if (code < (bounds[middle * 2] ?? 0)) high = middle - 1
    else if (code > (bounds[middle * 2 + 1] ?? 0)) low = middle + 1
    else return true
  }
  return false
}

// They join, part or colour what stands beside them, and show nothing of their own.
const silent = /[\p{Cf}\ufe00-\ufe0f\u034f\u{e0100}-\u{e01ef}]/gu

const codesOf = (text: string): number[] =>
  Array.from(text.replaceAll(silent, ''), (character) => character.codePointAt(0) ?? 0)

/** Whether a typeface has all that is seen of a text. */
export function covers(face: Face, text: string): boolean {
  const bounds = stands.find(([name]) => name === face)?.[1]
  return codesOf(text).every((code) => (bounds ? isIn(bounds, code) : hasGlyph(code)))
}

/** The first typeface that has all of a character, what is combined with it included; undefined when none has. */
export function faceOf(grapheme: string): Face | undefined {
  const codes = codesOf(grapheme)
  if (codes.every(hasGlyph)) return 'own'
  return stands.find(([, bounds]) => codes.every((code) => isIn(bounds, code)))?.[0]
}
