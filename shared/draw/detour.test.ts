import { expect, test } from 'vitest'
import { grow, intersects, type Box, type Point } from '../geometry.ts'
import { elbowRoute, type End } from './route.ts'

const end = (x: number, y: number, width = 100, height = 60): End => ({
  box: { x, y, width, height },
  outline: 'box',
})

const boxesOf = (points: readonly Point[]): Box[] =>
  points.slice(1).map(([x, y], i) => {
    const [px, py] = points[i] ?? [x, y]
    const [left, top] = [Math.min(x, px), Math.min(y, py)]
    return { x: left, y: top, width: Math.max(x, px) - left, height: Math.max(y, py) - top }
  })

const meets = (points: readonly Point[], box: Box): boolean =>
  boxesOf(points).some((piece) => intersects(piece, box))

const isUpright = (points: readonly Point[]): boolean =>
  boxesOf(points).every(({ width, height }) => Math.min(width, height) < 0.02)

/** Repeatable numbers below 1 (a Lehmer generator). */
function random(seed: number): () => number {
  let state = seed
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}

test('an elbow leads around a wall between its ends, with room for a line of words', () => {
  const wall = { x: 180, y: -40, width: 60, height: 190 }
  const route = elbowRoute(end(0, 0), end(320, 0), [wall])
  expect(route && isUpright(route)).toBe(true)
  expect(meets(route ?? [], grow(wall, 20))).toBe(false)
  // Over its top, which is nearer than its foot.
  expect(Math.min(...(route ?? []).map(([, y]) => y))).toBe(-62)
})

test('what is beside the line leaves it as it is', () => {
  const free = elbowRoute(end(0, 0), end(320, 200))
  expect(elbowRoute(end(0, 0), end(320, 200), [{ x: 150, y: -90, width: 60, height: 60 }])).toEqual(
    free,
  )
})

test('an elbow between what stands one above the other leads around, too', () => {
  const wall = { x: -20, y: 120, width: 200, height: 40 }
  const route = elbowRoute(end(0, 0), end(0, 240), [wall])
  expect(meets(route ?? [], wall)).toBe(false)
})

test('with no way out between its ends it runs as if nothing were there', () => {
  const ring = [
    { x: -60, y: -60, width: 40, height: 180 },
    { x: 120, y: -60, width: 40, height: 180 },
    { x: -60, y: -60, width: 220, height: 40 },
    { x: -60, y: 80, width: 220, height: 40 },
  ]
  expect(elbowRoute(end(0, 0), end(320, 0), ring)).toEqual(elbowRoute(end(0, 0), end(320, 0)))
})

test('among many things it goes through none of them, and the same way whatever their sequence', () => {
  const next = random(5)
  let led = 0
  for (let round = 0; round < 60; round++) {
    const [from, to] = [end(0, 0), end(500 + next() * 200, next() * 500 - 250)]
    const obstacles = Array.from({ length: 10 }, () => ({
      x: 140 + next() * 300,
      y: next() * 600 - 300,
      width: 20 + next() * 80,
      height: 20 + next() * 80,
    })).filter((box) => !intersects(grow(to.box, 60), box))
    const route = elbowRoute(from, to, obstacles) ?? []
    expect(isUpright(route)).toBe(true)
    expect([from.box, to.box, ...obstacles].some((box) => meets(route, grow(box, -1.5)))).toBe(
      false,
    )
    expect(elbowRoute(from, to, obstacles.toReversed())).toEqual(route)
    if (String(route) !== String(elbowRoute(from, to))) led++
  }
  expect(led).toBeGreaterThan(20)
})
