import { expect, test } from 'vitest'
import { changeLines, withOwn } from './line-changes.ts'

const change = (lines: string, before: string, after: string): string => {
  const of = (text: string): string[] => text.split(' ').filter(Boolean)
  return changeLines(of(lines), of(before), of(after)).join(' ')
}

test.each([
  ['a line at the end', 'a b', 'a b', 'a b c', 'a b c'],
  ['a first line', '', '', 'a', 'a'],
  ['a line in between', 'a b', 'a b', 'a x b', 'a x b'],
  ['a line changed', 'a b c', 'a b c', 'a bb c', 'a bb c'],
  ['a line taken away', 'a b c', 'a b c', 'a c', 'a c'],
  ['everything taken away', 'a b', 'a b', '', ''],
  ['one of two equal lines', 'a b a', 'a b a', 'a b', 'a b'],
  ['several lines changed', 'a b c d', 'a b c d', 'a x y d', 'a x y d'],
])('%s is written as it was typed', (_, lines, before, after, written) => {
  expect(change(lines, before, after)).toBe(written)
})

test.each([
  ['added below', 'a b theirs', 'a b', 'a bb', 'a bb theirs'],
  ['added above', 'theirs a b', 'a b', 'a bb', 'theirs a bb'],
  ['added to what was empty', 'theirs', '', 'mine', 'mine theirs'],
  ['changed', 'theirs b', 'a b', 'a bb', 'theirs bb'],
  ['taken away', 'a', 'a b c', 'a b cc', 'a cc'],
  ['added after a line of mine that they took away', 'theirs', 'a', 'a mine', 'theirs mine'],
])('what somebody else %s meanwhile stays', (_, lines, before, after, written) => {
  expect(change(lines, before, after)).toBe(written)
})

test('a line that both changed is there in both their words', () => {
  expect(change('a theirs c', 'a b c', 'a mine c')).toBe('a mine theirs c')
})

const of = (text: string): string[] => text.split(' ').filter(Boolean)
const again = (lines: string, ...versions: string[]): string | undefined =>
  withOwn(of(lines), versions.map(of))?.join(' ')

test('what another’s edit of the same moment took the place of is written once more', () => {
  expect(again('a theirs fi', 'a', 'a f', 'a fi', 'a fig')).toBe('a theirs fig')
  expect(again('a theirs', 'a', 'a m', 'a mi')).toBe('a mi theirs')
  expect(again('a bb theirs', 'a b', 'a bb', 'a bbb')).toBe('a bbb theirs')
})

test('nothing is written again where all of it is there, or nothing was typed', () => {
  expect(again('a fig theirs', 'a', 'a fi', 'a fig')).toBeUndefined()
  expect(again('theirs', 'a', 'a')).toBeUndefined()
  expect(again('theirs')).toBeUndefined()
})
