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

const families: Readonly<
  Record<Exclude<Face, 'own'>, readonly [folder: string, file: string, name: string]>
> = {
  sans: ['noto-sans', 'NotoSans', 'Noto Sans'],
  hebrew: ['noto-sans-hebrew', 'NotoSansHebrew', 'Noto Sans Hebrew'],
  arabic: ['noto-sans-arabic', 'NotoSansArabic', 'Noto Sans Arabic'],
  emoji: ['noto-emoji', 'NotoEmoji', 'Noto Emoji'],
}

/** The path of the TTF file of a weight of any of a paper’s typefaces. */
export function facePath(face: Face, weight: Weight): string {
  if (face === 'own') return fontPath(weight)
  const [folder, file] = families[face]
  return resolve(`@expo-google-fonts/${folder}/${names[weight]}/${file}_${names[weight]}.ttf`)
}

/** The name by which a painter asks for a typeface. */
export const familyName = (face: Face): string => (face === 'own' ? FAMILY : families[face][2])

/** The bytes of the TTF file of a weight. */
export const fontBytes = (weight: Weight): Buffer => readFileSync(fontPath(weight))
