import { expect, test } from 'vitest'
import { mayBeOne } from './alike.ts'

test.each([
  ['LCC', 'Leeds City Council'],
  ['CoE', 'Church of England'],
  ['GIG', 'Y Gwasanaeth Iechyd Gwladol'],
  ['Northbank', 'Northbank Council'],
  ['the northbank  COUNCIL', 'Northbank Council'],
  ['Police (North)', 'North Police'],
])('“%s” may be “%s”, whichever was there first', (one, other) => {
  expect(mayBeOne(one, other)).toBe(true)
  expect(mayBeOne(other, one)).toBe(true)
})

test.each([
  ['', 'Northbank Council'],
  ['The', 'The Northbank Council'],
  ['N', 'Northbank'],
  ['Riverside Council', 'Northbank Council'],
  ['LCC', 'Leeds Community Trust'],
  ['…', '…'],
])('“%s” is not taken for “%s”', (one, other) => {
  expect(mayBeOne(one, other)).toBe(false)
  expect(mayBeOne(other, one)).toBe(false)
})
