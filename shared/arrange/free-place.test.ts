import { expect, test } from 'vitest'
import type { BoardObject } from '../board/object.ts'
import { boxOf, contains, intersects, type Point, type Size } from '../geometry.ts'
import { freePlace } from './free-place.ts'

const size: Size = [224, 88]
let next = 0
const object = (type: string, at: Point, its: Size = size, frame?: string): BoardObject => {
  next += 1
  return { id: `o${next}`, type, at, size: its, order: 'a0', frame, fields: {} }
}

/** Adds organisations one after the other, as people join. */
function fill(objects: BoardObject[], count: number): BoardObject[] {
  const all = [...objects]
  for (let i = 0; i < count; i += 1) {
    const { at, frame } = freePlace(all, 'organisation', size)
    all.push(object('organisation', at, size, frame))
  }
  return all
}

const overlaps = (objects: readonly BoardObject[]): number => {
  const boxes = objects.filter(({ type }) => type !== 'frame').map((o) => boxOf(o.at, o.size))
  return boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => intersects(a, b))).length
}

test('an empty board gives the middle of nowhere', () => {
  expect(freePlace([], 'organisation', size)).toEqual({ at: [0, 0], frame: undefined })
})

test('fifty newcomers stand beside each other without touching anything', () => {
  const notes = [object('note', [300, 100], [176, 176]), object('note', [0, 400], [400, 300])]
  const all = fill([object('organisation', [0, 0]), ...notes], 50)
  expect(overlaps(all)).toBe(0)
})

test('newcomers fill the others’ frame first, then go below everything', () => {
  const frame = { ...object('frame', [0, 0], [1200, 600]), id: 'map' }
  const other = object('frame', [0, 640], [1200, 300])
  const all = fill([frame, other, object('organisation', [40, 160], size, 'map')], 16)
  expect(overlaps(all)).toBe(0)
  const newcomers = all.slice(3)
  const inside = newcomers.filter((o) => o.frame === 'map')
  expect(inside.length).toBeGreaterThan(3)
  const belowTitle = { ...boxOf(frame.at, frame.size), y: 144, height: 456 }
  for (const o of inside) expect(contains(belowTitle, boxOf(o.at, o.size))).toBe(true)
  for (const o of newcomers.filter((one) => one.frame === undefined))
    expect(o.at[1]).toBeGreaterThan(940)
})

test('ties don’t take up room', () => {
  const tie = object('relationship', [504, 0])
  const { at } = freePlace([object('organisation', [0, 0]), tie], 'organisation', size)
  expect(at).toEqual([504, 0])
})

test('the second organisation stands beside the first, with room for their tie', () => {
  const { at } = freePlace([object('organisation', [0, 0])], 'organisation', size)
  expect(at).toEqual([0 + size[0] + 280, 0])
})
