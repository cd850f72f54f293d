import { expect, test } from 'vitest'
import { boxOf, centreOf } from '../../shared/geometry.ts'
import { workspaceWith } from '../model/fixtures/workspace.ts'
import { boxAlong } from './neighbours.ts'

const shape = (id: string, at: readonly [number, number], turn: number) => ({
  id,
  type: 'shape',
  at,
  size: [100, 40] as const,
  fields: { turn },
})

const { board } = workspaceWith([
  shape('upright', [300, 0], 0),
  shape('slanting', [300, 0], 30),
  shape('across', [300, 0], 120),
])

const seen = (id: string, angle: number): Record<string, number> | undefined => {
  const object = board.object(id)
  const own = boxOf([0, 0], [100, 40])
  const box = object && boxAlong(object, board, { angle, about: centreOf(own) })
  return box && Object.fromEntries(Object.entries(box).map(([key, n]) => [key, Math.round(n)]))
}

test('what is turned alike, or square to it, is seen along its edges; what slants another way not at all', () => {
  // The one stands 300 to the right, which from 30° is 260 to the right and 150 up.
  expect(seen('slanting', 30)).toEqual({ x: 260, y: -150, width: 100, height: 40 })
  expect(seen('across', 30)).toEqual({ x: 290, y: -180, width: 40, height: 100 })
  expect(seen('upright', 30)).toBeUndefined()
})

test('what lies on its side sees what is upright, and the box around what slants', () => {
  // From 90° what is right is up.
  expect(seen('upright', 90)).toEqual({ x: 30, y: -330, width: 40, height: 100 })
  expect(seen('slanting', 90)).toMatchObject({ width: 85, height: 107 })
})
