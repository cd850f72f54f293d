import * as prng from 'lib0/prng'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { copyOf, editAtRandom } from '../compare/fixtures/random-board.ts'
import { addObjects, removeObjects } from './commands.ts'
import { boardToJson } from './json.ts'
import { rootsOf } from './layout.ts'
import { turnInto } from './turn-into.ts'

const exchange = (one: Y.Doc, other: Y.Doc): void => {
  const [a, b] = [Y.encodeStateAsUpdate(one), Y.encodeStateAsUpdate(other)]
  Y.applyUpdate(one, b)
  Y.applyUpdate(other, a)
}

test('whatever was done since, the board says again what it said', () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const random = prng.create(seed)
    const doc = new Y.Doc()
    editAtRandom(doc, random, 40)
    const then = copyOf(doc)
    editAtRandom(doc, random, 40)
    turnInto(doc, then, 'test')
    expect(boardToJson(doc)).toEqual(boardToJson(then))
  }
})

test('what is the same already is not touched', () => {
  const doc = new Y.Doc()
  editAtRandom(doc, prng.create(1), 60)
  const before = Y.encodeStateVector(doc)
  turnInto(doc, copyOf(doc), 'test')
  expect(Y.encodeStateVector(doc)).toEqual(before)
})

test('what others do at the same time is merged, and everyone ends up with the same', () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const random = prng.create(seed)
    const doc = new Y.Doc()
    editAtRandom(doc, random, 30)
    const then = copyOf(doc)
    editAtRandom(doc, random, 30)
    const others = copyOf(doc)
    const [late] = addObjects(others, [{ type: 'note', at: [0, 0] }], 'test')
    editAtRandom(others, random, 10)
    const isThere = rootsOf(others).objects.has(late ?? '')
    turnInto(doc, then, 'test')
    exchange(doc, others)
    expect(boardToJson(doc)).toEqual(boardToJson(others))
    expect(rootsOf(doc).objects.has(late ?? '')).toBe(isThere)
  }
})

test('typing that goes on elsewhere in a text stays', () => {
  const doc = new Y.Doc()
  const [id = ''] = addObjects(
    doc,
    [{ type: 'note', at: [0, 0], fields: { text: 'Homes 🏠 first' } }],
    'test',
  )
  const then = copyOf(doc)
  const textIn = (of: Y.Doc): Y.Text => rootsOf(of).objects.get(id)?.get('text') as Y.Text
  textIn(doc).delete(0, 8)
  textIn(doc).insert(0, 'Jobs 🧰')
  const others = copyOf(doc)
  textIn(others).insert(textIn(others).length, ', then clinics')
  turnInto(doc, then, 'test')
  exchange(doc, others)
  expect(textIn(doc).toJSON()).toBe('Homes 🏠 first, then clinics')
  expect(textIn(others).toJSON()).toBe('Homes 🏠 first, then clinics')
})

test('undo after it takes back no more than the person’s own, and never brings two copies apart', () => {
  const doc = new Y.Doc()
  const [first = ''] = addObjects(doc, [{ type: 'note', at: [0, 0], fields: { text: 'One' } }], 'x')
  const then = copyOf(doc)
  const me = copyOf(doc)
  const { objects } = rootsOf(me)
  const undo = new Y.UndoManager([objects], { captureTimeout: 0, trackedOrigins: new Set(['me']) })
  removeObjects(me, [first], 'me')
  const [mine = ''] = addObjects(me, [{ type: 'note', at: [9, 9], fields: { text: 'Mine' } }], 'me')
  exchange(doc, me)
  turnInto(doc, then, 'server')
  exchange(doc, me)
  expect(boardToJson(me)).toEqual(boardToJson(then))
  while (undo.canUndo()) undo.undo()
  expect(rootsOf(me).objects.has(first)).toBe(true)
  expect(rootsOf(me).objects.has(mine)).toBe(false)
  while (undo.canRedo()) undo.redo()
  exchange(doc, me)
  expect(boardToJson(doc)).toEqual(boardToJson(me))
})

test('what an organisation shows only while it consents is neither brought back nor taken away', () => {
  const doc = new Y.Doc()
  const org = (): string => addObjects(doc, [{ type: 'organisation', at: [0, 0] }], 'test')[0] ?? ''
  const [one, two] = [org(), org()]
  const set = (of: string, value: number | undefined): void => {
    const map = rootsOf(doc).objects.get(of)
    if (value === undefined) map?.delete('pressure')
    else map?.set('pressure', value)
  }
  set(one, 4)
  const then = copyOf(doc)
  set(one, undefined)
  set(two, 2)
  turnInto(doc, then, 'test')
  const pressure = (of: string): unknown => rootsOf(doc).objects.get(of)?.get('pressure')
  expect([pressure(one), pressure(two)]).toEqual([undefined, 2])
})
