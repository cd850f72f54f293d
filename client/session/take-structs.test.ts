import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { keepOrder } from '../../shared/board/keep-order.ts'
import { takeIn } from './take-in.ts'

keepOrder()

/** The same numbers below `limit` for the same seed (xorshift32). */
function dice(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % limit
  }
}

function edit(doc: Y.Doc, below: (limit: number) => number): void {
  const objects = doc.getMap<Y.Map<unknown>>('objects')
  const ids = [...objects.keys()]
  const id = ids[below(Math.max(1, ids.length))]
  const object = id === undefined ? undefined : objects.get(id)
  const text = object?.get('text')
  const list = object?.get('items')
  const what = below(8)
  if (!object || what === 0) {
    const made = new Y.Map<unknown>()
    objects.set(`object-${below(20)}`, made)
    made.set('at', [below(100), -below(100)])
    made.set('text', new Y.Text('Who decides?'))
    made.set('items', Y.Array.from([1, 'two']))
  } else if (what === 1 && id !== undefined) objects.delete(id)
  else if (what < 4) object.set(['at', 'fill', 'label'][below(3)] ?? '', below(1000))
  else if (what === 4 && text instanceof Y.Text) text.insert(below(text.length + 1), 'Ŵyn 家 ')
  else if (what === 5 && text instanceof Y.Text && text.length > 3) text.delete(below(3), 2)
  else if (list instanceof Y.Array) {
    if (what === 6) list.insert(below(list.length + 1), [below(9), { deep: [null, true] }])
    else if (list.length > 0) list.delete(below(list.length), 1)
  }
}

/** A board that several people worked on at once, with what one of them knew halfway. */
function workshop(seed: number): { doc: Y.Doc; early: Uint8Array } {
  const below = dice(seed)
  const docs = Array.from({ length: 1 + below(5) }, (_, index) => {
    const doc = new Y.Doc()
    doc.clientID = 1000 + ((index * 7919 + seed) % 997)
    return doc
  })
  const [first] = docs as [Y.Doc]
  let early = Y.encodeStateAsUpdate(first)
  const steps = 20 + below(200)
  for (let step = 0; step < steps; step++) {
    const doc = docs[below(docs.length)] ?? first
    doc.transact(() => edit(doc, below))
    const other = docs[below(docs.length)] ?? first
    if (below(3) === 0) Y.applyUpdate(other, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(other)))
    if (step === Math.floor(steps / 2)) early = Y.encodeStateAsUpdate(first)
  }
  for (const doc of docs) Y.applyUpdate(first, Y.encodeStateAsUpdate(doc))
  return { doc: first, early }
}

const seeds = Array.from({ length: 150 }, (_, index) => index + 1)

function twins(...updates: Uint8Array[]): [taken: Y.Doc, plain: Y.Doc] {
  const [taken, plain] = [new Y.Doc(), new Y.Doc()]
  for (const update of updates) {
    takeIn(taken, update, null)
    Y.applyUpdate(plain, update)
  }
  return [taken, plain]
}

const whole = (doc: Y.Doc) => ({
  objects: doc.getMap('objects').toJSON(),
  pending: doc.store.pendingStructs,
  update: Y.encodeStateAsUpdate(doc),
})

test('what several people wrote at once is the document that Yjs makes of it', () => {
  for (const seed of seeds) {
    const { doc } = workshop(seed)
    const [taken, plain] = twins(Y.encodeStateAsUpdate(doc))
    expect(whole(taken)).toEqual(whole(plain))
  }
})

test('so is what came in parts, known in part, or with its beginning later than its end', () => {
  for (const seed of seeds) {
    const { doc, early } = workshop(seed)
    const late = Y.encodeStateAsUpdate(doc, Y.encodeStateVectorFromUpdate(early))
    for (const order of [
      [early, late],
      [late, early],
      [early, Y.encodeStateAsUpdate(doc)],
    ]) {
      const [taken, plain] = twins(...order)
      expect(whole(taken)).toEqual(whole(plain))
    }
  }
})

test('so is what came with a gap, and then the gap', () => {
  for (const seed of seeds) {
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    const below = dice(seed)
    for (let step = 0; step < 30; step++) doc.transact(() => edit(doc, below))
    const missing = 1 + below(updates.length - 1)
    const gap = updates[missing]
    const around = Y.mergeUpdates(updates.filter((_, index) => index !== missing))
    if (!gap) throw new Error('nothing is missing')
    for (const order of [[around], [around, gap]]) {
      const [taken, plain] = twins(...order)
      expect(whole(taken)).toEqual(whole(plain))
    }
  }
})

test('what boards don’t have is left to Yjs', () => {
  const doc = new Y.Doc()
  const text = doc.getMap('objects').set('text', new Y.Text('Who decides?'))
  text.format(0, 3, { bold: true })
  doc.getMap('objects').set('picture', Uint8Array.of(1, 2, 3))
  const [taken, plain] = twins(Y.encodeStateAsUpdate(doc))
  expect(whole(taken)).toEqual(whole(plain))
  expect((taken.getMap('objects').get('text') as Y.Text).toDelta()).toEqual(text.toDelta())
})
