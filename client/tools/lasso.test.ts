import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addObjects } from '../../shared/board/commands.ts'
import type { Point } from '../../shared/geometry.ts'
import { BoardModel } from '../model/board.ts'
import { isInLoop, takenBy } from './lasso.ts'

const horseshoe: Point[] = [
  [0, 0],
  [300, 0],
  [300, 300],
  [200, 300],
  [200, 100],
  [100, 100],
  [100, 300],
  [0, 300],
]

test('a loop has an inside even where it bends back, and closes itself', () => {
  expect(isInLoop(horseshoe, [50, 250])).toBe(true)
  expect(isInLoop(horseshoe, [250, 250])).toBe(true)
  expect(isInLoop(horseshoe, [150, 250])).toBe(false)
  expect(isInLoop(horseshoe, [150, 50])).toBe(true)
  expect(isInLoop([], [0, 0])).toBe(false)
})

test('a loop takes what has its middle in it, whole frames, and ties between what it takes', () => {
  const doc = new Y.Doc()
  addObjects(
    doc,
    [
      { id: 'in', type: 'note', at: [0, 200], size: [100, 100] },
      { id: 'other', type: 'note', at: [200, 200], size: [100, 100] },
      { id: 'hollow', type: 'note', at: [120, 200], size: [60, 60] },
      { id: 'frame', type: 'frame', at: [10, 10], size: [80, 400] },
      { id: 'small', type: 'frame', at: [10, 10], size: [80, 80] },
      { id: 'tie', type: 'connector', at: [0, 0], fields: { from: 'in', to: 'other' } },
      { id: 'half', type: 'connector', at: [0, 0], fields: { from: 'in', to: 'hollow' } },
    ],
    null,
  )
  const board = new BoardModel(doc)
  const all = [...board.objects()].map(({ id }) => id)
  expect(takenBy(board, horseshoe, all)).toEqual(new Set(['in', 'other', 'small', 'tie']))
})
