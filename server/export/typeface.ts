import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
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
