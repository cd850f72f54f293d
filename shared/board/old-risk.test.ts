import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { definitionOf } from '../objects/index.ts'
import { addObjects, placeObjects, setField } from './commands.ts'
import { rootsOf } from './layout.ts'
import { readObject } from './object.ts'

const board = () => {
  const doc = new Y.Doc()
  const [id = ''] = addObjects(doc, [{ type: 'risk', at: [0, 0] }], 'test')
  const map = rootsOf(doc).objects.get(id)!
  return { doc, id, map, read: () => readObject(id, map) }
}

test('how bad a risk would be is kept, and its card stays as large as it is', () => {
  const { doc, id, read } = board()
  const key = Object.entries(definitionOf('risk')!.fields).find(([, { kind }]) => kind === 'scale')
  setField(doc, id, key![0], 4, 'test')
  expect(read()).toMatchObject({ size: [288, 160], fields: { severity: 4 } })
})

test('on an old board, where it stood in the place of the size, it is read and outlives a resize', () => {
  const { doc, id, map, read } = board()
  map.set('size', 4)
  expect(read()).toMatchObject({ size: [288, 160], fields: { severity: 4 } })
  placeObjects(doc, [{ id, at: [10, 10], size: [400, 200] }], 'test')
  expect(read()).toMatchObject({ size: [400, 200], fields: { severity: 4 } })
})

test('what an old board says of it can be changed and taken away', () => {
  const { doc, id, map, read } = board()
  map.set('size', 4)
  setField(doc, id, 'severity', undefined, 'test')
  expect(read().fields).not.toHaveProperty('severity')
  expect(read().size).toEqual([288, 160])
})
