import { beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { heirOf } from '../objects/heir.ts'
import { addObjects, setKeyed, setOpenReading, type NewObject } from './commands.ts'
import { addComment } from './comments.ts'
import { rootsOf } from './layout.ts'
import { makeOne } from './make-one.ts'
import { viewOf } from './view.ts'

const USER = Symbol('user')
let doc: Y.Doc
let undo: Y.UndoManager

const add = (...news: Omit<NewObject, 'at'>[]): void => {
  addObjects(
    doc,
    news.map((one) => ({ at: [0, 0], ...one })),
    null,
  )
}
const fieldsOf = (id: string): Record<string, unknown> =>
  rootsOf(doc).objects.get(id)?.toJSON() as Record<string, unknown>
const read = (id: string, reading: Record<string, unknown>): unknown =>
  rootsOf(doc).readings.set(id, { at: '2026-03-02T10:00:00.000Z', source: 'round', ...reading })
const readings = (): Record<string, unknown>[] => Object.values(rootsOf(doc).readings.toJSON())

beforeEach(() => {
  doc = new Y.Doc()
  undo = new Y.UndoManager(Object.values(rootsOf(doc)), { trackedOrigins: new Set([USER]) })
  add(
    {
      id: 'council',
      type: 'organisation',
      fields: { name: 'Leeds City Council', brings: ['Estate'], pace: 2, detail: 'Two tiers' },
    },
    {
      id: 'lcc',
      type: 'organisation',
      fields: {
        name: 'LCC',
        sector: 'public',
        brings: ['estate', 'Data'],
        pace: 4,
        decides: 1,
        pressure: 3,
        detail: 'Since 1974',
      },
    },
    { id: 'leeds', type: 'organisation', fields: { name: 'Leeds' } },
    { id: 'nhs', type: 'organisation', fields: { name: 'NHS' } },
  )
})

test('the one that stays says what the others said, where it said nothing itself', () => {
  makeOne(doc, 'council', ['lcc', 'leeds'], USER)
  expect(fieldsOf('council')).toMatchObject({
    name: 'Leeds City Council',
    sector: 'public',
    brings: ['Estate', 'Data'],
    pace: 2,
    decides: 1,
    detail: 'Two tiers\nSince 1974',
  })
  // What an organisation keeps to itself is the server's to show.
  expect(fieldsOf('council')).not.toHaveProperty('pressure')
  expect([...rootsOf(doc).objects.keys()].sort()).toEqual(['council', 'nhs'])
})

test('it is known by what it was, over several times', () => {
  makeOne(doc, 'lcc', ['leeds'], USER)
  makeOne(doc, 'council', ['lcc'], USER)
  const { objects } = viewOf(doc)
  for (const id of ['council', 'lcc', 'leeds']) expect(heirOf(id, objects)?.id).toBe('council')
  expect(heirOf('nobody', objects)).toBeUndefined()
})

test('whatever referred to the others refers to it', () => {
  add(
    { id: 'aim', type: 'objective', fields: { owner: 'lcc' } },
    { id: 'gift', type: 'commitment', fields: { by: 'leeds', to: 'aim' } },
    { id: 'ruling', type: 'decision', fields: { by: ['nhs', 'lcc', 'leeds', 'council'] } },
    { id: 'flood', type: 'risk' },
    { id: 'promise', type: 'agreement', fields: { parties: ['lcc', 'nhs'] } },
    { id: 'move', type: 'movement', fields: { from: 'nhs', to: 'lcc' } },
    { id: 'inside', type: 'movement', fields: { from: 'leeds', to: 'lcc' } },
  )
  setKeyed(doc, 'flood', 'heldBy', 'council', 20, null)
  setKeyed(doc, 'flood', 'heldBy', 'lcc', 30, null)
  setKeyed(doc, 'flood', 'heldBy', 'nhs', 50, null)
  const signed = { on: '2026-02-01', of: ['We tell each other first'] }
  setKeyed(doc, 'promise', 'signatures', 'lcc', signed, null)
  const said = { text: '?', by: 'p1', name: 'Asha', at: '2026-03-02T10:00:00.000Z' }
  const comment = addComment(doc, { ...said, object: 'lcc', organisation: 'leeds' }, null)

  makeOne(doc, 'council', ['lcc', 'leeds'], USER)
  expect(fieldsOf('aim')).toMatchObject({ owner: 'council' })
  expect(fieldsOf('gift')).toMatchObject({ by: 'council', to: 'aim' })
  expect(fieldsOf('ruling')['by']).toEqual(['nhs', 'council'])
  expect(fieldsOf('flood')['heldBy']).toEqual({ council: 50, nhs: 50 })
  expect(fieldsOf('promise')).toMatchObject({
    parties: ['council', 'nhs'],
    signatures: { council: signed },
  })
  expect(fieldsOf('move')).toMatchObject({ from: 'nhs', to: 'council' })
  expect(rootsOf(doc).objects.has('inside')).toBe(false)
  expect(rootsOf(doc).comments.get(comment)).toMatchObject({
    object: 'council',
    organisation: 'council',
  })
})

describe('of two relationships with the same third one', () => {
  const tie = (id: string, from: string, to: string, ends: object = {}): void =>
    add({ id, type: 'relationship', fields: { from, to, ends } })

  test('one becomes the other’s part, whichever way it was drawn', () => {
    tie('kept', 'council', 'nhs', { from: { mode: 'genuine' } })
    tie('gone', 'nhs', 'lcc', {
      from: { mode: 'naive', evidence: 'They ring first' },
      to: { mode: 'aligned', leaning: 2, evidence: 'On paper' },
    })
    add({ id: 'owed', type: 'obligation', fields: { by: 'lcc', to: 'nhs' } })
    addComment(doc, { object: 'gone', text: '?', by: 'p1', name: '', at: '2026' }, null)
    makeOne(doc, 'council', ['lcc'], USER)
    expect(rootsOf(doc).objects.has('gone')).toBe(false)
    expect(fieldsOf('kept')).toMatchObject({
      from: 'council',
      to: 'nhs',
      ends: {
        from: { mode: 'genuine', leaning: 2, evidence: 'On paper' },
        to: { mode: 'naive', evidence: 'They ring first' },
      },
    })
    expect(fieldsOf('owed')).toMatchObject({ by: 'council' })
    expect(Object.values(rootsOf(doc).comments.toJSON())).toMatchObject([{ object: 'kept' }])
  })

  test('its readings come along, and none is lost where both have one of a day', () => {
    tie('kept', 'council', 'nhs')
    tie('gone', 'nhs', 'lcc')
    const at = '2026-03-02T09:00:00.000Z'
    setOpenReading(doc, { relationship: 'kept', end: 'from', at, reliability: 4 }, null)
    setOpenReading(doc, { relationship: 'gone', end: 'to', at, reliability: 1 }, null)
    setOpenReading(doc, { relationship: 'gone', end: 'from', at, openness: 2 }, null)
    read('gone.to.round', { relationship: 'gone', end: 'to', purpose: 3, n: 2 })
    makeOne(doc, 'council', ['lcc'], USER)
    expect(readings()).toHaveLength(4)
    for (const reading of [
      { end: 'from', reliability: 4 },
      { end: 'from', reliability: 1 },
      { end: 'from', purpose: 3, n: 2 },
      { end: 'to', openness: 2 },
    ]) {
      expect(readings()).toContainEqual(
        expect.objectContaining({ ...reading, relationship: 'kept' }),
      )
    }
  })

  test('both stay where they are two teams’', () => {
    tie('adults', 'council', 'nhs', { from: { team: 'Adults' } })
    tie('children', 'lcc', 'nhs', { from: { team: 'Children' } })
    tie('hospital', 'nhs', 'lcc', { from: { team: 'Hospital' }, to: { team: 'Adults' } })
    tie('clinics', 'nhs', 'lcc', { from: { team: 'Clinics' }, to: { team: 'Adults' } })
    tie('unsaid', 'nhs', 'leeds', {})
    makeOne(doc, 'council', ['lcc', 'leeds'], USER)
    expect(fieldsOf('children')).toMatchObject({ from: 'council', to: 'nhs' })
    expect(rootsOf(doc).objects.has('unsaid')).toBe(false)
    expect(rootsOf(doc).objects.has('hospital')).toBe(false)
    expect(fieldsOf('adults')).toMatchObject({
      ends: { from: { team: 'Adults' }, to: { team: 'Hospital' } },
    })
    expect(fieldsOf('clinics')).toMatchObject({ ends: { from: { team: 'Clinics' } } })
  })

  test('two of those that go become one too, and what joined them goes', () => {
    tie('first', 'lcc', 'nhs')
    tie('second', 'leeds', 'nhs')
    tie('among', 'lcc', 'leeds')
    tie('own', 'council', 'lcc')
    makeOne(doc, 'council', ['lcc', 'leeds'], USER)
    const ties = [...rootsOf(doc).objects.values()].filter((o) => o.get('type') === 'relationship')
    expect(ties).toHaveLength(1)
    expect(ties[0]?.toJSON()).toMatchObject({ from: 'council', to: 'nhs' })
  })
})

test('one undo brings back all of it', () => {
  add(
    { id: 'kept', type: 'relationship', fields: { from: 'council', to: 'nhs' } },
    { id: 'gone', type: 'relationship', fields: { from: 'lcc', to: 'nhs' } },
    { id: 'aim', type: 'objective', fields: { owner: 'lcc' } },
  )
  read('r', { relationship: 'gone', end: 'from', openness: 2 })
  const before: unknown = doc.toJSON()
  makeOne(doc, 'council', ['lcc'], USER)
  expect(doc.toJSON()).not.toEqual(before)
  undo.undo()
  expect(doc.toJSON()).toEqual(before)
})

test.each([
  ['the one that stays is gone', 'nobody', ['lcc']],
  ['nobody is to go', 'council', ['council', 'nobody']],
])('nothing happens where %s', (_what, stays, goes) => {
  const before = Y.encodeStateAsUpdate(doc)
  makeOne(doc, stays, goes, USER)
  expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
})
