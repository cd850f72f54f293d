import { centreOf, type Box, type Point } from '../geometry.ts'
import { along, between, beside, leaves, lengthOf, reversed, type Curve } from './curve.ts'

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
  dense: { apart: 4, chip: 7, font: 9.5, lane: 1.8, heavy: 3.6, arrow: 7 },
} as const

/** Where a tie runs: its middle line and its two lanes, each from the edge of the one who speaks to the edge of the other. */
export interface TieCourse {
  middle: Curve
  from: Curve
  to: Curve
  /** of the middle line, between the boxes */
  length: number
}

const GAP = 4
const CORNER = 14
const BETWEEN_PARALLELS = 58

const rounded = (value: number): number => Math.round(value * 100) / 100

/** The gently curved middle line between two centres; `forward` tells which of the two ends comes first by id. */
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

/** The part of a lane between the two boxes; undefined where they leave no room for one. */
function clipped(lane: Curve, start: Box, end: Box): Curve | undefined {
  const first = leaves(lane, start, CORNER, GAP)
  const last = 1 - leaves(reversed(lane), end, CORNER, GAP)
  return last > first ? between(lane, first, last) : undefined
}

/** The course between the boxes of a tie's two ends; undefined where they overlap so far that no tie can be seen. */
export function tieCourse(
  from: Box,
  to: Box,
  forward: boolean,
  setting: TieSetting,
): TieCourse | undefined {
  const whole = middleLine(centreOf(from), centreOf(to), forward, setting)
  const { apart } = tieSizes[setting.crowd]
  const middle = clipped(whole, from, to)
  const there = clipped(beside(whole, apart), from, to)
  const back = clipped(beside(reversed(whole), apart), to, from)
  if (!middle || !there || !back) return undefined
  return { middle, from: there, to: back, length: lengthOf(middle) }
}

/** The piece of a lane from `start` world units after its beginning to `end` before its end. */
export function trimmed(lane: Curve, start: number, end: number): Curve {
  const length = lengthOf(lane)
  const first = along(start, length)
  return between(lane, first, Math.max(first, 1 - along(end, length)))
}
