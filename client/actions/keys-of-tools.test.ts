import { afterEach, expect, test } from 'vitest'
import { tools } from '../tools/list.ts'
import { chooseToolKey, keyOfTool, resetToolKeys, takenBy } from './keys-of-tools.ts'

const tool = (id: string) => tools.find((one) => one.id === id)!

afterEach(resetToolKeys)

test('a tool can have another key, or none, and its own again', () => {
  chooseToolKey(tool('note'), 'q')
  chooseToolKey(tool('frame'), '')
  expect(keyOfTool(tool('note'))).toBe('q')
  expect(keyOfTool(tool('frame'))).toBeUndefined()
  resetToolKeys()
  expect(keyOfTool(tool('note'))).toBe('n')
})

test('a key that does something already is told; one that was given away is free', () => {
  expect(takenBy('o', tool('note'))).toBe('Organisation')
  expect(takenBy('?', tool('note'))).toBe('Keyboard shortcuts')
  expect(takenBy(']', tool('note'))).toBe('Bring to front')
  expect(takenBy('n', tool('note'))).toBeUndefined()
  chooseToolKey(tool('organisation'), 'q')
  expect(takenBy('o', tool('note'))).toBeUndefined()
})

test('no two tools share a key, nor does one have an action’s', () => {
  const taken = tools.filter((one) => one.key && takenBy(one.key, one)).map(({ id }) => id)
  expect(taken).toEqual([])
})
