import { expect, test } from 'vitest'
import type { StrokePoint } from '../../shared/draw/stroke.ts'
import { thinned } from './ink-out.ts'

test('the longest scribble is told in few points, from its beginning to where it has come', () => {
  const scribble = Array.from({ length: 4_000 }, (_, i): StrokePoint => [
    i / 10 + 200 * Math.sin(i / 7),
    200 * Math.cos(i / 11),
    (1 + Math.sin(i / 5)) / 2,
  ])
  const told = thinned(scribble, 1)
  expect(told.length).toBeLessThanOrEqual(240)
  expect(told[0]).toEqual(scribble[0])
  expect(told.at(-1)).toEqual(scribble.at(-1))
})

test('a short stroke is told as it is', () => {
  const stroke: StrokePoint[] = [
    [0, 0, 0.5],
    [10, 8, 0.5],
    [20, 0, 0.5],
  ]
  expect(thinned(stroke, 1)).toEqual(stroke)
})
