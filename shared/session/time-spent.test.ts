import { expect, test } from 'vitest'
import { minutesOf } from './time-spent.ts'

test.each([
  [0, 0],
  [1, 0],
  [29_999, 0],
  [30_000, 1],
  [89_999, 1],
  [90_000, 2],
])('%i ms are %i whole minutes', (ms, minutes) => {
  expect(minutesOf(ms)).toBe(minutes)
})
