import { expect, test } from 'vitest'
import { toScreen } from '../../model/camera.ts'
import { viewHere } from './view-here.ts'

const WALL = {
  viewport: [1920, 1080],
  insets: { top: 240, right: 24, bottom: 24, left: 24 },
} as const

test.each([
  ['a laptop', [-611, -292, 683, 316]],
  ['a phone', [-195, -286, 195, 286]],
  ['a wider screen than this', [-1208, -586, 1280, 610]],
] as const)(
  'all that a facilitator sees on %s is on the big screen below its words',
  (_, screen) => {
    const [x, y, scale] = [500, -300, 0.5]
    const [cx, cy, here] = viewHere({ view: [x, y, scale], screen: [...screen] }, WALL)!
    const camera = { centre: [cx, cy] as const, scale: here }
    const at = (dx: number, dy: number) =>
      toScreen(camera, WALL.viewport, [x + dx / scale, y + dy / scale])
    const [left, top] = at(screen[0], screen[1])
    const [right, bottom] = at(screen[2], screen[3])
    expect(left).toBeGreaterThanOrEqual(23.9)
    expect(top).toBeGreaterThanOrEqual(239.9)
    expect(right).toBeLessThanOrEqual(1896.1)
    expect(bottom).toBeLessThanOrEqual(1056.1)
    // As large as there is room for.
    expect(Math.max(right - left - 1872, bottom - top - 816)).toBeCloseTo(0)
  },
)

test('who doesn’t say how large their screen is, is followed by the place alone', () => {
  expect(viewHere({ view: [1, 2, 0.5] }, WALL)).toEqual([1, 2, 0.5])
  expect(viewHere({ screen: [-400, -300, 400, 300] }, WALL)).toBeUndefined()
})
