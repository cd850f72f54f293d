import { describe, expect, it } from 'vitest'
import { clean, MISSING, oneLine, toGlyphs } from './printable.ts'

describe('text for paper', () => {
  it('drops what no file may hold and keeps line ends', () => {
    expect(clean('a\u0000b\r\nc\u2028d\ud800e\ufffe\tf')).toBe('ab\nc\nde f')
    expect(oneLine('  a \n\n b\u0007 ')).toBe('a b')
  })

  it.each([
    ['Łódź, Cyfarfod’r bwrdd – 5 × €3 ≥ ½', 0, 'Łódź, Cyfarfod’r bwrdd – 5 × €3 ≥ ½'],
    ['e\u0301te\u0301', 0, 'été'],
    ['ﬁne\u00a0non\u2011breaking\u200b', 0, 'fine\u00a0non-breaking'],
    ['A → B', 0, 'A -> B'],
    ['👩‍👩‍👧‍👦 שלום مرحبا Ελλάδα Київ', 0, '👩‍👩‍👧‍👦 שלום مرحبا Ελλάδα Київ'],
    ['市议会 ok', 3, `${MISSING.repeat(3)} ok`],
    ['✓ done', 0, '✔ done'],
    ['𝒜', 0, 'A'],
  ])('writes “%s” in glyphs of the typefaces', (text, missing, written) => {
    expect(toGlyphs(text)).toEqual({ text: written, missing })
  })
})
