import { hasGlyph } from '../text/measure.ts'
import { faceOf } from './faces.ts'

/** What stands for a character that the typefaces lack: seen by everyone, mistaken for nothing else. */
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
  '\u2713': '\u2714',
  '\u2717': '\u2716',
  '\u2718': '\u2716',
  '\u00ad': '',
}

const has = (text: string): boolean => [...text].every((c) => hasGlyph(c.codePointAt(0)!))

/** Marks that only say which way text runs. */
const direction = /^[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+$/

/** One character of clean text as the typefaces of a paper can show it: as it is, as its like, as nothing, or as `MISSING`. */
export function drawable(grapheme: string): string {
  if (has(grapheme) || direction.test(grapheme)) return grapheme
  if (/^[\p{Cf}\p{M}]+$/u.test(grapheme)) return ''
  const near = similar[grapheme]
  if (near !== undefined) return near
  const folded = grapheme.normalize('NFKC')
  if (has(folded)) return folded
  if (faceOf(grapheme)) return grapheme
  if (/^\s$/u.test(grapheme)) return ' '
  return faceOf(folded) ? folded : MISSING
}

/** The characters of a text, each with what is combined with it. */
export const charactersOf = (text: string): string[] =>
  Array.from(graphemes.segment(text), ({ segment }) => segment)

/** Whether the first typeface has all of a text, so that it can be set letter by letter from left to right. */
export const isPlain = (text: string): boolean =>
  ordinary.test(text) || has(text.replaceAll('\n', ''))

/** Text in glyphs of the typefaces; `missing` counts the characters that they lack, each of which shows as `MISSING`. */
export function toGlyphs(text: string): { text: string; missing: number } {
  const whole = ordinary.test(text) ? text : text.normalize('NFC')
  if (isPlain(whole)) return { text: whole, missing: 0 }
  let missing = 0
  let result = ''
  for (const character of charactersOf(whole)) {
    const drawn = character === '\n' ? character : drawable(character)
    if (drawn === MISSING && character !== MISSING) missing++
    result += drawn
  }
  return { text: result, missing }
}
