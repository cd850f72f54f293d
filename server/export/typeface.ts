import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Face } from '../../shared/paper/faces.ts'
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

const others: Readonly<
  Record<Exclude<Face, 'own'>, { name: string; path(style: string): string }>
> = {
  sans: {
    name: 'Noto Sans',
    path: (style) => resolve(`@expo-google-fonts/noto-sans/${style}/NotoSans_${style}.ttf`),
  },
  hebrew: {
    name: 'Noto Sans Hebrew',
    path: (style) =>
      resolve(`@expo-google-fonts/noto-sans-hebrew/${style}/NotoSansHebrew_${style}.ttf`),
  },
  arabic: {
    name: 'Noto Sans Arabic',
    path: (style) =>
      resolve(`@expo-google-fonts/noto-sans-arabic/${style}/NotoSansArabic_${style}.ttf`),
  },
  emoji: {
    name: 'Noto Emoji',
    path: (style) => resolve(`@expo-google-fonts/noto-emoji/${style}/NotoEmoji_${style}.ttf`),
  },
}

/** The path of the TTF file of a weight of any of a paper’s typefaces. */
export const facePath = (face: Face, weight: Weight): string =>
  face === 'own' ? fontPath(weight) : others[face].path(names[weight])

/** The name by which a painter asks for a typeface. */
export const familyName = (face: Face): string => (face === 'own' ? FAMILY : others[face].name)

/** The bytes of the TTF file of a weight. */
export const fontBytes = (weight: Weight): Buffer => readFileSync(fontPath(weight))
