import { expect, test } from 'vitest'
import type { Box, Point } from '../geometry.ts'
import {
  distanceToRoute,
  elbowRoute,
  halfWay,
  routePath,
  straightRoute,
  type End,
} from './route.ts'

const end = (x: number, y: number, width = 100, height = 60): End => ({
  box: { x, y, width, height },
  outline: 'box',
})

const passes = (points: readonly Point[], { x, y, width, height }: Box): boolean =>
  points.some(([ax, ay], i) => {
    const [bx, by] = points[i + 1] ?? [ax, ay]
    return Array.from({ length: 51 }, (_, k) => k / 50).some((t) => {
      const [px, py] = [ax + (bx - ax) * t, ay + (by - ay) * t]
      return px > x + 1 && px < x + width - 1 && py > y + 1 && py < y + height - 1
    })
  })

test('a straight line runs from edge to edge, of an ellipse and a diamond too', () => {
  expect(straightRoute(end(0, 0), end(300, 0))).toEqual([
    [104, 30],
    [296, 30],
  ])
  const round = straightRoute(
    { ...end(0, 0, 100, 100), outline: 'ellipse' },
    end(300, 300, 100, 100),
  )
  expect(round?.[0]?.[0]).toBeCloseTo(50 + 54 * Math.SQRT1_2, 1)
  const diamond = straightRoute(
    { ...end(0, 0, 100, 100), outline: 'diamond' },
    end(300, 300, 100, 100),
  )
  expect(diamond?.[0]?.[0]).toBeCloseTo(75 + 4 * Math.SQRT1_2, 1)
  expect(straightRoute(end(0, 0), end(20, 10))).toBeUndefined()
})

test('an elbow goes through neither end, wherever they stand', () => {
  const from = end(0, 0, 120, 80)
  for (let x = -400; x <= 400; x += 50) {
    for (let y = -400; y <= 400; y += 50) {
      const to = end(x, y)
      const apart = x > 130 || x < -110 || y > 90 || y < -70
      if (!apart) continue
      const route = elbowRoute(from, to)
      expect(route, `${x} ${y}`).toBeDefined()
      expect(passes(route!, from.box) || passes(route!, to.box), `${x} ${y}`).toBe(false)
      for (const [i, [px, py]] of route!.entries()) {
        const [qx, qy] = route![i + 1] ?? [px, py]
        expect(Math.min(Math.abs(px - qx), Math.abs(py - qy))).toBeLessThan(0.02)
      }
    }
  }
})

test('an elbow between two that face each other is one line, and between two set off has two bends', () => {
  expect(elbowRoute(end(0, 0), end(300, 0))).toEqual([
    [104, 30],
    [296, 30],
  ])
  expect(elbowRoute(end(0, 0), end(300, 20))).toHaveLength(4)
})

test('half way is measured along the route, and corners are rounded', () => {
  const route: Point[] = [
    [0, 0],
    [100, 0],
    [100, 300],
  ]
  expect(halfWay(route)).toEqual([100, 100])
  expect(routePath(route)).toBe('M 0 0 L 90 0 Q 100 0 100 10 L 100 300')
  expect(distanceToRoute(route, [50, 7])).toBe(7)
})

test('a line ends at the outline of what is turned, not at the box around it', () => {
  const lying = { ...end(0, 0, 100, 60), box: { ...end(0, 0, 100, 60).box, angle: 90 } }
  expect(straightRoute(lying, end(300, 0))?.[0]?.map(Math.round)).toEqual([84, 30])
  const askew = { ...lying, box: { ...lying.box, angle: 45 } }
  const from = elbowRoute(askew, end(300, 200))?.[0]
  const [dx, dy] = [(from?.[0] ?? 0) - 50, (from?.[1] ?? 0) - 30]
  // Along its own axes the end is half its width or height from the middle, and the gap.
  const [along, across] = [(dx + dy) * Math.SQRT1_2, (dy - dx) * Math.SQRT1_2]
  expect(Math.abs(along) <= 53.5 && Math.abs(across) <= 33.5).toBe(true)
  expect(Math.max(Math.abs(along) / 50, Math.abs(across) / 30)).toBeGreaterThan(1)
})

test('an elbow between middles that are all but level is one line, which ends at the outlines', () => {
  const [start, stop, ...more] = elbowRoute(end(0, 0), end(300, 12)) ?? []
  expect([start, stop]).toEqual([
    [104, 36],
    [296, 36],
  ])
  expect(more).toEqual([])
  const diamond = elbowRoute({ ...end(0, 0), outline: 'diamond' }, end(300, 12)) ?? []
  expect(diamond).toEqual([
    [94, 36],
    [296, 36],
  ])
  expect(elbowRoute(end(0, 0), end(-18, 200))).toHaveLength(2)
})
