import type { Point } from '../geometry.ts'
import { formatGap, gapOf, WIDE_GAP, type TieValue } from '../measures/tie.ts'
import { textWidth } from '../text/measure.ts'
import { directionAt, pointAt, type Curve } from './curve.ts'
import { glyph, type Glyph } from './glyphs.ts'
import type { DrawItem, RectItem } from './items.ts'
import { bandPath, placedPath, polygon } from './paths.ts'
import { tieSizes, type Crowd } from './tie-course.ts'
import { MODE_LENGTH } from './tie.ts'
import { label, words } from './words.ts'

/** What stands in the middle of a tie. */
export interface TieMiddle {
  middle: Curve
  length: number
  crowd: Crowd
  from: { value: TieValue; initials: string }
  to: { value: TieValue; initials: string }
  /** what the tie is about */
  label: string
  /** whether the lanes carry modes, which take room beside the chips */
  modes: boolean
  sharedPlace: boolean
  competingFor: boolean
}

type Sizes = (typeof tieSizes)[Crowd]

/** One thing of the row in the middle: drawn from its left edge on the middle line. */
interface Part {
  width: number
  draw(x: number, y: number): DrawItem[]
}

const plate = (x: number, y: number, width: number, height: number): RectItem => ({
  kind: 'rect',
  x,
  y: y - height / 2,
  width,
  height,
  radius: height / 2,
})

const triangle = ([x, y]: Point, [dx, dy]: Point, size: number): string =>
  polygon([
    [x + dx * size, y + dy * size],
    [x - dx * size * 0.6 - dy * size * 0.9, y - dy * size * 0.6 + dx * size * 0.9],
    [x - dx * size * 0.6 + dy * size * 0.9, y - dy * size * 0.6 - dx * size * 0.9],
  ])

/** A badge in two halves: which way the gap is counted, and its signed size. */
function gapBadge(gap: number, look: TieMiddle, sizes: Sizes, room: number): Part {
  const { from, to, middle } = look
  const height = sizes.chip * 2
  const figure = formatGap(gap)
  const figureWidth = textWidth(figure, sizes.font, 700) + sizes.chip * 1.3
  const small = sizes.font * 0.8
  const fromWidth = textWidth(from.initials, small, 600)
  const toWidth = textWidth(to.initials, small, 600)
  const named = fromWidth + toWidth + small * 0.9 + sizes.chip * 1.5
  // Too little room for names: an arrow alone tells which way is counted.
  const whole = named + figureWidth <= room
  const first = whole ? named : sizes.chip * 1.7
  const width = first + figureWidth
  return {
    width,
    draw: (x, y) => {
      const arrowX = whole ? x + sizes.chip * 0.8 + fromWidth + small * 0.45 : x + first / 2 + 1
      const direction = whole ? ([1, 0] as const) : directionAt(middle, 0.5)
      const arrow = triangle([arrowX, y], direction, small * (whole ? 0.28 : 0.42))
      const band = bandPath(figureWidth, height, height / 2)
      return [
        { ...plate(x, y, width, height), fill: 'raised' },
        { kind: 'path', d: mirrored(band, x + width, y - height / 2), fill: 'attention' },
        {
          ...plate(x, y, width, height),
          stroke: 'attention',
          strokeWidth: Math.max(1.25, sizes.chip / 8),
        },
        { kind: 'path', d: arrow, fill: 'ink' },
        ...(whole
          ? [
              label(from.initials, x + sizes.chip * 0.8, y, small, 'ink', 600, 'left'),
              label(to.initials, arrowX + small * 0.45, y, small, 'ink', 600, 'left'),
            ]
          : []),
        label(figure, x + first + figureWidth / 2 - 1, y, sizes.font, 'onAttention'),
      ]
    },
  }
}

/** A left-rounded band turned to the right edge `x`, its top at `y`. */
const mirrored = (band: string, x: number, y: number): string => {
  let horizontal = false
  const turned = band.replace(/-?\d+(?:\.\d+)?/g, (number) => {
    horizontal = !horizontal
    return horizontal ? String(-Number(number)) : number
  })
  return placedPath(turned, x, y, 1)
}

/** A round mark with a glyph. */
export function tieMark(name: Glyph, crowd: Crowd, attention: boolean): Part {
  const { chip } = tieSizes[crowd]
  const token = attention ? 'attention' : 'accent'
  return {
    width: chip * 2,
    draw: (x, y) => [
      {
        ...plate(x, y, chip * 2, chip * 2),
        fill: attention ? 'attentionSoft' : 'accentSoft',
        stroke: token,
        strokeWidth: 1.25,
        detail: 'fine',
      },
      glyph(name, x + chip * 0.35, y - chip * 0.65, chip * 1.3, token),
    ],
  }
}

/** Where the words about a tie stand: centred on `x`, from `y` down. */
interface LabelPlace {
  x: number
  y: number
  width: number
  size: number
  lineHeight: number
}

function labelAt([x, y]: Point, room: number, sizes: Sizes): LabelPlace {
  const size = Math.max(11, sizes.font * 0.93)
  return { x, y, width: Math.min(room, 220), size, lineHeight: size * 1.3 }
}

function about(text: string, place: LabelPlace): DrawItem[] {
  const { x, y, size, lineHeight } = place
  const written = words({
    ...place,
    text,
    weight: 600,
    fill: 'ink',
    align: 'centre',
    maxLines: 2,
  })
  return written.flatMap((item): DrawItem[] => {
    const width = Math.max(...item.lines.map((line) => textWidth(line, size, 600))) + 14
    const height = item.lines.length * lineHeight + 4
    return [
      {
        kind: 'rect',
        x: x - width / 2,
        y: y - 2,
        width,
        height,
        radius: 7,
        fill: 'paper',
        opacity: 0.9,
      },
      item,
    ]
  })
}

interface Row {
  parts: readonly Part[]
  width: number
  label: LabelPlace
}

/** What of the row finds room, and where the words go beneath it. */
function rowOf(look: TieMiddle): Row {
  const { middle, length, crowd } = look
  const sizes = tieSizes[crowd]
  const gap = gapOf(look.from.value, look.to.value)
  const room = length - sizes.chip * (look.modes && length > sizes.chip * MODE_LENGTH ? 12 : 6)
  const spacing = spacingOf(crowd)
  const parts: Part[] = []
  // Thirds add up to a step only almost.
  if (gap !== undefined && Math.abs(gap) > WIDE_GAP - 1e-9) {
    parts.push(gapBadge(gap, look, sizes, crowd === 'dense' ? 0 : room))
  }
  if (look.sharedPlace) parts.unshift(tieMark('place', crowd, false))
  if (look.competingFor) parts.push(tieMark('competing', crowd, true))
  let width = -spacing
  const shown = parts.filter((part) => {
    if (width + spacing + part.width > Math.max(room, sizes.chip * 2)) return false
    width += spacing + part.width
    return true
  })
  const [x, y] = pointAt(middle, 0.5)
  const below = shown.length > 0 ? sizes.chip + 5 : sizes.apart + sizes.heavy
  return { parts: shown, width, label: labelAt([x, y + below], room, sizes) }
}

const spacingOf = (crowd: Crowd): number => tieSizes[crowd].chip * 0.35

/** Where the words about a tie stand, in world units, written or not. */
export const labelPlace = (look: TieMiddle): LabelPlace => rowOf(look).label

/** The middle of a tie: its gap where it is a step or more, its marks, and what it is about. What finds no room is left out. */
export function drawMiddle(look: TieMiddle): DrawItem[] {
  const { parts, width, label: place } = rowOf(look)
  const [x, y] = pointAt(look.middle, 0.5)
  let left = x - width / 2
  const items = parts.flatMap((part) => {
    const drawn = part.draw(left, y)
    left += part.width + spacingOf(look.crowd)
    // Among many ties the rows would cover each other when seen from afar.
    return look.crowd === 'dense'
      ? drawn.map((item) => ({ ...item, detail: 'close' as const }))
      : drawn
  })
  return look.label === '' ? items : [...items, ...about(look.label, place)]
}
