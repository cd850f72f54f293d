import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addObjects, type NewObject } from '../../shared/board/commands.ts'
import { paintedBox } from '../model/kinds.ts'
import { BoardModel } from '../model/board.ts'
import { Spatial } from '../model/spatial.ts'
import { Stacking } from '../model/stacking.ts'
import { handleCursor } from './handles.ts'
import { hitAt, idsInside, type HitMap } from './hit.ts'

function mapOf(...objects: NewObject[]): HitMap {
  const doc = new Y.Doc()
  addObjects(doc, objects, 'test')
  const board = new BoardModel(doc)
  const spatial = new Spatial()
  spatial.set(new Map([...board.objects()].map((one) => [one.id, paintedBox(one, board)])))
  return { board, spatial, stacking: new Stacking(board) }
}

const plank = { id: 'plank', type: 'shape', at: [0, 0], size: [300, 20] } as const

test('what is turned is hit where it is seen, and nowhere else', () => {
  const map = mapOf({ ...plank, fields: { turn: 90 } })
  expect(hitAt(map, [150, 150], 1)).toBe('plank')
  expect(hitAt(map, [20, 10], 1)).toBeUndefined()
  const slanted = mapOf({ ...plank, fields: { turn: 45 } })
  expect(hitAt(slanted, [240, 100], 1)).toBe('plank')
  // Inside the box around it, beside the plank itself.
  expect(hitAt(slanted, [240, -60], 1)).toBeUndefined()
})

test('a marquee takes what is turned when all its corners are inside', () => {
  const map = mapOf({ ...plank, fields: { turn: 90 } })
  expect(idsInside(map, { x: 130, y: -150, width: 40, height: 320 })).toEqual(['plank'])
  expect(idsInside(map, { x: -10, y: -10, width: 320, height: 40 })).toEqual([])
})

test('the pointer over a handle shows the way in which its edge moves on screen', () => {
  const east = { kind: 'resize', x: 1, y: 0 } as const
  expect(handleCursor(east)).toBe('ew-resize')
  expect(handleCursor({ ...east, angle: 90 })).toBe('ns-resize')
  expect(handleCursor({ ...east, angle: 315 })).toBe('nesw-resize')
  expect(handleCursor({ kind: 'resize', x: -1, y: -1, angle: 90 })).toBe('nesw-resize')
})
