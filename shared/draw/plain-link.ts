import type { BoardObject } from '../board/object.ts'
import { aroundPoints, boxOf, centreOf, grow, union, type Box, type Point } from '../geometry.ts'
import type { Token } from '../look/palette.ts'
import { textWidth } from '../text/measure.ts'
import type { Say } from '../words/words.ts'
import type { DrawContext } from './context.ts'
import {
  between,
  curvePath,
  directionAt,
  distanceTo,
  leaves,
  pointAt,
  reversed,
  type Curve,
} from './curve.ts'
import { glyph, type Glyph } from './glyphs.ts'
import type { DrawItem } from './items.ts'
import { polygon } from './paths.ts'
import { endsOf } from './tie-settings.ts'
import { label } from './words.ts'

/** How a simple arrow from one object to another looks. */
export interface LinkLook {
  token: Token
  width: number
  dash?: readonly number[]
  glyph: Glyph
  /** beside the glyph in the middle; empty: the glyph alone */
  text: string
}

const ARROW = 11
const FONT = 13
const PLATE = 22

/** The course from one box to another, from edge to edge, bowed by `bow` times its length; undefined where they leave no room. */
export function courseBetween(start: Box, end: Box, bow: number): Curve | undefined {
  const [a, b] = [centreOf(start), centreOf(end)]
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  if (Math.hypot(dx, dy) < 1) return undefined
  const control: Point = [(a[0] + b[0]) / 2 - dy * bow * 2, (a[1] + b[1]) / 2 + dx * bow * 2]
  const curve: Curve = [a, control, b]
  const first = leaves(curve, start, 14, 5)
  const last = 1 - leaves(reversed(curve), end, 14, 5)
  return last > first ? between(curve, first, last) : undefined
}

/** The course of an arrow between two objects; undefined where an end is gone, is a link itself, or they overlap. */
function courseOf(object: BoardObject, context: DrawContext, bow: number): Curve | undefined {
  const ends = endsOf(object)
  const from = ends && context.object(ends[0])
  const to = ends && context.object(ends[1])
  if (!from || !to || endsOf(from) || endsOf(to)) return undefined
  return courseBetween(boxOf(from.at, from.size), boxOf(to.at, to.size), bow)
}

function plate(curve: Curve, look: LinkLook): { box: Box; items: DrawItem[] } {
  const [x, y] = pointAt(curve, 0.5)
  const wide = look.text === '' ? 0 : textWidth(look.text, FONT, 600) + 8
  const width = PLATE + 4 + wide
  const box = { x: x - width / 2, y: y - PLATE / 2, width, height: PLATE }
  return {
    box,
    items: [
      {
        kind: 'rect',
        ...box,
        radius: PLATE / 2,
        fill: 'raised',
        stroke: look.token,
        strokeWidth: 1.25,
      },
      glyph(look.glyph, box.x + 6, y - 7, 14, look.token),
      ...(look.text === ''
        ? []
        : [label(look.text, box.x + PLATE + 2, y, FONT, 'ink', 600, 'left')]),
    ],
  }
}

/** The behaviour of a link that is a simple arrow: what it draws, what it covers, where it ends, what touches it. */
export function plainLink<O extends BoardObject>(
  lookOf: (object: O, say: Say) => LinkLook,
  bowOf: (object: O) => number,
) {
  return {
    draw: (object: O, context: DrawContext): DrawItem[] => {
      const curve = courseOf(object, context, bowOf(object))
      if (!curve) return []
      const look = lookOf(object, context.say)
      const [tip, [dx, dy]] = [curve[2], directionAt(curve, 1)]
      const back: Point = [tip[0] - dx * ARROW, tip[1] - dy * ARROW]
      const half = ARROW * 0.48
      const head = polygon([
        tip,
        [back[0] - dy * half, back[1] + dx * half],
        [back[0] + dy * half, back[1] - dx * half],
      ])
      return [
        {
          kind: 'path',
          d: curvePath(curve),
          stroke: look.token,
          strokeWidth: look.width,
          ...(look.dash && { dash: look.dash }),
        },
        { kind: 'path', d: head, fill: look.token },
        ...plate(curve, look).items,
      ]
    },
    bounds: (object: O, context: DrawContext): Box | undefined => {
      const curve = courseOf(object, context, bowOf(object))
      if (!curve) return undefined
      const points = [0, 0.25, 0.5, 0.75, 1].map((t) => pointAt(curve, t))
      const line = aroundPoints([...points, curve[1]])
      const around = line && union([line, plate(curve, lookOf(object, context.say)).box])
      return around && grow(around, ARROW)
    },
    ends: (object: O, context: DrawContext): readonly [from: Point, to: Point] | undefined => {
      const curve = courseOf(object, context, bowOf(object))
      return curve && [curve[0], curve[2]]
    },
    touches: (object: O, context: DrawContext, point: Point, tolerance: number): boolean => {
      const curve = courseOf(object, context, bowOf(object))
      return curve !== undefined && distanceTo(curve, point) <= 5 + tolerance
    },
  }
}
