// Writes shared/text/widths.ts from the typeface's own files, and shared/paper/coverage.ts from those of the others that
// papers carry: node scripts/font-metrics.mjs
import { readdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as fontkit from 'fontkit'

const root = new URL('../', import.meta.url)
const family = new URL('node_modules/@expo-google-fonts/atkinson-hyperlegible-next/', root)
const others = {
  sans: ['noto-sans/400Regular/NotoSans_400Regular.ttf', 0xa0, 0xfffd],
  hebrew: ['noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf', 0x590, 0xfdff],
  arabic: ['noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf', 0x600, 0xfefc],
  emoji: ['noto-emoji/400Regular/NotoEmoji_400Regular.ttf', 0x203c, 0x1ffff],
}
const folders = { 400: '400Regular/', 600: '600SemiBold/', 700: '700Bold/' }

const open = (folder) => {
  const path = new URL(folder, family)
  const file = readdirSync(path).find((name) => name.endsWith('.ttf'))
  return fontkit.openSync(fileURLToPath(new URL(file, path)))
}

// Up to the font's own mark at U+FFFF, which is no character. Control characters have no width to tell, and the
// per mille sign is wider than two digits do.
const ranges = [
  [0x20, 0x7e],
  [0xa0, 0x202f],
  [0x2031, 0xfffe],
]

const fonts = Object.fromEntries(Object.entries(folders).map(([w, f]) => [w, open(f)]))
const [regular] = Object.values(fonts)
if (regular.unitsPerEm !== 1000) throw new Error('the table counts in thousandths of an em')

// A range splits where the typeface has no glyph, so that the table never tells the width of a missing one.
const runs = []
for (const [first, last] of ranges) {
  let start
  for (let code = first; code <= last + 1; code++) {
    const has = code <= last && regular.hasGlyphForCodePoint(code)
    if (has && start === undefined) start = code
    if (!has && start !== undefined) {
      runs.push([start, code - 1])
      start = undefined
    }
  }
}

const packed = (font) => {
  let text = ''
  for (const [first, last] of runs) {
    for (let code = first; code <= last; code++) {
      const width = Math.round(font.glyphForCodePoint(code).advanceWidth)
      if (width >= 36 ** 2) throw new Error(`U+${code.toString(16)} is wider than two digits tell`)
      text += width.toString(36).padStart(2, '0')
    }
  }
  return text
}

const chunks = (text) => text.match(/.{1,90}/g).map((part) => `    '${part}',`)
const lines = [
  '// Written by scripts/font-metrics.mjs from the files of Atkinson Hyperlegible Next; not edited by hand.',
  '',
  '/** The typeface’s vertical measures in ems, from the baseline. */',
  `export const metrics = { ascent: ${regular.ascent / 1000}, descent: ${-regular.descent / 1000}, capHeight: ${regular.capHeight / 1000} } as const`,
  '',
  '/** First and last code point of each run of the table. */',
  `export const runs: readonly (readonly [first: number, last: number])[] = [${runs.map((r) => `[${r.map((c) => `0x${c.toString(16)}`).join(', ')}]`).join(', ')}]`,
  '',
  '/** Advance widths in thousandths of an em, run after run, two base-36 digits each. */',
  'export const packedWidths: Readonly<Record<400 | 600 | 700, string>> = {',
  ...Object.entries(fonts).flatMap(([weight, font]) => [
    `  ${weight}: [`,
    ...chunks(packed(font)),
    `  ].join(''),`,
  ]),
  '}',
  '',
]
writeFileSync(new URL('shared/text/widths.ts', root), lines.join('\n'))

const covered = ([file, from, to]) => {
  const font = fontkit.openSync(fileURLToPath(new URL(`../${file}`, family)))
  const steps = []
  let at = 0
  let start
  for (let code = from; code <= to + 1; code++) {
    const has = code <= to && font.hasGlyphForCodePoint(code)
    if (has && start === undefined) start = code
    if (has || start === undefined) continue
    steps.push((start - at).toString(36), (code - start).toString(36))
    at = code
    start = undefined
  }
  return steps.join(' ')
}

writeFileSync(
  new URL('shared/paper/coverage.ts', root),
  [
    '// Written by scripts/font-metrics.mjs from the files of the typefaces; not edited by hand.',
    '',
    '/** Which code points each typeface beside the first has: by turns how many are skipped and how many follow, base 36. */',
    'export const packedCoverage = {',
    ...Object.entries(others).flatMap(([name, font]) => [
      `  ${name}: [`,
      ...covered(font)
        .match(/.{1,88}(?: |$)/g)
        .map((part) => `    '${part.trim()}',`),
      `  ].join(' '),`,
    ]),
    '} as const',
    '',
  ].join('\n'),
)
