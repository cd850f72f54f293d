import { expect, test } from 'vitest'
import {
  decodeStroke,
  encodeStroke,
  simplified,
  strokePath,
  thinned,
  type StrokePoint,
} from './stroke.ts'

const wave: StrokePoint[] = Array.from({ length: 300 }, (_, i) => [
  100 + i * 2,
  50 + Math.sin(i / 20) * 40,
  0.5,
])

test('a stroke keeps its course to a third of a unit through its code, and costs five bytes a point', () => {
  const { box, points } = encodeStroke(wave)
  expect(points).toHaveLength(wave.length * 5)
  const back = decodeStroke(points, [box.width, box.height])
  for (const [i, [x, y]] of back.entries()) {
    expect(Math.abs(x + box.x - wave[i]![0])).toBeLessThan(0.34)
    expect(Math.abs(y + box.y - wave[i]![1])).toBeLessThan(0.34)
  }
})

test('what lies on a line is left out, and the ends stay', () => {
  const line: StrokePoint[] = Array.from({ length: 50 }, (_, i) => [i, i, 0.5])
  expect(simplified(line, 0.5)).toEqual([line[0], line.at(-1)])
  const few = simplified(wave, 0.5)
  expect(few.length).toBeLessThan(60)
  expect(few.at(-1)).toEqual(wave.at(-1))
  expect(simplified([], 1)).toEqual([])
})

test('the longest scribble keeps its beginning and its end in as few points as are wanted, a short one stays as it is', () => {
  const scribble = Array.from({ length: 4_000 }, (_, i): StrokePoint => [
    i / 10 + 200 * Math.sin(i / 7),
    200 * Math.cos(i / 11),
    (1 + Math.sin(i / 5)) / 2,
  ])
  const told = thinned(scribble, 1, 240)
  expect(told.length).toBeLessThanOrEqual(240)
  expect(told[0]).toEqual(scribble[0])
  expect(told.at(-1)).toEqual(scribble.at(-1))
  const short: StrokePoint[] = [
    [0, 0, 0.5],
    [10, 8, 0.5],
    [20, 0, 0.5],
  ]
  expect(thinned(short, 1, 240)).toEqual(short)
})

test('a stroke is a closed path of finite numbers, a single point a dot', () => {
  for (const points of [wave, wave.slice(0, 1), wave.slice(0, 2)]) {
    const d = strokePath(points, { width: 4, marker: false })
    expect(d).toMatch(/^M [-\d. ]+ (Q [-\d. ]+ )+Z$/)
  }
  expect(strokePath([], { width: 4, marker: false })).toBe('')
})

test('nonsense is no stroke', () => {
  for (const bad of [undefined, null, 7, {}, '', '!!!!', 'AAA']) {
    expect(decodeStroke(bad, [10, 10])).toEqual([])
  }
})
