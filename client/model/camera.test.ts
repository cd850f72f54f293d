import { describe, expect, test } from 'vitest'
import type { Point, Size } from '../../shared/geometry.ts'
import {
  boxInSight,
  between,
  fitBox,
  makeRoom,
  MAX_SCALE,
  MIN_SCALE,
  panBy,
  toScreen,
  toWorld,
  visibleBox,
  wayBack,
  zoomAt,
  type Camera,
} from './camera.ts'

const viewport: Size = [1000, 600]
const camera: Camera = { centre: [120, -40], scale: 0.8 }

const at6 = (point: Point): number[] => point.map((n) => Math.round(n * 1e6) / 1e6)

describe('camera', () => {
  test('screen and world are inverse', () => {
    const point: Point = [333, 77]
    expect(at6(toScreen(camera, viewport, toWorld(camera, viewport, point)))).toEqual(at6(point))
    expect(at6(toScreen(camera, viewport, camera.centre))).toEqual(at6([500, 300]))
  })

  test('zoom leaves the world under the pointer where it is, and keeps to its limits', () => {
    const at: Point = [200, 450]
    const before = toWorld(camera, viewport, at)
    for (const scale of [0.1, 1, 3.3])
      expect(at6(toWorld(zoomAt(camera, viewport, at, scale), viewport, at))).toEqual(at6(before))
    expect(zoomAt(camera, viewport, at, 99).scale).toBe(MAX_SCALE)
    expect(zoomAt(camera, viewport, at, 0).scale).toBe(MIN_SCALE)
    expect(zoomAt(camera, viewport, at, Number.NaN).scale).toBe(1)
  })

  test('pan pushes the picture by CSS px', () => {
    const moved = panBy(camera, 30, -10)
    const world = toWorld(camera, viewport, [100, 100])
    expect(at6(toScreen(moved, viewport, world))).toEqual(at6([130, 90]))
  })

  test('fit shows all of a box clear of the panels, never beyond the closest scale', () => {
    const box = { x: -500, y: 100, width: 4000, height: 900 }
    const insets = { top: 60, right: 320, bottom: 0, left: 56 }
    const fitted = fitBox(box, viewport, insets)
    const [left, top] = toScreen(fitted, viewport, [box.x, box.y])
    const [right, bottom] = toScreen(fitted, viewport, [box.x + box.width, box.y + box.height])
    expect(left).toBeGreaterThanOrEqual(insets.left)
    expect(right).toBeLessThanOrEqual(viewport[0] - insets.right)
    expect(top).toBeGreaterThanOrEqual(insets.top)
    expect(bottom).toBeLessThanOrEqual(viewport[1])
    expect(fitBox({ x: 0, y: 0, width: 10, height: 10 }, viewport).scale).toBe(1)
  })

  test('room is made only when a panel covers the box', () => {
    const still: Camera = { centre: [500, 300], scale: 1 }
    const insets = { top: 0, right: 300, bottom: 0, left: 0 }
    expect(
      makeRoom(still, { x: 100, y: 100, width: 80, height: 80 }, viewport, insets),
    ).toBeUndefined()
    const moved = makeRoom(still, { x: 800, y: 100, width: 80, height: 80 }, viewport, insets)
    expect(moved && toScreen(moved, viewport, [880, 100])[0]).toBe(684)
  })

  test('a flight starts and ends exactly where it should and shows one fixed point when it only zooms', () => {
    const at: Point = [900, 80]
    const goal = zoomAt(camera, viewport, at, 3)
    const world = toWorld(camera, viewport, at)
    expect(between(camera, goal, 1)).toEqual(goal)
    expect(at6(between(camera, goal, 0).centre)).toEqual(at6(camera.centre))
    for (const t of [0.2, 0.5, 0.9])
      expect(at6(toScreen(between(camera, goal, t), viewport, world))).toEqual(at6(at))
  })

  test("the visible box has the screen's corners", () => {
    const box = visibleBox(camera, viewport)
    expect(at6([box.x, box.y])).toEqual(at6(toWorld(camera, viewport, [0, 0])))
    expect(at6([box.x + box.width, box.y + box.height])).toEqual(
      at6(toWorld(camera, viewport, viewport)),
    )
  })
})

test('what lies out of sight of all else does not send the camera where nothing is', () => {
  const near = [0, 300, 600].map((x) => ({ x, y: 0, width: 100, height: 100 }))
  const far = { x: 1e6, y: -1e6, width: 100, height: 100 }
  const huge = { x: -50, y: 300, width: 1e6, height: 100 }
  const together = { x: 0, y: 0, width: 700, height: 100 }
  expect(boxInSight(near, [1440, 900])).toEqual(together)
  expect(boxInSight([far, huge, ...near], [1440, 900])).toEqual(together)
  expect(boxInSight([far], [1440, 900])).toEqual(far)
  expect(boxInSight([], [1440, 900])).toBeUndefined()
})

test('there is a way back to the camera that was left, until somebody moves the map', () => {
  const [from, to] = [
    { centre: [0, 0], scale: 1 },
    { centre: [30, 40], scale: 0.5 },
  ] as const
  expect(wayBack({ from, to }, { ...to })).toBe(from)
  expect(wayBack({ from, to }, { ...to, centre: [30, 41] })).toBeUndefined()
  expect(wayBack({ from, to }, { ...to, scale: 0.6 })).toBeUndefined()
  expect(wayBack(null, to)).toBeUndefined()
})
