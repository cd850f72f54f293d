import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { splitUpdate } from './split.ts'

/** Two people's long work that leans on each other's throughout. */
function work(): { before: Uint8Array; doc: Y.Doc } {
  const [asha, ben] = [new Y.Doc(), new Y.Doc()]
  asha.getMap('objects').set('n0', new Y.Text('first'))
  const before = Y.encodeStateAsUpdate(asha)
  for (let i = 0; i < 60; i += 1) {
    const [one, other] = i % 2 === 0 ? [asha, ben] : [ben, asha]
    Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
    const objects = one.getMap<Y.Text>('objects')
    objects.get('n0')?.insert(i % 4, `piece ${i} `)
    objects.set(`n${i + 1}`, new Y.Text('x'.repeat(200)))
    if (i % 5 === 4) objects.delete(`n${i - 2}`)
  }
  Y.applyUpdate(asha, Y.encodeStateAsUpdate(ben))
  return { before, doc: asha }
}

test('pieces are small, none leans on a later one, and together they are the whole', () => {
  const { before, doc } = work()
  const copy = new Y.Doc()
  Y.applyUpdate(copy, before)
  const update = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(copy))
  const pieces = splitUpdate(update, 1_000)
  expect(pieces.length).toBeGreaterThan(8)
  for (const piece of pieces) {
    expect(piece.length).toBeLessThan(1_500)
    Y.applyUpdate(copy, piece)
    expect(copy.store.pendingStructs).toBeNull()
  }
  expect(Y.equalSnapshots(Y.snapshot(copy), Y.snapshot(doc))).toBe(true)
  expect(copy.getMap('objects').toJSON()).toEqual(doc.getMap('objects').toJSON())
  // The relay merges what comes within one tick.
  const merged = new Y.Doc()
  Y.applyUpdate(merged, Y.mergeUpdates([before, ...pieces]))
  expect(Y.equalSnapshots(Y.snapshot(merged), Y.snapshot(doc))).toBe(true)
})

test('a small update stays as it is', () => {
  const update = Y.encodeStateAsUpdate(work().doc)
  expect(splitUpdate(update, 1_000_000)).toEqual([update])
})
