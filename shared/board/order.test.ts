import { generateKeyBetween } from 'fractional-indexing'
import * as prng from 'lib0/prng'
import { expect, test } from 'vitest'
import { isOrderKey } from './order.ts'

const works = (key: string): boolean => {
  try {
    generateKeyBetween(key, null)
    return true
  } catch {
    return false
  }
}

test('a key is good exactly when one can be made above it', () => {
  const random = prng.create(7)
  const keys = [
    'a0',
    'a00',
    'Zz',
    'b1',
    'b12',
    'A',
    '',
    '!',
    'é1',
    `A${'0'.repeat(26)}`,
    `z${'z'.repeat(26)}`,
  ]
  for (let i = 0; i < 300; i++) {
    const [low, high] = prng.bool(random) ? [null, 'a0'] : ['Zx', 'Zy']
    keys.push(generateKeyBetween(low, prng.bool(random) ? high : null))
    keys.push(prng.word(random, 1, 5) + String(prng.uint32(random, 0, 9)))
    keys.push(`a${prng.uint32(random, 0, 9)}${prng.word(random, 0, 3)}${prng.uint32(random, 0, 1)}`)
  }
  const wrong = keys.filter((key) => isOrderKey(key) !== works(key))
  expect(wrong).toEqual([])
})
