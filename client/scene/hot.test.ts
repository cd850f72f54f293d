import { expect, test } from 'vitest'
import { Hot } from './hot.ts'

const many = new Set(Array.from({ length: 20 }, (_, i) => `o${i}`))

test('what changes again and again on a busy board is in motion until it rests', () => {
  const hot = new Hot()
  hot.take(many, 0)
  expect(hot.ids(0).size).toBe(0)
  hot.take(many, 50)
  expect(hot.ids(50)).toEqual(many)
  hot.take(new Set(['o3']), 400)
  expect([...hot.ids(500)]).toEqual(['o3'])
  expect(hot.ids(900).size).toBe(0)
})

test('a single object that changes, or many that change once, stay on the ground', () => {
  const hot = new Hot()
  hot.take(new Set(['a']), 0)
  hot.take(new Set(['a']), 20)
  hot.take(many, 40)
  hot.take(many, 1000)
  expect(hot.ids(1000).size).toBe(0)
})
