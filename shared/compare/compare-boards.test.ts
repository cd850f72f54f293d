import * as prng from 'lib0/prng'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  addObjects,
  placeObjects,
  removeObjects,
  setEndField,
  setField,
  setKeyed,
  setOpenReading,
} from '../board/commands.ts'
import { rootsOf } from '../board/layout.ts'
import type { Step } from '../board/readings.ts'
import { changesInWords } from './changes-in-words.ts'
import { compareBoards, type Comparison } from './compare-boards.ts'
import { contentOf } from './content.ts'
import { copyOf, editAtRandom } from './fixtures/random-board.ts'
import { inEnglish } from '../words/words.ts'

const plainly = { say: inEnglish, became: (was: string, is: string) => `${was} → ${is}` }

const nothing: Comparison = {
  added: [],
  removed: [],
  changed: [],
  facts: [],
  trust: [],
  comments: { added: 0, removed: 0 },
}

const compare = (then: Y.Doc, now: Y.Doc): Comparison =>
  compareBoards(contentOf(then), contentOf(now))

/** Two organisations, a tie, an objective and a commitment. */
function board() {
  const doc = new Y.Doc()
  const [council = '', trust = '', aim = ''] = addObjects(
    doc,
    [
      { type: 'organisation', at: [0, 0], fields: { name: 'County Council' } },
      { type: 'organisation', at: [600, 0], fields: { name: 'NHS Trust' } },
      { type: 'objective', at: [0, 400], fields: { title: 'Fewer waits' } },
    ],
    'test',
  )
  const [tie = '', promise = ''] = addObjects(
    doc,
    [
      { type: 'relationship', at: [0, 0], fields: { from: council, to: trust } },
      { type: 'commitment', at: [0, 600], fields: { title: 'Two nurses', by: trust, to: aim } },
    ],
    'test',
  )
  return { doc, council, trust, aim, tie, promise }
}

type Board = ReturnType<typeof board>

const rate = (
  { doc, tie }: Board,
  end: 'from' | 'to',
  at: string,
  steps: Partial<Record<'reliability' | 'purpose' | 'openness', Step | 'unknown'>>,
): void =>
  setOpenReading(doc, { relationship: tie, end, at: `${at}T09:00:00.000Z`, ...steps }, 'test')

test('a board compared with itself has not changed, whatever is on it', () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const doc = new Y.Doc()
    editAtRandom(doc, prng.create(seed), 60)
    expect(compare(doc, copyOf(doc))).toEqual(nothing)
  }
})

test('compared the other way round, what was added is removed, and then is now', () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const random = prng.create(seed)
    const then = new Y.Doc()
    editAtRandom(then, random, 60)
    const now = copyOf(then)
    editAtRandom(now, random, 40)
    const [forth, back] = [compare(then, now), compare(now, then)]
    expect(back.added).toEqual(forth.removed)
    expect(back.removed).toEqual(forth.added)
    expect(back.changed.map(({ was, is }) => [is, was])).toEqual(
      forth.changed.map(({ was, is }) => [was, is]),
    )
    const turned = { raised: 'fallen', fallen: 'raised', new: 'gone', gone: 'new', same: 'same' }
    expect(back.trust.map(({ id, sides }) => [id, ...sides.map(({ change }) => change)])).toEqual(
      forth.trust.map(({ id, sides }) => [id, ...sides.map(({ change }) => turned[change])]),
    )
    expect(forth.added.length + forth.changed.length + forth.removed.length).toBeGreaterThan(0)
  }
})

test('fields are told by name, those of a tie with the side that says them', () => {
  const made = board()
  const { doc, promise, tie, aim, council } = made
  const then = copyOf(doc)
  setField(doc, promise, 'owner', 'Asha', 'test')
  setField(doc, promise, 'state', 'accepted', 'test')
  setField(doc, promise, 'by', council, 'test')
  setEndField(doc, tie, 'to', 'levelNow', 2, 'test')
  setField(doc, tie, 'group', 'g1', 'test')
  placeObjects(doc, [{ id: aim, at: [50, 400] }], 'test')
  rootsOf(doc).board.set('purpose', 'Shorter waits')
  const found = compare(then, doc)
  const { things, facts } = changesInWords(found, [contentOf(then), contentOf(doc)], plainly)
  expect(Object.fromEntries(things.map(({ name, what }) => [name, what]))).toEqual({
    'Two nurses': [
      'From: NHS Trust → County Council',
      'Owner: nothing → Asha',
      'State: Offered → Accepted',
    ],
    'unnamed relationship': ['Level now (NHS Trust): nothing → Coordinating (2)'],
  })
  expect(found.changed.filter(({ moved }) => moved).map(({ is }) => is.id)).toEqual([aim])
  expect(facts).toEqual(['Purpose: nothing → Shorter waits'])
})

test('shares, deletions and unknown fields and types are told too', () => {
  const { doc, aim, trust, council, promise } = board()
  const [risk = '', odd = ''] = addObjects(
    doc,
    [
      { type: 'risk', at: [0, 0], fields: { title: 'Cost' } },
      { type: 'from-the-future', at: [0, 0], fields: { sides: 5 } },
    ],
    'test',
  )
  const then = copyOf(doc)
  setKeyed(doc, risk, 'heldBy', trust, 100, 'test')
  setField(doc, odd, 'sides', 6, 'test')
  removeObjects(doc, [promise], 'test')
  const [note = ''] = addObjects(doc, [{ type: 'note', at: [0, 0] }], 'test')
  const found = compare(then, doc)
  expect(found.removed.map(({ id }) => id)).toEqual([promise])
  expect(found.added.map(({ id }) => id)).toEqual([note])
  const { things } = changesInWords(found, [contentOf(then), contentOf(doc)], plainly)
  const of = (id: string) => things.find((thing) => thing.id === id)
  expect(of(risk)?.what).toEqual(['Who holds it today: nothing → NHS Trust 100%'])
  expect(of(odd)).toMatchObject({ type: 'Something else', what: ['Other details'] })
  expect(of(promise)).toMatchObject({ kind: 'removed', name: 'Two nurses' })
  expect(things.some(({ id }) => [aim, council].includes(id))).toBe(false)
})

test('trust is compared by side and dimension, and the gap with it; don’t know is no figure', () => {
  const made = board()
  const { doc, tie, council, trust } = made
  rate(made, 'from', '2026-03-01', { reliability: 2, purpose: 2, openness: 'unknown' })
  rate(made, 'to', '2026-03-01', { reliability: 3 })
  const then = copyOf(doc)
  rate(made, 'from', '2026-06-01', { reliability: 4, purpose: 2, openness: 3 })
  rate(made, 'to', '2026-06-01', { reliability: 'unknown' })
  const [change] = compare(then, doc).trust
  expect(change).toMatchObject({
    id: tie,
    from: council,
    to: trust,
    gap: { was: -1, is: undefined, change: 'gone' },
    sides: [
      {
        by: council,
        was: 2,
        is: 3,
        change: 'raised',
        dimensions: [
          { dimension: 'reliability', was: 2, is: 4, change: 'raised' },
          { dimension: 'purpose', change: 'same' },
          { dimension: 'openness', was: 'unknown', is: 3, change: 'new' },
        ],
      },
      { by: trust, was: 3, is: 'unknown', change: 'gone' },
    ],
  })
  const { trust: rows } = changesInWords(
    compare(then, doc),
    [contentOf(then), contentOf(doc)],
    plainly,
  )
  expect(rows).toMatchObject([
    {
      by: 'County Council',
      about: 'NHS Trust',
      was: '2',
      is: '3',
      dimensions: ['Reliability 2 → 4', 'Openness don’t know → 3'],
      gapWas: '−1',
      gapIs: '',
    },
    { by: 'NHS Trust', was: '3', is: 'don’t know', change: 'gone' },
  ])
})

test('a dimension that changed counts though the mean is the same; a tie that went takes its figures along', () => {
  const made = board()
  rate(made, 'from', '2026-03-01', { reliability: 2, purpose: 4 })
  const then = copyOf(made.doc)
  rate(made, 'from', '2026-03-02', { reliability: 4, purpose: 2 })
  const [same] = compare(then, made.doc).trust
  expect(same?.sides[0]).toMatchObject({ change: 'same', was: 3, is: 3 })
  removeObjects(made.doc, [made.tie], 'test')
  const [gone] = compare(then, made.doc).trust
  expect(gone?.sides[0]).toMatchObject({ change: 'gone', was: 3, is: undefined })
})

test('dated readings alone tell what changed between two days', () => {
  const made = board()
  rate(made, 'from', '2026-03-01', { reliability: 1 })
  rate(made, 'from', '2026-05-01', { reliability: 3 })
  rate(made, 'to', '2026-05-02', { reliability: 2 })
  const between = (one: string, other: string) =>
    compareBoards(contentOf(made.doc, one), contentOf(made.doc, other))
  const { trust, ...rest } = between('2026-03-31', '2026-05-01')
  expect({ ...rest, trust: [] }).toEqual(nothing)
  expect(trust.map(({ sides }) => sides.map(({ was, is, change }) => [was, is, change]))).toEqual([
    [
      [1, 3, 'raised'],
      [undefined, undefined, 'same'],
    ],
  ])
  expect(between('2026-02-01', '2026-05-31').trust[0]?.sides.map(({ change }) => change)).toEqual([
    'new',
    'new',
  ])
  expect(between('2026-05-02', '2026-06-01')).toEqual(nothing)
})
