import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { checkUpdate } from './check.ts'
import { fold } from './fold.ts'
import { Ledger } from './ledger.ts'
import { splitUpdate } from '../../shared/update/split.ts'

/** What three people made in turns, leaning on each other's content, with deletions. */
function sharedWork(): Y.Doc {
  const docs = [3, 1, 2].map((clientID) => {
    const doc = new Y.Doc()
    doc.clientID = clientID
    return doc
  })
  for (let round = 0; round < 60; round += 1) {
    for (const [index, doc] of docs.entries()) {
      for (const other of docs) Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
      const text = doc.getText('text')
      text.insert(Math.floor(text.length / 2), `word ${round} of ${index} `.repeat(5))
      if (round % 7 === 6) text.delete(1, 40)
      const map = new Y.Map([['at', [round, index]]])
      doc.getMap('objects').set(`o${round % 20}`, map)
    }
  }
  const [first = new Y.Doc(), ...others] = docs
  for (const other of others) Y.applyUpdate(first, Y.encodeStateAsUpdate(other))
  return first
}

test('the pieces are small, lean on nothing later, and say the same together', () => {
  const doc = sharedWork()
  const update = Y.encodeStateAsUpdate(doc)
  const pieces = splitUpdate(update, 1_000)
  expect(pieces.length).toBeGreaterThan(10)
  const copy = new Y.Doc()
  for (const piece of pieces) {
    Y.applyUpdate(copy, piece)
    expect(copy.store.pendingStructs).toBeNull()
  }
  expect(Y.encodeStateAsUpdate(copy)).toEqual(update)
})

test('each piece passes the structural check after those before it', () => {
  const empty = fold([Y.encodeStateAsUpdate(new Y.Doc())])
  const ledger = new Ledger(empty.stateVector, empty.deletes, [])
  for (const piece of splitUpdate(Y.encodeStateAsUpdate(sharedWork()), 1_000)) {
    const verdict = checkUpdate(piece, ledger, 'asha')
    expect(verdict.kind).toBe('accepted')
    if (verdict.kind !== 'accepted') return
    expect(verdict.leftOut).toBeNull()
    ledger.apply(verdict.effect)
    for (const client of verdict.claims) ledger.claim(client, 'asha')
  }
})
