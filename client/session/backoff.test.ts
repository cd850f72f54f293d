import { expect, test } from 'vitest'
import { reconnectDelay } from './backoff.ts'

test('waits longer with each attempt in vain, never over 10 s, and not the same in every window', () => {
  const longest = [1, 2, 3, 4, 20].map((attempts) => reconnectDelay(attempts, false, 1))
  expect(longest).toEqual([250, 500, 1_000, 2_000, 10_000])
  expect(reconnectDelay(3, false, 0)).toBe(200)
  expect(reconnectDelay(1, true, 0.5)).toBeCloseTo(1_200)
})
