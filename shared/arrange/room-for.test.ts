import { expect, test } from 'vitest'
import { FRAME_EDGE, FRAME_HEAD } from './frame-room.ts'
import { boxOf, contains, intersects, type Box } from '../geometry.ts'
import { roomFor } from './room-for.ts'

const size = [400, 200] as const
const box = (x: number, y: number, width = 176, height = 176): Box => ({ x, y, width, height })

test('a block stands where it is wanted while it hides nothing', () => {
  expect(roomFor(size, [0, 0], [box(500, 0)])).toEqual([-200, -100])
})

test('a block that would hide something stands beside it', () => {
  const taken = [box(0, 0), box(250, 0), box(-300, 40)]
  const at = roomFor(size, [50, 50], taken)
  expect(taken.some((one) => intersects(one, boxOf(at, size)))).toBe(false)
  expect(Math.hypot(at[0] + 200 - 50, at[1] + 100 - 50)).toBeLessThan(400)
})

test('a block stays in the frame that it was meant for while that has room, else beside it', () => {
  const frame = box(-480, -300, 960, 600)
  const inside = roomFor(size, [0, 0], [box(-88, -150)], frame)
  const room = box(-480 + FRAME_EDGE, -300 + FRAME_HEAD, 912, 600 - FRAME_HEAD - FRAME_EDGE)
  expect(contains(room, boxOf(inside, size))).toBe(true)
  const full = [box(-456, -156, 400, 420), box(-32, -156, 480, 420)]
  const out = roomFor(size, [0, 0], full, frame)
  expect(full.some((one) => intersects(one, boxOf(out, size)))).toBe(false)
})
