import { expect, test } from 'vitest'
import type { BoardObject } from '../board/object.ts'
import { boxOf, contains, grow, type Point } from '../geometry.ts'
import { commitmentWay } from './commitment-way.ts'

const object = (id: string, type: string, at: Point, fields = {}): BoardObject => ({
  id,
  type,
  at,
  size: [200, 100],
  order: 'a0',
  frame: undefined,
  fields,
})

const objects = [object('by', 'organisation', [0, 0]), object('to', 'objective', [900, 0])]
const find = { object: (id: string) => objects.find((one) => one.id === id) }
const gift = (fields: Record<string, unknown>) =>
  commitmentWay(object('gift', 'commitment', [450, 40], fields), find)

test('the way leads from who makes a commitment by way of it to what it serves, and ends at their edges', () => {
  const way = gift({ by: 'by', to: 'to' })
  expect(contains(boxOf([180, 0], [740, 140]), grow(way!.box, -19))).toBe(true)
  expect(gift({ by: 'by' })!.box.x + gift({ by: 'by' })!.box.width).toBeLessThan(500)
  expect(gift({ to: 'to' })!.box.x).toBeGreaterThan(600)
  expect(gift({ by: 'gone' })).toBeUndefined()
  expect(commitmentWay(objects[0]!, find)).toBeUndefined()
})

test('each state is told by its line, whatever the colours', () => {
  const lines = ['offered', 'accepted', 'imposed', 'made'].map((state) =>
    JSON.stringify(
      gift({ by: 'by', to: 'to', state })!.items.map((item) =>
        item.kind === 'path' ? [item.strokeWidth, item.dash, item.fill === 'paper'] : [],
      ),
    ),
  )
  expect(new Set(lines).size).toBe(4)
})
