import { expect, test } from 'vitest'
import { objectIn } from './panels.ts'

test('an address names an object; one that was cut short or made up names none', () => {
  expect(objectIn('#object=a%20b')).toBe('a b')
  expect(objectIn('#x=1&object=ab')).toBe('ab')
  for (const hash of ['', '#', '#objects=1', '#object=%', '#object=a%E0%A4%A']) {
    expect(objectIn(hash)).toBeUndefined()
  }
})
