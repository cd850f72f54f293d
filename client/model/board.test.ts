import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addObjects, placeObjects, setField, setOpenReading } from '../../shared/board/commands.ts'
import { textOf } from '../../shared/board/text-of.ts'
import { rootsOf } from '../../shared/board/layout.ts'
import { BoardModel, type BoardChange } from './board.ts'

function open(): { doc: Y.Doc; board: BoardModel; changes: BoardChange[] } {
  const doc = new Y.Doc()
  const board = new BoardModel(doc)
  const changes: BoardChange[] = []
  board.subscribe((change) => changes.push(change))
  return { doc, board, changes }
}

const ids = (changes: readonly BoardChange[]): string[][] => changes.map((c) => [...c.ids].sort())

describe('BoardModel', () => {
  test('tells the ids of what a transaction changed, however deep, once', () => {
    const { doc, board, changes } = open()
    addObjects(
      doc,
      [
        { id: 'a', type: 'note', at: [0, 0] },
        { id: 'b', type: 'note', at: [9, 9] },
      ],
      1,
    )
    placeObjects(doc, [{ id: 'a', at: [5, 6] }], 1)
    doc.transact(() => {
      textOf(doc, 'b', 'text')?.insert(0, 'one')
      textOf(doc, 'b', 'text')?.insert(3, ' two')
    })
    rootsOf(doc).objects.delete('a')
    expect(ids(changes)).toEqual([['a', 'b'], ['a'], ['b'], ['a']])
    expect(board.object('b')?.fields['text']).toBe('one two')
    expect(board.object('a')).toBeUndefined()
  })

  test('an edit of another replica arrives in the same way', () => {
    const { doc, board, changes } = open()
    const other = new Y.Doc()
    addObjects(other, [{ id: 'a', type: 'note', at: [1, 2] }], 1)
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'remote')
    expect(ids(changes)).toEqual([['a']])
    expect(board.object('a')?.at).toEqual([1, 2])
  })

  test('a tie that comes, moves its end or goes is told with the ties beside it', () => {
    const { doc, board, changes } = open()
    const organisation = (id: string) => ({ id, type: 'organisation', at: [0, 0] as const })
    const tie = (id: string, from: string, to: string) => ({
      id,
      type: 'relationship',
      at: [0, 0] as const,
      fields: { from, to },
    })
    addObjects(doc, ['a', 'b', 'c'].map(organisation), 1)
    addObjects(doc, [tie('ab', 'a', 'b')], 1)
    addObjects(doc, [tie('bc', 'b', 'c')], 1)
    setField(doc, 'bc', 'to', 'a', 1)
    rootsOf(doc).objects.delete('bc')
    expect(ids(changes.slice(1))).toEqual([['ab'], ['ab', 'bc'], ['ab', 'bc'], ['ab', 'bc']])
    expect([...board.referrers('b')]).toEqual(['ab'])
    expect(board.referrers('c').size).toBe(0)
  })

  test('the newest reading counts, whatever the order of arrival, and nonsense never', () => {
    const { doc, board, changes } = open()
    const reading = (at: string, reliability: 1 | 4) => ({
      relationship: 'r',
      end: 'from' as const,
      at,
      reliability,
    })
    setOpenReading(doc, reading('2026-05-02T09:00:00Z', 4), 1)
    setOpenReading(doc, reading('2026-03-01T09:00:00Z', 1), 1)
    expect(board.reading('r', 'from')?.reliability).toBe(4)
    rootsOf(doc).readings.set('x', { ...reading('2027-01-01T00:00:00Z', 1), reliability: 77 })
    expect(board.reading('r', 'from')?.reliability).toBe(4)
    rootsOf(doc).readings.delete('r.from.2026-05-02')
    expect(board.reading('r', 'from')?.reliability).toBe(1)
    expect(ids(changes)).toEqual([['r'], ['r'], ['r'], ['r']])
    expect(board.reading('r', 'to')).toBeUndefined()
  })

  test('what is no object under an id, and an object of nonsense, are survived', () => {
    const { doc, board } = open()
    const objects = rootsOf(doc).objects as Y.Map<unknown>
    objects.set('number', 5)
    const odd = new Y.Map<unknown>([
      ['type', 'hologram'],
      ['at', [Number.NaN, 1e300]],
      ['size', 'big'],
      ['order', 7],
    ])
    objects.set('odd', odd)
    expect(board.object('number')).toBeUndefined()
    const read = board.object('odd')
    expect(read?.at.every(Number.isFinite)).toBe(true)
    expect(read?.size.every((side) => side >= 1)).toBe(true)
  })
})
