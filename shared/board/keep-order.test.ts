import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { beforeAll, expect, test } from 'vitest'
import { keepOrder } from './keep-order.ts'

beforeAll(keepOrder)

/** A repeatable stand-in for chance. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

/** An update with one character of client 999 between two others, however these stand. */
function between(origin: Y.ID, rightOrigin: Y.ID, clock: number): Uint8Array {
  const structs = new Y.UpdateEncoderV1()
  const content = new Y.ContentString('H')
  const id = new Y.ID(999, clock)
  new Y.Item(id, null, origin, null, rightOrigin, null, null, content).write(structs, 0)
  return encoding.encode((encoder) => {
    for (const number of [1, 1, 999, clock]) encoding.writeVarUint(encoder, number)
    encoding.writeUint8Array(encoder, encoding.toUint8Array(structs.restEncoder))
    encoding.writeVarUint(encoder, 0)
  })
}

const copyOf = (update: Uint8Array, client: number): Y.Doc => {
  const doc = new Y.Doc()
  doc.clientID = client
  Y.applyUpdate(doc, update)
  return doc
}

test('documents agree in whatever order changes come, those included that no honest program writes', () => {
  let dropped = 0
  for (let seed = 1; seed <= 200; seed += 1) {
    const roll = dice(seed)
    const base = new Y.Doc()
    base.clientID = 1
    base.getText('t').insert(0, 'abcdef')
    base.getText('u').insert(0, 'xyz')
    const start = Y.encodeStateAsUpdate(base)
    const streams = [10, 2_000].map((client) => {
      const updates: Uint8Array[] = []
      const doc = copyOf(start, client)
      doc.on('update', (update: Uint8Array) => updates.push(update))
      const text = doc.getText('t')
      for (let i = 0; i < 4; i += 1) {
        if (roll(4) === 0) text.delete(roll(text.length), 1)
        else text.insert(roll(text.length + 1), 'AB')
      }
      return updates
    })
    streams.push([0, 1, 2].map((i) => between(new Y.ID(1, roll(9)), new Y.ID(1, roll(9)), i)))
    const results = [3, 4, 5].map((client) => {
      const doc = copyOf(start, client)
      const rest = streams.map((updates) => [...updates])
      while (rest.some((updates) => updates.length > 0)) {
        const next = rest[roll(rest.length)]?.shift()
        if (next) Y.applyUpdate(doc, next)
      }
      expect(doc.store.pendingStructs).toBeNull()
      return `${doc.getText('t').toJSON()} ${doc.getText('u').toJSON()}`
    })
    expect([seed, new Set(results).size]).toEqual([seed, 1])
    dropped += 3 - (results[0]?.match(/H/g)?.length ?? 0)
  }
  expect(dropped).toBeGreaterThan(200)
  expect(dropped).toBeLessThan(600)
})

/** Two people who write into one text, undo and redo for a while, now and then hearing of each other, and at last of everything. */
function writeTogether(seed: number, clients: readonly [number, number]): [Y.Doc, Y.Doc] {
  const roll = dice(seed)
  const docs = clients.map((client) => copyOf(Y.encodeStateAsUpdate(new Y.Doc()), client))
  const undos = docs.map((doc) => new Y.UndoManager(doc.getMap('m'), { captureTimeout: 0 }))
  docs[0]?.getMap('m').set('t', new Y.Text('start'))
  for (let step = 0; step < 60; step += 1) {
    const at = roll(2)
    const [doc, other] = [docs[at], docs[1 - at]]
    if (!doc || !other) continue
    const map = doc.getMap<Y.Text>('m')
    const text = map.get('t')
    const before = text?.length ?? 0
    const what = roll(8)
    if (what === 0) undos[at]?.undo()
    else if (what === 1) undos[at]?.redo()
    else if (what === 2) Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
    else if (what === 3 && text && before > 0) text.delete(roll(before), 1)
    else if (what === 4 && roll(4) === 0) map.delete('t')
    else if (what === 4 && !text) map.set('t', new Y.Text('again'))
    else if (text) {
      text.insert(roll(before + 1), 'AB')
      expect(text.length).toBe(before + 2)
    }
  }
  const [one, two] = docs as [Y.Doc, Y.Doc]
  Y.applyUpdate(one, Y.encodeStateAsUpdate(two))
  Y.applyUpdate(two, Y.encodeStateAsUpdate(one))
  return [one, two]
}

test('nothing that people write is dropped, undo and redo included', () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const [one, two] = writeTogether(seed, seed % 2 === 0 ? [5, 9] : [9, 5])
    expect(one.getMap('m').toJSON()).toEqual(two.getMap('m').toJSON())
  }
})

// Found among a hundred thousand; by Yjs alone each of these pairs comes to differ for good.
test.each([
  [660_735_707, [295_907_045, 3_131_780_338]],
  [1_084_225_993, [895_523_577, 2_456_225_796]],
  [1_190_601_852, [1_578_594_031, 791_269_250]],
  [1_295_194_829, [1_967_933_889, 3_398_080_556]],
  [69_420_562, [2_584_594_491, 447_520_862]],
] as const)(
  'what is redone where others have written stands in the same place for all (%i)',
  (seed, clients) => {
    const [one, two] = writeTogether(seed, clients)
    expect(one.getMap('m').toJSON()).toEqual(two.getMap('m').toJSON())
  },
)
