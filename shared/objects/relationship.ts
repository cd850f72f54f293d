import type { End } from '../board/readings.ts'
import { distanceTo, pointAt } from '../draw/curve.ts'
import type { DrawContext } from '../draw/context.ts'
import type { DrawItem } from '../draw/items.ts'
import { drawMiddle, labelPlace, type TieMiddle } from '../draw/tie-middle.ts'
import { drawLane } from '../draw/tie.ts'
import { ALONE, tieCourse, tieSizes, type TieCourse, type TieSetting } from '../draw/tie-course.ts'
import { endsOf } from '../draw/tie-settings.ts'
import { boxOf, grow, union, type Box } from '../geometry.ts'
import { tieValue } from '../measures/tie.ts'
import type { BoardObject } from '../board/object.ts'
import { defineObject, type ValuesOf } from './define.ts'
import { markOf } from './mark.ts'

/** The levels of working together, from 0, for what is and for what is needed. */
const levels = ['None', 'Networking', 'Coordinating', 'Cooperating', 'Collaborating'] as const

const meanings = [
  'Nothing to speak of',
  'We know each other, and tell each other what is going on',
  'We also fit what we do around each other',
  'We also share people, money or places for agreed work',
  'We also answer together for a shared result, and help each other get better',
] as const

/** The three modes of partnership, and not having said. */
export const modes = [
  { value: 'unsaid', label: 'Not said' },
  {
    value: 'naive',
    label: 'Naive',
    help: 'One side is assumed to have all the skill; both are devalued',
  },
  {
    value: 'aligned',
    label: 'Looks aligned',
    help: 'It looks aligned, but unravels on culture and values',
  },
  {
    value: 'genuine',
    label: 'Genuine',
    help: 'Aligned, and each side keeps its identity',
  },
] as const

interface Course {
  course: TieCourse
  setting: TieSetting
  from: BoardObject
  to: BoardObject
}

function courseOf(object: BoardObject, context: DrawContext): Course | undefined {
  const ends = endsOf(object)
  const from = ends && context.object(ends[0])
  const to = ends && context.object(ends[1])
  // A link has no box of its own that another could end at.
  if (!from || !to || endsOf(from) || endsOf(to)) return undefined
  const setting = context.tieSetting?.(object.id) ?? ALONE
  const course = tieCourse(
    boxOf(from.at, from.size),
    boxOf(to.at, to.size),
    from.id < to.id,
    setting,
    setting.crowd === 'dense' ? (object.id.codePointAt(object.id.length - 1) ?? 0) % 3 : 0,
  )
  return course && { course, setting, from, to }
}

const aroundCurve = ([a, b, c]: TieCourse['middle']): Box => {
  const x = Math.min(a[0], b[0], c[0])
  const y = Math.min(a[1], b[1], c[1])
  return { x, y, width: Math.max(a[0], b[0], c[0]) - x, height: Math.max(a[1], b[1], c[1]) - y }
}

const fields = {
  label: { kind: 'line', label: 'What it is about' },
  from: { kind: 'reference', label: 'From', types: ['organisation'] },
  to: { kind: 'reference', label: 'To', types: ['organisation'] },
  ends: {
    kind: 'ends',
    label: 'Both sides',
    fields: {
      mode: { kind: 'choice', label: 'Mode of partnership', options: modes, default: 'unsaid' },
      leaning: {
        kind: 'scale',
        label: 'Deal or relationship',
        help: 'What holds it together, as this side sees it',
        min: 1,
        steps: [
          'The deal alone',
          'More the deal',
          'Both',
          'More the relationship',
          'The relationship',
        ],
      },
      levelNow: { kind: 'scale', label: 'Level now', min: 0, steps: levels, meanings },
      levelNeeded: {
        kind: 'scale',
        label: 'Level needed',
        help: 'Networking can be enough',
        min: 0,
        steps: levels,
        meanings,
      },
      contact: {
        kind: 'scale',
        label: 'Contact',
        min: 1,
        steps: ['Rarely', 'Now and then', 'Often', 'All the time'],
      },
      team: {
        kind: 'line',
        label: 'Our team',
        help: 'Which of our teams holds it',
        from: 'teams',
      },
      evidence: {
        kind: 'text',
        label: 'Evidence',
        help: 'What makes you say so',
        multiline: true,
      },
    },
  },
  sharedPlace: { kind: 'line', label: 'Shared place', help: 'A place that both serve' },
  competingFor: { kind: 'line', label: 'Competing for', help: 'What both go after' },
  detail: { kind: 'text', label: 'Notes', multiline: true },
} as const

/** What the middle of a tie shows. */
function middleOf(
  object: BoardObject & { values: ValuesOf<typeof fields> },
  { course, setting, from, to }: Course,
  context: DrawContext,
): TieMiddle {
  const { ends, label, sharedPlace, competingFor } = object.values
  return {
    middle: course.middle,
    length: course.length,
    crowd: setting.crowd,
    from: { value: tieValue(object, 'from', context), initials: markOf(from).initials },
    to: { value: tieValue(object, 'to', context), initials: markOf(to).initials },
    label: label.trim(),
    modes: ends.from.mode !== 'unsaid' || ends.to.mode !== 'unsaid',
    sharedPlace: sharedPlace.trim() !== '',
    competingFor: competingFor.trim() !== '',
  }
}

/** The tie between two organisations. It has two ends, and each side speaks for itself. */
export const relationship = defineObject({
  type: 'relationship',
  name: { one: 'Relationship', many: 'Relationships' },
  help: 'Drag from one organisation to another.',
  icon: 'spline',
  key: 'r',
  place: 'link',
  size: [1, 1],
  resize: 'none',
  title: 'label',
  fields,
  register: ['from', 'to', 'label', 'ends', 'sharedPlace', 'competingFor'],
  draw: (object, context): DrawItem[] => {
    const found = courseOf(object, context)
    if (!found) return []
    const { course, setting } = found
    const { ends } = object.values
    const { crowd } = setting
    const lane = (end: End) =>
      drawLane(course[end], {
        value: tieValue(object, end, context),
        measure: context.tieMeasure,
        crowd,
        mode: ends[end].mode === 'unsaid' ? undefined : ends[end].mode,
      })
    const [there, back] = [lane('from'), lane('to')]
    return [
      ...there.under,
      ...back.under,
      ...there.over,
      ...back.over,
      ...drawMiddle(middleOf(object, found, context)),
    ]
  },
  typing: (object, field, context) => {
    const found = field === 'label' ? courseOf(object, context) : undefined
    if (!found) return undefined
    const { x, y, width, size, lineHeight } = labelPlace(middleOf(object, found, context))
    const wide = Math.max(width, size * 8)
    return {
      box: { x: x - wide / 2, y, width: wide, height: lineHeight },
      size,
      lineHeight,
      weight: 600,
      fill: 'ink',
      align: 'centre',
      vertical: 'top',
    }
  },
  bounds: (object, context) => {
    const found = courseOf(object, context)
    if (!found) return undefined
    const { course, setting } = found
    const { chip } = tieSizes[setting.crowd]
    const [x, y] = pointAt(course.middle, 0.5)
    // The row in the middle lies level, across a steep tie too.
    const row = { x: x - chip * 7, y: y - chip * 2, width: chip * 14, height: chip * 6 }
    const lanes = [course.from.curve, course.to.curve].map((curve) =>
      grow(aroundCurve(curve), chip * 2 + 2),
    )
    return union([...lanes, row])
  },
  touches: (object, context, point, tolerance) => {
    const found = courseOf(object, context)
    if (!found) return false
    const sizes = tieSizes[found.setting.crowd]
    return distanceTo(found.course.middle, point) <= sizes.apart + sizes.heavy / 2 + tolerance
  },
})
