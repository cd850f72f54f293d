import type { TieMeasure } from '../board/layout.ts'
import type { Step } from '../board/readings.ts'
import type { Point } from '../geometry.ts'
import type { Token } from '../look/palette.ts'
import { formatMean, stepOf, type TieValue } from '../measures/tie.ts'
import { textWidth } from '../text/measure.ts'
import { along, curvePath, directionAt, lengthOf, pointAt, type Curve } from './curve.ts'
import type { DrawItem, PathItem } from './items.ts'
import { polygon } from './paths.ts'
import { tieSizes, trimmed, type Crowd } from './tie-course.ts'
import { label } from './words.ts'

/** The colour of each step, for trust and for contact. */
export const stepTokens: Readonly<Record<TieMeasure, Readonly<Record<Step, Token>>>> = {
  trust: { 1: 'trust1', 2: 'trust2', 3: 'trust3', 4: 'trust4' },
  contact: { 1: 'contact1', 2: 'contact2', 3: 'contact3', 4: 'contact4' },
}

/** The colour of what one side says. */
export function valueToken(value: TieValue, measure: TieMeasure): Token {
  if (value === undefined) return 'trustNone'
  return value === 'unknown' ? 'trustUnknown' : stepTokens[measure][stepOf(value)]
}

type Sizes = (typeof tieSizes)[Crowd]

function strokes(body: Curve, value: TieValue, token: Token, sizes: Sizes): PathItem[] {
  const d = curvePath(body)
  const { lane, heavy } = sizes
  const base = { kind: 'path', d, stroke: token } as const
  if (value === undefined) return [{ ...base, strokeWidth: Math.max(1, lane * 0.4) }]
  if (value === 'unknown') {
    // A tube: the paper inside tells it from every step, whatever the colours.
    return [
      { ...base, strokeWidth: heavy, cap: 'butt' },
      { ...base, stroke: 'paper', strokeWidth: Math.max(heavy - 2.5, heavy * 0.45), cap: 'butt' },
    ]
  }
  const styles: Record<Step, PathItem> = {
    1: { ...base, strokeWidth: lane * 1.15, dash: [0.01, lane * 2.3], cap: 'round' },
    2: { ...base, strokeWidth: lane, dash: [lane * 3.2, lane * 1.9], cap: 'butt' },
    3: { ...base, strokeWidth: lane, cap: 'butt' },
    4: { ...base, strokeWidth: heavy, cap: 'butt' },
  }
  return [styles[stepOf(value)]]
}

/** The arrow at the end of a lane: filled where there is an answer, open where there is none. */
function arrow(lane: Curve, value: TieValue, token: Token, sizes: Sizes): PathItem {
  const tip = lane[2]
  const [dx, dy] = directionAt(lane, 1)
  const size = value === undefined ? sizes.arrow * 0.6 : sizes.arrow
  const half = size * 0.46
  const back: Point = [tip[0] - dx * size, tip[1] - dy * size]
  const left: Point = [back[0] - dy * half, back[1] + dx * half]
  const right: Point = [back[0] + dy * half, back[1] - dx * half]
  const d = polygon([tip, left, right])
  if (value === undefined || value === 'unknown') {
    return { kind: 'path', d, fill: 'paper', stroke: token, strokeWidth: 1.25 }
  }
  return { kind: 'path', d, fill: token }
}

/** The words on the chip of what one side says; undefined when it has not spoken. */
export const chipText = (value: TieValue): string | undefined =>
  value === undefined ? undefined : value === 'unknown' ? '?' : formatMean(value)

/** A chip with what one side says, centred on a point. */
export function chip(
  value: TieValue,
  token: Token,
  [x, y]: Point,
  radius: number,
  font: number,
): DrawItem[] {
  const text = chipText(value)
  if (text === undefined) return []
  const width = Math.max(radius * 2, textWidth(text, font, 700) + radius * 0.9)
  const hollow = value === 'unknown'
  return [
    {
      kind: 'rect',
      ...{ x: x - width / 2, y: y - radius, width, height: radius * 2, radius },
      fill: hollow ? 'raised' : token,
      stroke: hollow ? token : 'paper',
      strokeWidth: 2,
    },
    label(text, x, y, font, hollow ? token : 'onTrust'),
  ]
}

/** One lane with its arrow, and with the chip of the side that speaks at its beginning. */
export function drawLane(
  lane: Curve,
  value: TieValue,
  measure: TieMeasure,
  crowd: Crowd,
): { under: DrawItem[]; over: DrawItem[] } {
  const sizes = tieSizes[crowd]
  const token = valueToken(value, measure)
  const length = lengthOf(lane)
  const head = value === undefined ? sizes.arrow * 0.5 : sizes.arrow * 0.8
  const body = length > head * 2 ? trimmed(lane, 0, head) : lane
  const t = along(sizes.chip + 3, length)
  const [x, y] = pointAt(lane, t)
  const [dx, dy] = directionAt(lane, t)
  // Outward from its own lane, so that the chip leaves the other lane free.
  const out = Math.max(0, sizes.chip - sizes.apart - 0.5)
  const chipAt: Point = [x - dy * out, y + dx * out]
  return {
    under: [...strokes(body, value, token, sizes), arrow(lane, value, token, sizes)],
    over: length > sizes.chip * 4 ? chip(value, token, chipAt, sizes.chip, sizes.font) : [],
  }
}
