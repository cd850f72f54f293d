import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { scanUpdate } from './scan.ts'

/** A document with every kind of content, written by several clients with emptied and deleted parts. */
function variedDocument(seed: number): Y.Doc {
  let next = seed
  const random = (below: number): number => {
    next = (next * 48_271) % 2_147_483_647
    return next % below
  }
  const docs = [1, 2 ** 31, 2 ** 32 - 1].map((clientID) => {
    const doc = new Y.Doc()
    doc.clientID = clientID
    return doc
  })
  const values = [1, -2.5, 'é', '🚀 flight', null, true, [1, { a: [2] }], { b: 'c' }, 2 ** 40]
  for (let step = 0; step < 120; step += 1) {
    const doc = docs[random(docs.length)] ?? new Y.Doc()
    const text = doc.getText('text')
    const list = doc.getArray<unknown>('list')
    const map = doc.getMap<unknown>('map')
    switch (random(9)) {
      case 0:
        text.insert(random(text.length + 1), ['plain', 'naïve', '🙂🙃', '日本'][random(4)] ?? '')
        break
      case 1:
        if (text.length > 3) text.delete(random(text.length - 3), 3)
        break
      case 2:
        if (text.length > 3) text.format(0, 3, { bold: random(2) === 0 ? true : null })
        break
      case 3:
        text.insertEmbed(random(text.length + 1), { image: 'x' })
        break
      case 4:
        list.insert(random(list.length + 1), [
          values[random(values.length)],
          new Uint8Array([1, 2]),
        ])
        break
      case 5:
        if (list.length > 0) list.delete(random(list.length), 1)
        break
      case 6:
        map.set(`k${random(4)}`, random(2) === 0 ? new Y.Map([['x', 1]]) : values[random(9)])
        break
      case 7:
        doc.getXmlFragment('xml').insert(0, [new Y.XmlElement('p'), new Y.XmlText('t')])
        break
      default:
        for (const other of docs) Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
    }
  }
  const all = new Y.Doc()
  for (const doc of docs) Y.applyUpdate(all, Y.encodeStateAsUpdate(doc))
  return all
}

test('agrees with Yjs on clocks and delete sets, whatever the document holds', () => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const update = Y.encodeStateAsUpdate(variedDocument(seed))
    const { clocks, deletesAt } = scanUpdate(update)
    const stateVector = Y.encodeStateVectorFromUpdate(update)
    expect(clocks).toEqual(Y.decodeStateVector(stateVector))
    const deletes = Buffer.concat([Buffer.of(0), update.subarray(deletesAt)])
    expect(deletes).toEqual(Buffer.from(Y.diffUpdate(update, stateVector)))
  }
})

test('throws on bytes that are cut off or no update at all', () => {
  const update = Y.encodeStateAsUpdate(variedDocument(7))
  expect(() => scanUpdate(update.subarray(0, update.length / 2))).toThrow()
  expect(() => scanUpdate(Uint8Array.of(1, 1, 5, 0, 0x1f))).toThrow()
})
