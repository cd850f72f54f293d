import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { coloursOf } from './colours.ts'
import { Mirror, type OtherCaret } from './mirror.ts'

/** As much of an element as a mirror needs to stand somewhere; what it looks like is for a browser. */
const element = (): object => ({
  style: {},
  dataset: {},
  setAttribute: () => undefined,
  append: () => undefined,
  replaceChildren: () => undefined,
})

beforeEach(() => {
  vi.stubGlobal('document', { createElement: element, createTextNode: element })
})
afterEach(() => vi.unstubAllGlobals())

test('the names of two who are called alike fade, and show again when one of them goes on', () => {
  const mirror = new Mirror()
  const area = element() as HTMLTextAreaElement
  const caret = (client: number, index: number): OtherCaret => ({
    person: { client, name: 'Somebody', token: 'quiet' },
    index,
  })
  const place = (now: number, ...carets: OtherCaret[]): boolean =>
    mirror.place(area, 'winter beds', carets, coloursOf('light'), now)
  expect(place(0, caret(1, 3), caret(2, 9))).toBe(true)
  expect(place(3_000, caret(1, 3), caret(2, 9))).toBe(false)
  expect(place(4_000, caret(1, 4), caret(2, 9))).toBe(true)
  expect(place(7_000, caret(1, 4), caret(2, 9))).toBe(false)
})
