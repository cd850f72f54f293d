import { expect, test } from 'vitest'
import { assert } from '../assert.ts'
import { linePlace } from './line-place.ts'
import { words } from './words.ts'

test('lines from right to left begin at the right edge of their place; text in the middle stays there', () => {
  const [item] = words({ text: 'מועצה\nTown', x: 10, y: 0, width: 100, size: 16, fill: 'ink' })
  assert(item, 'there are words')
  expect(linePlace(item, 0)).toEqual({ x: 110, align: 'right', rightToLeft: true })
  expect(linePlace(item, 1)).toEqual({ x: 10, align: 'left', rightToLeft: false })
  const middle = { ...item, align: 'centre' as const }
  expect(linePlace(middle, 0)).toEqual({ x: 10, align: 'centre', rightToLeft: true })
})
