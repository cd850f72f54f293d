import type { LaneMeasure } from '../board/layout.ts'
import type { Step } from '../board/readings.ts'
import type { Point } from '../geometry.ts'
import type { Token } from '../look/palette.ts'
import { formatMean, stepOf, type TieValue } from '../measures/tie.ts'
import { textWidth } from '../text/measure.ts'
import { along, between, curvePath, directionAt, lengthOf, pointAt, type Curve } from './curve.ts'
import { glyph, type Glyph } from './glyphs.ts'
import type { DrawItem, PathItem } from './items.ts'
import { polygon } from './paths.ts'
import { tieSizes, type Crowd, type Lane } from './tie-course.ts'
import { label } from './words.ts'

/** The colour of each step, for trust, contact and level. */
const stepTokens: Readonly<Record<LaneMeasure, Readonly<Record<Step, Token>>>> = {
  trust: { 1: 'trust1', 2: 'trust2', 3: 'trust3', 4: 'trust4' },
  contact: { 1: 'contact1', 2: 'contact2', 3: 'contact3', 4: 'contact4' },
  level: { 1: 'contact1', 2: 'contact2', 3: 'contact3', 4: 'contact4' },
}

/** The colour of what one side says. */
function valueToken(value: TieValue, measure: LaneMeasure): Token {
  if (value === undefined) return 'trustNone'
  return value === 'unknown' ? 'trustUnknown' : stepTokens[measure][stepOf(value)]
}

type Sizes = (typeof tieSizes)[Crowd]

function strokes(body: Curve, value: TieValue, token: Token, sizes: Sizes): PathItem[] {
  const d = curvePath(body)
  const { lane, heavy } = sizes
  const base = { kind: 'path', d, stroke: token } as const
  if (value === undefined) return [{ ...base, strokeWidth: Math.max(1, lane * 0.35) }]
  if (value === 'unknown') {
    // A tube: the paper inside tells it from every step, whatever the colours.
    const wall = Math.max(0.8, lane * 0.35)
    return [
      { ...base, strokeWidth: heavy, cap: 'butt' },
      { ...base, stroke: 'paper', strokeWidth: heavy - 2 * wall, cap: 'butt' },
    ]
  }
  const styles: Record<Step, PathItem> = {
    1: { ...base, strokeWidth: lane * 1.1, dash: [0.01, lane * 2.1], cap: 'round' },
    2: { ...base, strokeWidth: lane, dash: [lane * 3, lane * 1.7], cap: 'butt' },
    3: { ...base, strokeWidth: lane, cap: 'butt' },
    4: { ...base, strokeWidth: heavy, cap: 'butt' },
  }
  return [styles[stepOf(value)]]
}

/** How a lane runs along `body` that says `value`, told by pattern and weight as well as by colour; its arrow and its chip are not in it. */
export const laneStrokes = (
  body: Curve,
  { value, measure, crowd }: Omit<LaneLook, 'mode'>,
): PathItem[] => strokes(body, value, valueToken(value, measure), tieSizes[crowd])

/** How long the arrow of a lane is. */
function arrowLength(value: TieValue, { arrow, heavy }: Sizes): number {
  if (value === undefined) return arrow * 0.6
  return typeof value === 'number' && stepOf(value) === 4 ? arrow + heavy * 0.4 : arrow
}

/** The arrow at the end of a lane: filled where there is an answer, hollow where there is none. */
function arrowHead(lane: Curve, value: TieValue, token: Token, sizes: Sizes): PathItem {
  const tip = lane[2]
  const size = arrowLength(value, sizes)
  const [dx, dy] = directionAt(lane, 1 - along(size / 2, lengthOf(lane)))
  const half = size * 0.5
  const back: Point = [tip[0] - dx * size, tip[1] - dy * size]
  const left: Point = [back[0] - dy * half, back[1] + dx * half]
  const right: Point = [back[0] + dy * half, back[1] - dx * half]
  const d = polygon([tip, left, right])
  if (value === undefined || value === 'unknown') {
    return { kind: 'path', d, fill: 'paper', stroke: token, strokeWidth: sizes.lane * 0.35 }
  }
  return { kind: 'path', d, fill: token }
}

/** The words on the chip of what one side says; undefined when it has not spoken. */
const chipText = (value: TieValue): string | undefined =>
  value === undefined ? undefined : value === 'unknown' ? '?' : formatMean(value)

function chip(value: TieValue, token: Token, [x, y]: Point, sizes: Sizes): DrawItem[] {
  const text = chipText(value)
  if (text === undefined) return []
  const radius = sizes.chip
  const font = text.length > 2 ? sizes.font * 0.86 : sizes.font
  const width = Math.max(radius * 2, textWidth(text, font, 700) + radius * 0.6)
  const hollow = value === 'unknown'
  return [
    {
      kind: 'rect',
      x: x - width / 2,
      y: y - radius,
      width,
      height: radius * 2,
      radius,
      fill: hollow ? 'raised' : token,
      stroke: hollow ? token : 'paper',
      strokeWidth: Math.max(1.25, radius / 6),
    },
    label(text, x, y, font, hollow ? token : 'onTrust'),
  ]
}

/** What one lane shows. */
export interface LaneLook {
  value: TieValue
  measure: LaneMeasure
  crowd: Crowd
  /** the glyph of the mode of partnership that the speaker sees */
  mode?: Glyph | undefined
}

/** The glyph of a mode of partnership on a plate that is centred on a point. */
export function modePlate(mode: Glyph, [x, y]: Point, crowd: Crowd): DrawItem[] {
  const { chip: radius } = tieSizes[crowd]
  const [width, height, size] = [radius * 2.5, radius * 1.7, radius * 1.5]
  return [
    {
      kind: 'rect',
      x: x - width / 2,
      y: y - height / 2,
      width,
      height,
      radius: height / 2,
      fill: 'raised',
      stroke: 'quiet',
      strokeWidth: 1,
      detail: 'fine',
    },
    glyph(mode, x - size / 2, y - size / 2, size, 'ink'),
  ]
}

/** Where the mode of a lane's speaker stands: next after its chip. */
function modePlace({ curve, begins }: Lane, length: number, sizes: Sizes): Point {
  const t = begins + along(sizes.chip * 2.8, length)
  const [x, y] = pointAt(curve, t)
  const [dx, dy] = directionAt(curve, t)
  const out = Math.max(0, sizes.chip - sizes.apart)
  return [x - dy * out, y + dx * out]
}

/** How long a tie must be, in chips, to carry the modes of its ends. */
export const MODE_LENGTH = 14

/** One lane with its arrow beneath, and over it the chip (and mode) of the side that speaks, at its beginning. */
export function drawLane(
  lane: Lane,
  { value, measure, crowd, mode }: LaneLook,
): { under: DrawItem[]; over: DrawItem[] } {
  const sizes = tieSizes[crowd]
  const token = valueToken(value, measure)
  const { curve, begins } = lane
  const length = lengthOf(curve)
  const spoken = value !== undefined && length > sizes.chip * 4
  const head = along(arrowLength(value, sizes) * 0.9, length)
  const start = spoken ? begins : 0
  const body = start + head < 1 ? between(curve, start, 1 - head) : curve
  return {
    under: [...laneStrokes(body, { value, measure, crowd }), arrowHead(curve, value, token, sizes)],
    over: [
      ...(mode && length > sizes.chip * MODE_LENGTH
        ? modePlate(mode, modePlace(lane, length, sizes), crowd)
        : []),
      ...(spoken ? chip(value, token, lane.chip, sizes) : []),
    ],
  }
}
