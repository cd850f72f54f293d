import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as fontkit from 'fontkit'
import * as prng from 'lib0/prng'
import { describe, expect, test } from 'vitest'
import { breakText } from './break.ts'
import { dayInWords } from './day.ts'
import { fitText } from './fit.ts'
import { advance, textWidth, type Weight } from './measure.ts'
import { runs } from './widths.ts'
import { inEnglish } from '../words/words.ts'

const family = new URL(
  '../../node_modules/@expo-google-fonts/atkinson-hyperlegible-next/',
  import.meta.url,
)
const folders = { 400: '400Regular/', 600: '600SemiBold/', 700: '700Bold/' } as const
const weights: readonly Weight[] = [400, 600, 700]

function fontOf(weight: Weight): fontkit.Font {
  const folder = new URL(folders[weight], family)
  const file = readdirSync(folder).find((name) => name.endsWith('.ttf'))!
  return fontkit.openSync(fileURLToPath(new URL(file, folder))) as fontkit.Font
}

describe('the table of widths', () => {
  test.each(weights)('is the typeface’s own at weight %i', (weight) => {
    const font = fontOf(weight)
    const wrong: string[] = []
    for (const [first, last] of runs) {
      for (let code = first; code <= last; code++) {
        if (Math.round(font.glyphForCodePoint(code).advanceWidth) !== advance(code, weight)) {
          wrong.push(String.fromCodePoint(code))
        }
      }
    }
    expect(wrong).toEqual([])
  })

  test.each(weights)('tells a line’s length within two per cent at weight %i', (weight) => {
    const line = 'Cyngor Sir Gâr, Tŷ Ŵyn and Łódź: “Who pays after March?” – £4.2 million'
    const laid = (fontOf(weight).layout(line).advanceWidth * 16) / 1000
    const told = textWidth(line, 16, weight)
    expect(told).toBeGreaterThanOrEqual(laid - 0.01)
    expect(told).toBeLessThan(laid * 1.02)
  })

  test('gives room to what the typeface lacks, and none to what has no width', () => {
    expect(textWidth('日本', 10, 400)).toBe(20)
    expect(textWidth('👪', 10, 400)).toBeGreaterThan(10)
    expect(textWidth('e\u0301', 10, 400)).toBe(textWidth('e', 10, 400))
  })
})

const at = { size: 10, weight: 400 } as const

describe('breaking text', () => {
  test('keeps every word, in order, in lines that fit', () => {
    const text = 'Nobody knows who decides when the night shift ends, and nobody has asked.'
    const { lines, cut, split } = breakText({ text, width: 90, ...at })
    expect(lines.join(' ')).toBe(text)
    expect(lines.length).toBeGreaterThan(3)
    for (const line of lines) expect(textWidth(line, 10, 400)).toBeLessThanOrEqual(90.01)
    expect({ cut, split }).toEqual({ cut: false, split: false })
  })

  test('keeps line ends of every kind, and empty lines', () => {
    expect(breakText({ text: 'a\nb\r\n\rc\u2028d', width: 100, ...at }).lines).toEqual([
      'a',
      'b',
      '',
      'c',
      'd',
    ])
    expect(breakText({ text: '', width: 100, ...at }).lines).toEqual([''])
  })

  test('keeps the indent of the first line, and none after it', () => {
    const told = (width: number) => breakText({ text: '  a b\n  c d \n\te', width, ...at }).lines
    expect(told(100)).toEqual(['  a b', 'c d', 'e'])
    expect(told(14)).toEqual(['  a', 'b', 'c', 'd', 'e'])
  })

  test('breaks after a hyphen or a stroke before it breaks a word', () => {
    const width = textWidth('safeguarding-', 10, 400) + 1
    expect(breakText({ text: 'safeguarding-led', width, ...at }).lines).toEqual([
      'safeguarding-',
      'led',
    ])
  })

  test('breaks a word that is too long without losing a letter', () => {
    const text = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch'
    const { lines, split } = breakText({ text, width: 60, ...at })
    expect(lines.join('')).toBe(text)
    expect(split).toBe(true)
  })

  test('never tears a grapheme apart', () => {
    const family4 = '👩‍👩‍👧‍👦'
    const { lines } = breakText({ text: family4.repeat(6), width: 30, ...at })
    expect(lines.length).toBeGreaterThan(1)
    for (const line of lines) expect(line.replaceAll(family4, '')).toBe('')
  })

  test('breaks text without spaces between any two of its characters', () => {
    expect(breakText({ text: '信頼関係を築く', width: 35, ...at })).toMatchObject({
      lines: ['信頼関', '係を築', 'く'],
      split: false,
    })
  })

  test('ends in an ellipsis that fits when there are more lines than wanted', () => {
    const text = 'one two three four five six seven eight nine ten'
    const { lines, cut } = breakText({ text, width: 60, maxLines: 2, ...at })
    expect(lines).toHaveLength(2)
    expect(lines[1]).toMatch(/…$/)
    expect(textWidth(lines[1]!, 10, 400)).toBeLessThanOrEqual(60.01)
    expect(cut).toBe(true)
  })

  test('is not cut when the text ends with the last line', () => {
    expect(breakText({ text: 'one\ntwo', width: 60, maxLines: 2, ...at })).toMatchObject({
      lines: ['one', 'two'],
      cut: false,
    })
  })

  test.each([0, -5, 0.001, Number.NaN])('gets through a width of %d', (width) => {
    expect(breakText({ text: 'ab c', width, ...at }).lines.join('')).toBe('abc')
  })

  test('does not go through all of a long text when few lines are wanted', () => {
    const text = 'x'.repeat(20_000)
    const { lines } = breakText({ text: `${text} ${text}`, width: 100, maxLines: 3, ...at })
    expect(lines).toHaveLength(3)
  })
})

describe('fitting text into a note', () => {
  const box = { width: 148, height: 148, weight: 400 } as const
  const fits = (text: string) => fitText({ text, ...box })

  test('writes little text large', () => {
    expect(fits('Trust').size).toBe(20)
  })

  test('shrinks until all of it is there', () => {
    const fitted = fits('We keep asking families for the same story, four times over. '.repeat(3))
    expect(fitted.cut).toBe(false)
    expect(fitted.size).toBeLessThan(20)
    expect(fitted.lines.length * fitted.lineHeight).toBeLessThanOrEqual(148.01)
  })

  test('rather shrinks than breaks a word, but does not shrink for a word that never fits', () => {
    expect(fits('Interorganisational agreement')).toMatchObject({ split: false })
    expect(fits('x'.repeat(60))).toMatchObject({ size: 20, split: true, cut: false })
  })

  test('cuts what does not fit at the smallest size', () => {
    expect(fits('word '.repeat(4_000))).toMatchObject({ size: 9, cut: true })
  })

  test('leaves out no size that would have done', () => {
    const random = prng.create(7)
    const words = [
      'we',
      'bring',
      'trust',
      'Wwww',
      'neighbourhood',
      'a-b',
      'llansant',
      '\n',
      'café',
      '協力',
    ]
    for (let round = 0; round < 400; round++) {
      const text = Array.from({ length: prng.uint32(random, 0, 30) }, () =>
        prng.oneOf(random, words),
      ).join(' ')
      const [width, height] = [prng.uint32(random, 1, 300), prng.uint32(random, 1, 200)]
      const fitted = fitText({ text, width, height, weight: 600 })
      for (let size = 20; size > fitted.size; size--) {
        const maxLines = Math.max(1, Math.floor(height / (size * 1.25) + 0.01))
        const { cut, split } = breakText({ text, width, size, weight: 600, maxLines })
        expect(cut || split, `${text} at ${size} in ${width} × ${height}`).toBe(true)
      }
    }
  })
})

test('a day is told in words, and what is none is left as it is', () => {
  expect(dayInWords('2026-04-01', inEnglish)).toBe('1 Apr 2026')
  expect(dayInWords('2026-13-01', inEnglish)).toBe('2026-13-01')
  expect(dayInWords('soon', inEnglish)).toBe('soon')
})

test('a text that is longer than any may be is broken as fast as the longest, and says that it goes on', () => {
  const endless = 'all of it and more '.repeat(100_000)
  const whole = breakText({ text: endless, width: 200, size: 16, weight: 400 })
  expect(whole.cut).toBe(true)
  expect(whole.lines.join(' ').length).toBeLessThan(21_000)
  expect(whole.lines.at(-1)).toMatch(/…$/)
  const few = { width: 200, size: 16, weight: 400, maxLines: 3 } as const
  expect(breakText({ text: endless, ...few })).toEqual(
    breakText({ text: endless.slice(0, 2_000), ...few }),
  )
})

describe('lines that run from right to left', () => {
  test('are told apart by the first letter of their paragraph, continued lines included', () => {
    const text = 'מועצת העיר Westbury תומכת בתוכנית\nThen in English\n(12) المجلس'
    const broken = breakText({ text, width: 120, size: 16, weight: 400 })
    const english = broken.lines.findIndex((line) => line.startsWith('Then'))
    expect(english).toBeGreaterThan(1)
    const expected = broken.lines.map((line) => !/Then|English/.test(line))
    expect(broken.rightToLeft).toEqual(expected)
    const none = breakText({ text: 'Only English', width: 120, size: 16, weight: 400 })
    expect(none.rightToLeft).toBeUndefined()
  })
})
