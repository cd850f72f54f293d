import { expect, test } from 'vitest'
import type { Box } from '../../shared/geometry.ts'
import { snapEdges, snapMove } from './snap.ts'

const box = (x: number, y: number, width = 100, height = 60): Box => ({ x, y, width, height })

test('edges and middles that are almost in line come into line, with a guide as long as both', () => {
  const { by, guides } = snapMove(box(4, 300), [box(0, 0)], 6)
  expect(by).toEqual([-4, 0])
  expect(guides).toContainEqual({ kind: 'line', from: [0, 0], to: [0, 360] })
  expect(guides).toHaveLength(3)
  const centred = snapMove(box(22, 300, 60), [box(0, 0)], 6)
  expect(centred.by).toEqual([-2, 0])
  expect(centred.guides).toEqual([{ kind: 'line', from: [50, 0], to: [50, 360] }])
})

test('what is out of reach stays where it is', () => {
  expect(snapMove(box(230, 300), [box(0, 0)], 6)).toEqual({ by: [0, 0], guides: [] })
})

test('a box between two is put in the middle of them', () => {
  const others = [box(0, 0), box(400, 7)]
  const { by, guides } = snapMove(box(203, 30, 100, 90), others, 6)
  expect(by[0]).toBe(-3)
  expect(guides.filter(({ kind }) => kind === 'gap')).toEqual([
    { kind: 'gap', from: [100, 45], to: [200, 45] },
    { kind: 'gap', from: [300, 48.5], to: [400, 48.5] },
  ])
})

test('a box at the end of a row, or of a column, stands as far off as the others from each other', () => {
  const row = [box(0, 0), box(130, 0)]
  expect(snapMove(box(264, 20), row, 6).by[0]).toBe(-4)
  expect(snapMove(box(-128, 20), row, 6).by[0]).toBe(-2)
  const column = [box(0, 0), box(0, 100)]
  expect(snapMove(box(30, 203), column, 6).by[1]).toBe(-3)
})

test('a resize lines up the edge that moves, and no other', () => {
  const others = [box(300, 300)]
  const handle = { kind: 'resize', x: 1, y: 0 } as const
  const { by, guides } = snapEdges(box(0, 0, 296, 60), handle, others, 6)
  expect(by).toEqual([4, 0])
  expect(guides).toEqual([{ kind: 'line', from: [300, 0], to: [300, 360] }])
})
