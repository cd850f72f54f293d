import { hasGlyph } from '../text/measure.ts'

/** What stands for a character that the typeface lacks: seen by everyone, mistaken for nothing else. */
export const MISSING = '◊'

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const ordinary = /^[\n\u0020-\u007e\u00a0-\u00ac\u00ae-\u017f‘’“”–—…•]*$/

/** Text without what no file format may hold: control characters, lone surrogates, non-characters. Line ends become \n. */
export function clean(text: string): string {
  return text
    .replaceAll(/\r\n?|\u2028|\u2029|\u0085|\u000b|\u000c/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(/[\p{Cc}\p{Cs}\ufffd\ufffe\uffff\ufff9-\ufffb]/gu, (c) => (c === '\n' ? c : ''))
}

/** `clean` text on one line: line ends and runs of spaces are one space. */
export const oneLine = (text: string): string => clean(text).replaceAll(/\s+/g, ' ').trim()

/** A document value as clean text without blanks around it; empty for what is no text. */
export const textIn = (value: unknown): string =>
  typeof value === 'string' ? clean(value).trim() : ''

const similar: Readonly<Record<string, string>> = {
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '–',
  '\u2015': '—',
  '\u2030': ' per mille',
  '\u2032': '’',
  '\u2033': '”',
  '\u2190': '<-',
  '\u2192': '->',
  '\u2194': '<->',
  '\u25cf': '•',
  '\u00ad': '',
}

const has = (text: string): boolean => [...text].every((c) => hasGlyph(c.codePointAt(0)!))

function drawable(grapheme: string): string {
  if (has(grapheme)) return grapheme
  const near = similar[grapheme]
  if (near !== undefined) return near
  if (/^\s$/u.test(grapheme)) return ' '
  if (/^[\p{Cf}\p{M}]+$/u.test(grapheme)) return ''
  const folded = grapheme.normalize('NFKC')
  if (has(folded)) return folded
  return MISSING
}

/** Text in glyphs of the typeface; `missing` counts the characters that it lacks, each of which shows as `MISSING`. */
export function toGlyphs(text: string): { text: string; missing: number } {
  if (ordinary.test(text)) return { text, missing: 0 }
  const whole = text.normalize('NFC')
  if (has(whole.replaceAll('\n', ''))) return { text: whole, missing: 0 }
  let missing = 0
  let result = ''
  for (const { segment } of graphemes.segment(whole)) {
    if (segment === '\n') {
      result += segment
      continue
    }
    const drawn = drawable(segment)
    if (drawn === MISSING && segment !== MISSING) missing++
    result += drawn
  }
  return { text: result, missing }
}
