import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { grownFor } from '../objects/grown.ts'
import { addObjects, makeRoom } from './commands.ts'
import { rootsOf } from './layout.ts'
import { readObject } from './object.ts'
import { textOf } from './text-of.ts'

const LONG = 'Two discharge coordinators from the council. '.repeat(20).trim()

const read = (doc: Y.Doc, id: string) => {
  const map = rootsOf(doc).objects.get(id)
  if (!(map instanceof Y.Map)) throw new Error(`${id} is gone`)
  return readObject(id, map)
}

test('a note grows in the transaction in which text was written into it, so that one undo takes both back', () => {
  const doc = new Y.Doc()
  addObjects(doc, [{ id: 'a', type: 'note', at: [0, 0] }], null)
  const undo = new Y.UndoManager(rootsOf(doc).objects, { trackedOrigins: new Set(['me']) })
  doc.transact(() => {
    textOf(doc, 'a', 'text')?.insert(0, LONG)
    makeRoom(doc, 'a', 'me')
  }, 'me')
  const after = read(doc, 'a')
  expect(after.size[1]).toBeGreaterThan(176)
  expect(grownFor(after)).toBeUndefined()
  undo.undo()
  expect(read(doc, 'a')).toMatchObject({ size: [176, 176], fields: { text: '' } })
})

test('a note that is made long is as tall as its text needs, and one with a size keeps it', () => {
  const doc = new Y.Doc()
  const fields = { text: LONG }
  addObjects(
    doc,
    [
      { id: 'a', type: 'note', at: [0, 0], fields },
      { id: 'b', type: 'note', at: [0, 0], size: [176, 176], fields },
    ],
    null,
  )
  expect(read(doc, 'a').size[1]).toBeGreaterThan(176)
  expect(read(doc, 'b').size).toEqual([176, 176])
})

test('what is gone, or doesn’t grow with its text, is left as it is', () => {
  const doc = new Y.Doc()
  addObjects(doc, [{ id: 'a', type: 'shape', at: [0, 0], fields: { text: LONG } }], null)
  const { size } = read(doc, 'a')
  makeRoom(doc, 'a', null)
  makeRoom(doc, 'gone', null)
  expect(read(doc, 'a').size).toEqual(size)
})
