import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { keepOrder } from '../../shared/board/keep-order.ts'
import { takeIn } from './take-in.ts'

function board(): Y.Doc {
  const doc = new Y.Doc()
  const objects = doc.getMap('objects')
  doc.transact(() => {
    for (let index = 0; index < 300; index++) {
      const object = new Y.Map<unknown>()
      objects.set(`box-${index}`, object)
      object.set('type', index % 3 === 0 ? 'shape' : 'note')
      object.set('at', [index * 10, -index])
      object.set(
        'label',
        ['Plain', 'Ŵyn 家', '', 'x'.repeat(63), 'y'.repeat(64), 'z'.repeat(300)][index % 6],
      )
      object.set('numbers', [
        [0, -0, 1, -1, 63, -63, 64, -64, 8191, -8191, 8192, -8192],
        [2 ** 31, -(2 ** 31), Number.MAX_SAFE_INTEGER, 0.1, -1e300, Number.NaN, index],
        [null, undefined, true, 'a', ['b', []], { c: [3] }],
      ])
      object.set('kept', { who: 'Ann', when: null, sure: true, share: 0.5 })
      object.set('text', new Y.Text(index % 2 ? 'Who decides?' : 'Pwy sy’n penderfynu?'))
    }
  })
  doc.transact(() => {
    objects.delete('box-7')
    ;(objects.get('box-8') as Y.Map<unknown>).set('type', 'shape')
  })
  return doc
}

test('an update taken in leaves the document that Yjs makes of it', () => {
  const update = Y.encodeStateAsUpdate(board())
  const doc = new Y.Doc()
  takeIn(doc, update, null)
  const plain = new Y.Doc()
  Y.applyUpdate(plain, update)
  expect(doc.getMap('objects').toJSON()).toEqual(plain.getMap('objects').toJSON())
  expect(Y.encodeStateAsUpdate(doc)).toEqual(update)
})

test('who listens for updates is given the bytes as they came, once, and hears of later ones as ever', () => {
  const from = board()
  const update = Y.encodeStateAsUpdate(from)
  const doc = new Y.Doc()
  const heard: { update: Uint8Array; origin: unknown; local: boolean }[] = []
  doc.on('update', (bytes, origin, _doc, { local }) => heard.push({ update: bytes, origin, local }))
  takeIn(doc, update, 'server')
  expect(heard).toEqual([{ update, origin: 'server', local: false }])
  expect(heard[0]?.update).toBe(update)

  from.on('update', (bytes: Uint8Array) => Y.applyUpdate(doc, bytes, 'later'))
  from.getMap('board').set('title', 'Night shift')
  expect(heard.map(({ origin }) => origin)).toEqual(['server', 'later'])
  expect(doc.getMap('board').get('title')).toBe('Night shift')
})

test('who listens is told too of what came earlier and had waited for it', () => {
  const from = board()
  const base = Y.encodeStateAsUpdate(from)
  const before = Y.encodeStateVector(from)
  ;(from.getMap('objects').get('box-1') as Y.Map<unknown>).set('type', 'organisation')
  from.getMap('objects').delete('box-2')
  const since = Y.encodeStateAsUpdate(from, before)

  const doc = new Y.Doc()
  const copy = new Y.Doc()
  doc.on('update', (bytes: Uint8Array) => Y.applyUpdate(copy, bytes))
  Y.applyUpdate(doc, since, 'server')
  takeIn(doc, base, 'server')
  expect(doc.getMap('objects').toJSON()).toEqual(from.getMap('objects').toJSON())
  expect(copy.getMap('objects').toJSON()).toEqual(from.getMap('objects').toJSON())
})

test('a listener is there again after an update that could not be read', () => {
  const doc = new Y.Doc()
  let heard = 0
  doc.on('update', () => heard++)
  const update = Y.encodeStateAsUpdate(board())
  expect(() => takeIn(doc, update.subarray(0, update.length / 2), null)).toThrow()
  const before = heard
  doc.getMap('board').set('title', 'Night shift')
  expect(heard).toBe(before + 1)
})

test('an edit that answers what was taken in is heard, after what it answers', () => {
  const update = Y.encodeStateAsUpdate(board())
  const doc = new Y.Doc()
  const other = new Y.Doc()
  doc.on('update', (bytes) => Y.applyUpdate(other, bytes))
  doc.getMap('objects').observe((_event, { origin }) => {
    if (origin === 'server') doc.getMap('board').set('title', 'Day shift')
  })
  takeIn(doc, update, 'server')
  expect(doc.getMap('board').get('title')).toBe('Day shift')
  expect(Y.encodeStateAsUpdate(other)).toEqual(Y.encodeStateAsUpdate(doc))
})

test('what several wrote at one place stands where it did, also when a copy is read in a transaction of one’s own', () => {
  keepOrder()
  const docs = [9, 5, 7].map((client) => {
    const doc = new Y.Doc()
    doc.clientID = client
    return doc
  })
  docs[0]?.getText('t').insert(0, 'start')
  for (const doc of docs) for (const other of docs) Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  for (const doc of docs) {
    doc.getText('t').insert(2, `${doc.clientID}a`)
    doc.getText('t').insert(3, 'b')
  }
  const update = Y.mergeUpdates(docs.map((doc) => Y.encodeStateAsUpdate(doc)))
  const plain = new Y.Doc()
  Y.applyUpdate(plain, update)
  const read = new Y.Doc()
  read.transact(() => takeIn(read, update, 'copy'))
  expect(read.getText('t').toJSON()).toBe(plain.getText('t').toJSON())
  expect(Y.encodeStateAsUpdate(read)).toEqual(Y.encodeStateAsUpdate(plain))
})
