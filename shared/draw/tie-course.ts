import { centreOf, type Box, type Point } from '../geometry.ts'
import { between, beside, leaves, lengthOf, pointAt, reversed, type Curve } from './curve.ts'

/** How crowded the map is around a tie: it decides how large lanes and chips are. */
export type Crowd = 'roomy' | 'busy' | 'dense'

/** A tie among its neighbours: the how-manieth of several between the same two objects, and the crowd around them. */
export interface TieSetting {
  index: number
  count: number
  crowd: Crowd
}

/** What a tie is like when nothing is known of its neighbours. */
export const ALONE: TieSetting = { index: 0, count: 1, crowd: 'roomy' }

/** Sizes in world units for each crowd. */
export const tieSizes = {
  roomy: { apart: 8, chip: 12, font: 15, lane: 3.75, heavy: 7, arrow: 12 },
  busy: { apart: 6, chip: 9.5, font: 12, lane: 2.75, heavy: 5.25, arrow: 9.5 },
  dense: { apart: 4, chip: 7, font: 9.5, lane: 1.8, heavy: 3.2, arrow: 7 },
} as const

/** One direction of a tie: from the edge of the one who speaks to the edge of the other. */
export interface Lane {
  curve: Curve
  /** where the chip of the one who speaks stands, clear of its box */
  chip: Point
  /** the `t` of the curve beside the chip's middle: what is before it is not drawn */
  begins: number
}

/** Where a tie runs: its middle line, and a lane for each side that speaks. */
export interface TieCourse {
  middle: Curve
  from: Lane
  to: Lane
  /** of the middle line, between the boxes */
  length: number
}

const GAP = 4
const CORNER = 14
const BETWEEN_PARALLELS = 58

const rounded = (value: number): number => Math.round(value * 100) / 100

/** What a tie aims at inside a box: off its centre towards the other end, so that many ties use the whole of a wide edge. */
function anchor(box: Box, other: Box): Point {
  const [x, y] = centreOf(box)
  const [ox, oy] = centreOf(other)
  const length = Math.hypot(ox - x, oy - y)
  if (length < 1) return [x, y]
  const spare = (box.width - box.height) * 0.4
  return spare > 0 ? [x + (spare * (ox - x)) / length, y] : [x, y - (spare * (oy - y)) / length]
}

/** The gently curved middle line between two points; `forward` tells which of the two ends comes first by id. */
function middleLine(a: Point, b: Point, forward: boolean, { index, count }: TieSetting): Curve {
  const dx = b[0] - a[0]
  const dy = b[1] - a[1]
  const length = Math.hypot(dx, dy)
  if (length < 1) return [a, a, b]
  const gentle = Math.min(length * 0.07, 36)
  const bow = (gentle + (index - (count - 1) / 2) * BETWEEN_PARALLELS) * (forward ? 1 : -1)
  // A quadratic passes half as far from its chord as its control point lies.
  const reach = (2 * bow) / length
  return [a, [rounded((a[0] + b[0]) / 2 - dy * reach), rounded((a[1] + b[1]) / 2 + dx * reach)], b]
}

/** The part of a curve between the two boxes; undefined where they leave no room for one. */
function clipped(
  curve: Curve,
  start: Box,
  end: Box,
): readonly [first: number, last: number] | undefined {
  const first = leaves(curve, start, CORNER, GAP)
  const last = 1 - leaves(reversed(curve), end, CORNER, GAP)
  return last > first ? [first, last] : undefined
}

function laneOf(
  whole: Curve,
  start: Box,
  end: Box,
  crowd: Crowd,
  stagger: number,
): Lane | undefined {
  const { apart, chip } = tieSizes[crowd]
  const lane = beside(whole, apart)
  const part = clipped(lane, start, end)
  if (!part) return undefined
  const [first, last] = part
  // Outward from its own lane, so that the chip leaves the other lane free.
  const outer = beside(whole, Math.max(apart, chip - 0.5))
  const clear = leaves(outer, start, CORNER, chip + 2 + stagger * chip * 2.2)
  return {
    curve: between(lane, first, last),
    chip: pointAt(outer, clear),
    begins: Math.min(1, Math.max(0, (clear - first) / (last - first))),
  }
}

/**
 * The course between the boxes of a tie's two ends; undefined where they overlap so far that no tie can be seen.
 * `stagger`, 0 to 2, sets the chips off from their boxes, so that those of a fan of ties do not cover each other.
 */
export function tieCourse(
  from: Box,
  to: Box,
  forward: boolean,
  setting: TieSetting,
  stagger = 0,
): TieCourse | undefined {
  const whole = middleLine(anchor(from, to), anchor(to, from), forward, setting)
  const part = clipped(whole, from, to)
  const there = laneOf(whole, from, to, setting.crowd, stagger)
  const back = laneOf(reversed(whole), to, from, setting.crowd, stagger)
  if (!part || !there || !back) return undefined
  const middle = between(whole, part[0], part[1])
  return { middle, from: there, to: back, length: lengthOf(middle) }
}
