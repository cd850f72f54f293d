import { expect, test } from 'vitest'
import { sideBySide } from './side-by-side.ts'

test('marks in one place stand beside each other, towards the middle; others where they are', () => {
  expect(sideBySide([[10, 10], [2, 2], null, [9.8, 9.9], [10, 10], [2, 9], [2.1, 2]])).toEqual([
    0, 0, 0, -110, -220, 0, 110,
  ])
})
