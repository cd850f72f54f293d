import { expect, test } from 'vitest'
import type { BoardObject } from '../board/object.ts'
import { turned } from '../geometry.ts'
import { grownFor } from './grown.ts'
import { note } from './note.ts'
import { turnOf } from './turn.ts'

const LONG = 'Two discharge coordinators from the council. '.repeat(20).trim()

const noteWith = (text: string, fields = {}): BoardObject => ({
  id: 'a',
  type: 'note',
  at: [10, 20],
  size: [176, 176],
  frame: undefined,
  order: 'a0',
  fields: { text, ...fields },
})

const shown = (object: BoardObject): string => {
  const context = { say: String, object: () => undefined, reading: () => undefined }
  return note
    .draw(object, { ...context, tieMeasure: 'trust', tieSetting: () => undefined } as never)
    .flatMap((item) => (item.kind === 'text' ? item.lines : []))
    .join(' ')
}

test('a note grows until all of its text shows, once', () => {
  const object = noteWith(LONG)
  expect(shown(object)).toMatch(/…$/)
  const grown = grownFor(object)
  if (!grown) throw new Error('the text is too long')
  expect(grown.at).toBeUndefined()
  expect(grown.size[0]).toBe(176)
  const after = { ...object, ...grown }
  expect(shown(after)).toBe(LONG)
  expect(grownFor(after)).toBeUndefined()
})

test('a note with room keeps its size, and nothing but a note grows', () => {
  expect(grownFor(noteWith('Beds'))).toBeUndefined()
  expect(grownFor({ ...noteWith(LONG), type: 'shape' })).toBeUndefined()
})

test('a note that is turned grows downwards as it is turned: its top left stays', () => {
  const object = noteWith(LONG, { turn: 90 })
  const grown = grownFor(object)
  const after = { ...object, ...grown }
  const corner = (one: BoardObject) => {
    const turn = turnOf(one)
    return turn && turned(one.at, turn).map(Math.round)
  }
  expect(corner(after)).toEqual(corner(object))
})

test('however much a note holds, it stays on the screen', () => {
  expect(grownFor(noteWith('x\n'.repeat(9000)))?.size[1]).toBe(4000)
})
