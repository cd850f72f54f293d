import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { checkUpdate, type Verdict } from './check.ts'
import { encodeDeletes, type Range } from '../../shared/update/delete-set.ts'
import { Deletes } from './deletes.ts'
import { fold, mergeAll } from './fold.ts'
import { deletesOf, Ledger } from './ledger.ts'

/** A repeatable stand-in for chance. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

const ledgerOf = (doc: Y.Doc, claims: { clientId: number; participant: string }[] = []): Ledger => {
  const { stateVector, deletes } = fold([Y.encodeStateAsUpdate(doc)])
  return new Ledger(stateVector, deletes, claims)
}

function docOf(client: number, ...updates: Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  doc.clientID = client
  return doc
}

function changeOf(doc: Y.Doc, change: () => void): Uint8Array {
  const before = Y.encodeStateVector(doc)
  change()
  return Y.encodeStateAsUpdate(doc, before)
}

const base = docOf(1)
base.getText('t').insert(0, 'partnership')
const whole = Y.encodeStateAsUpdate(base)
const kindOf = (verdict: Verdict): string => verdict.kind

describe('the structural check', () => {
  test('takes an honest edit as it is, and claims its client id', () => {
    const doc = docOf(7, whole)
    const update = changeOf(doc, () => doc.getText('t').insert(3, 'xyz'))
    const verdict = checkUpdate(update, ledgerOf(base), 'asha')
    expect(verdict).toMatchObject({ kind: 'accepted', claims: [7], leftOut: null })
    if (verdict.kind === 'accepted') {
      expect(verdict.update).toBe(update)
      expect(verdict.effect.clocks).toEqual(new Map([[7, 3]]))
    }
  })

  test('takes no update whose client ids are not in order: merging would lose some of it', () => {
    const body = (client: number): Uint8Array => {
      const doc = docOf(client)
      doc.getMap('objects').set(`n${client}`, 1)
      return Y.encodeStateAsUpdate(doc).subarray(1, -1)
    }
    const both = (...bodies: Uint8Array[]): Uint8Array =>
      Buffer.concat([Uint8Array.of(2), ...bodies, Uint8Array.of(0)])
    expect(checkUpdate(both(body(8), body(7)), ledgerOf(base), 'asha').kind).toBe('accepted')
    expect(checkUpdate(both(body(7), body(8)), ledgerOf(base), 'asha').kind).toBe('malformed')
  })

  test('takes what is new of an update that overlaps with known structs', () => {
    const doc = docOf(7, whole)
    doc.getText('t').insert(0, 'abc')
    const first = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(base))
    const known = docOf(0, whole, first)
    doc.getText('t').insert(3, 'def')
    const both = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(base))
    const verdict = checkUpdate(
      both,
      ledgerOf(known, [{ clientId: 7, participant: 'asha' }]),
      'asha',
    )
    expect(verdict).toMatchObject({ kind: 'accepted', leftOut: null, claims: [] })
    if (verdict.kind === 'accepted') Y.applyUpdate(known, verdict.update)
    expect(known.getText('t').toJSON()).toBe(doc.getText('t').toJSON())
    expect(kindOf(checkUpdate(whole, ledgerOf(known), 'eve'))).toBe('known')
  })

  test('refuses a gap, a reference to what isn’t there, and the client id of another or of the server', () => {
    const doc = docOf(7, whole)
    doc.getText('t').insert(0, 'a')
    const gap = changeOf(doc, () => doc.getText('t').insert(5, 'b'))
    expect(checkUpdate(gap, ledgerOf(base), 'asha')).toEqual({ kind: 'refused', why: 'missing' })

    const other = docOf(8, Y.encodeStateAsUpdate(doc))
    const leaning = changeOf(other, () => other.getText('t').insert(1, 'c'))
    expect(checkUpdate(leaning, ledgerOf(base), 'ben')).toEqual({ kind: 'refused', why: 'missing' })

    const forged = docOf(1, whole)
    const more = changeOf(forged, () => forged.getText('t').insert(0, 'z'))
    expect(checkUpdate(more, ledgerOf(base), 'eve')).toEqual({ kind: 'refused', why: 'foreign' })
    const claimed = ledgerOf(base, [{ clientId: 7, participant: 'asha' }])
    const first = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(base))
    expect(checkUpdate(first, claimed, 'eve')).toEqual({ kind: 'refused', why: 'foreign' })
  })

  test('leaves out what is somebody else’s, and deletions of what isn’t there', () => {
    const doc = docOf(7, whole)
    const strange = docOf(9, whole)
    Y.applyUpdate(
      doc,
      changeOf(strange, () => strange.getText('t').insert(0, 'strange')),
    )
    doc.getText('t').delete(0, 9)
    doc.getText('t').insert(0, 'own')
    const ledger = ledgerOf(base, [{ clientId: 9, participant: 'ben' }])
    const verdict = checkUpdate(
      Y.encodeStateAsUpdate(doc, Y.encodeStateVector(base)),
      ledger,
      'asha',
    )
    expect(verdict).toMatchObject({
      kind: 'accepted',
      leftOut: 'foreign',
      claims: [7],
      effect: { clocks: new Map([[7, 3]]), deletes: new Map([[1, [{ clock: 0, length: 2 }]]]) },
    })
    if (verdict.kind === 'accepted') Y.applyUpdate(strange, verdict.update)
    expect(strange.getText('t').toJSON()).toBe('strangeownrtnership')
    const deletes = new Uint8Array([
      0,
      ...encodeDeletes(new Map([[1, [{ clock: 9, length: 50 }]]])),
    ])
    const partly = checkUpdate(deletes, ledgerOf(base), 'asha')
    expect(partly).toMatchObject({ kind: 'accepted', leftOut: 'missing' })
    if (partly.kind === 'accepted') {
      expect(deletesOf(partly.update)).toEqual(new Map([[1, [{ clock: 9, length: 2 }]]]))
    }
  })

  test.each<[string, number[]]>([
    ['a struct of no length', [1, 1, 7, 0, 0, 0, 0]],
    ['a struct of absurd length', [1, 1, 7, 0, 0, 255, 255, 255, 255, 255, 1, 0]],
    ['a count without content', [1, 255, 255, 255, 255, 15, 7, 0]],
    ['one client in two places', [3, 1, 7, 0, 0, 1, 1, 8, 0, 0, 1, 1, 7, 1, 0, 1, 0]],
    ['an unknown content', [1, 1, 7, 0, 31, 0]],
  ])('finds %s malformed', (_what, bytes) => {
    expect(checkUpdate(new Uint8Array(bytes), ledgerOf(base), 'eve')).toEqual({ kind: 'malformed' })
  })

  test('refuses a new client id of who has used thousands already, and goes on taking their old ones', () => {
    const claims = Array.from({ length: 5_000 }, (_, i) => ({
      clientId: 100 + i,
      participant: 'eve',
    }))
    const edit = (client: number): Uint8Array => {
      const doc = docOf(client, whole)
      return changeOf(doc, () => doc.getText('t').insert(0, 'x'))
    }
    const ledger = ledgerOf(base, claims)
    expect(checkUpdate(edit(7), ledger, 'eve')).toEqual({
      kind: 'refused',
      why: 'too-many-clients',
    })
    expect(checkUpdate(edit(100), ledger, 'eve').kind).toBe('accepted')
    expect(checkUpdate(edit(7), ledger, 'asha').kind).toBe('accepted')
  })

  test('refuses subdocuments', () => {
    const doc = docOf(7, whole)
    const update = changeOf(doc, () => doc.getMap('objects').set('sub', new Y.Doc()))
    expect(checkUpdate(update, ledgerOf(base), 'asha')).toEqual({
      kind: 'refused',
      why: 'subdocument',
    })
  })

  test('whatever it takes of mutated and partial updates, a document takes in whole', () => {
    let taken = 0
    for (let seed = 1; seed <= 150; seed += 1) {
      const roll = dice(seed)
      const server = docOf(0, whole)
      const ledger = ledgerOf(server)
      const docs = [11, 12, 13].map((client) => docOf(client, whole))
      for (let step = 0; step < 12; step += 1) {
        const index = roll(docs.length)
        const doc = docs[index]
        if (!doc) continue
        const text = doc.getText('t')
        if (roll(3) === 0) text.delete(roll(text.length), 1)
        else text.insert(roll(text.length + 1), 'ab')
        if (roll(4) === 0) doc.getMap('objects').set(`k${roll(3)}`, roll(100))
        const other = docs[roll(docs.length)]
        if (other && roll(2) === 0) Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
        const update =
          roll(2) === 0
            ? Y.encodeStateAsUpdate(doc)
            : Y.encodeStateAsUpdate(doc, Y.encodeStateVector(server))
        const bytes = Uint8Array.from(update)
        if (roll(3) === 0) bytes[roll(bytes.length)] = roll(256)
        const verdict = checkUpdate(bytes, ledger, `p${index}`)
        if (verdict.kind !== 'accepted') continue
        taken += 1
        ledger.apply(verdict.effect)
        for (const client of verdict.claims) ledger.claim(client, `p${index}`)
        Y.applyUpdate(server, mergeAll([verdict.update]))
        expect([seed, server.store.pendingStructs, server.store.pendingDs]).toEqual([
          seed,
          null,
          null,
        ])
        expect([seed, Y.decodeStateVector(Y.encodeStateVector(server))]).toEqual([
          seed,
          ledger.clocks,
        ])
      }
    }
    expect(taken).toBeGreaterThan(400)
  }, 60_000)
})

test('known deletions answer like a plain set of clocks', () => {
  for (let seed = 1; seed <= 50; seed += 1) {
    const roll = dice(seed)
    const deletes = new Deletes()
    const plain = new Set<number>()
    for (let step = 0; step < 60; step += 1) {
      const range: Range = { clock: roll(80), length: 1 + roll(12) }
      const clocks = Array.from({ length: range.length }, (_, i) => range.clock + i)
      const news = deletes
        .news(5, range)
        .flatMap(({ clock, length }) => Array.from({ length }, (_, i) => clock + i))
      expect(news).toEqual(clocks.filter((clock) => !plain.has(clock)))
      deletes.add(5, range)
      for (const clock of clocks) plain.add(clock)
    }
  }
})
