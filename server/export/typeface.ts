import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type Font } from 'fontkit'
import { assert } from '../../shared/assert.ts'
import type { Weight } from '../../shared/text/measure.ts'

/** The family name of the typeface, as a style in Word or SVG asks for it. */
export const FAMILY = 'Atkinson Hyperlegible Next'

const names: Readonly<Record<Weight, string>> = {
  400: '400Regular',
  600: '600SemiBold',
  700: '700Bold',
}

const { resolve } = createRequire(import.meta.url)

/** The path of the TTF file of a weight. */
export const fontPath = (weight: Weight): string =>
  resolve(
    `@expo-google-fonts/atkinson-hyperlegible-next/${names[weight]}/AtkinsonHyperlegibleNext_${names[weight]}.ttf`,
  )

/** The bytes of the TTF file of a weight. */
export const fontBytes = (weight: Weight): Buffer => readFileSync(fontPath(weight))

let regular: Font | undefined
const known = new Map<number, boolean>()

/** Whether the typeface has a glyph for a code point; all its weights have the same. */
export function hasGlyph(code: number): boolean {
  const answer = known.get(code)
  if (answer !== undefined) return answer
  if (!regular) {
    const font = create(fontBytes(400))
    assert('hasGlyphForCodePoint' in font, 'the typeface is one font, not a collection')
    regular = font
  }
  // The font’s table ends with a mark at U+FFFF, which is no character.
  const found = code !== 0xffff && regular.hasGlyphForCodePoint(code)
  known.set(code, found)
  return found
}
