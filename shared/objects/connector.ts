import type { BoardObject } from '../board/object.ts'
import type { DrawContext } from '../draw/context.ts'
import type { DrawItem } from '../draw/items.ts'
import { polygon } from '../draw/paths.ts'
import {
  distanceToRoute,
  elbowRoute,
  halfWay,
  routePath,
  straightRoute,
  type End,
} from '../draw/route.ts'
import { endsOf } from '../draw/tie-settings.ts'
import { words } from '../draw/words.ts'
import { aroundPoints, boxOf, grow, union, type Box, type Point } from '../geometry.ts'
import { textWidth } from '../text/measure.ts'
import { defineObject, type ReadObject } from './define.ts'
import { text } from './text.ts'
import { outlineOf } from './turn.ts'

/** Every type that has a box of its own: a connector joins any two of them. */
const joined = [
  'organisation',
  'note',
  'text',
  'objective',
  'issue',
  'commitment',
  'frame',
  'person',
  'people',
  'risk',
  'agreement',
  'obligation',
  'assumption',
  'decision',
  'action',
  'shape',
  'drawing',
  'image',
  'reaction',
] as const

const fields = {
  label: { kind: 'line', label: 'Text' },
  from: { kind: 'reference', label: 'From', types: joined },
  to: { kind: 'reference', label: 'To', types: joined },
  route: {
    kind: 'choice',
    label: 'Line',
    options: [
      { value: 'straight', label: 'Straight' },
      { value: 'elbow', label: 'Elbow' },
    ],
    default: 'straight',
  },
  heads: {
    kind: 'choice',
    label: 'Arrows',
    options: [
      { value: 'end', label: 'At its end' },
      { value: 'both', label: 'At both ends' },
      { value: 'none', label: 'None' },
    ],
    default: 'end',
  },
  dashed: { kind: 'flag', label: 'Dashed' },
} as const

type Connector = ReadObject<typeof fields>

const HEAD = 12
const FONT = 15
const LINE_HEIGHT = 20
const LABEL_WIDTH = 180

function endOf(object: BoardObject, context: DrawContext): End {
  // Words are as tall as they need, whatever their size says.
  const own = object.type === 'text' ? text.bounds?.(object, context) : undefined
  const { kind } = object.type === 'shape' ? object.fields : {}
  const outline = kind === 'ellipse' || kind === 'diamond' ? kind : 'box'
  return { box: outlineOf(object, own ?? boxOf(object.at, object.size)), outline }
}

/** Where a connector runs between two objects, and the box around it once that was asked for. */
interface Course {
  from: BoardObject
  to: BoardObject
  points: readonly Point[]
  bounds?: Box | undefined
}

// Asked for by whoever draws, culls, fits and hits it; who changes is another object.
const courses = new WeakMap<BoardObject['fields'], Course>()

/** The course of a connector; undefined while an end is gone, or where its ends lie over each other. */
function courseOf(object: Connector, context: DrawContext): Course | undefined {
  const ends = endsOf(object)
  const from = ends && context.object(ends[0])
  const to = ends && context.object(ends[1])
  if (!from || !to || endsOf(from) || endsOf(to)) return undefined
  const known = courses.get(object.fields)
  if (known?.from === from && known.to === to) return known
  const [a, b] = [endOf(from, context), endOf(to, context)]
  const points =
    object.values.route === 'elbow'
      ? (elbowRoute(a, b) ?? straightRoute(a, b))
      : straightRoute(a, b)
  if (!points) return undefined
  const course: Course = { from, to, points }
  courses.set(object.fields, course)
  return course
}

const routeOf = (object: Connector, context: DrawContext): readonly Point[] | undefined =>
  courseOf(object, context)?.points

/** The box around a line and the most that its words may take. */
function boundsAlong(points: readonly Point[], label: string): Box | undefined {
  const around = aroundPoints(points)
  if (!around || label.trim() === '') return around && grow(around, HEAD / 2)
  const [x, y] = halfWay(points)
  const most = {
    x: x - LABEL_WIDTH / 2,
    y: y - LINE_HEIGHT * 1.5,
    width: LABEL_WIDTH,
    height: LINE_HEIGHT * 3,
  }
  return union([grow(around, HEAD / 2), most])
}

/** An arrow's head with its tip on the last point of a route. */
function head(points: readonly Point[]): DrawItem[] {
  const [tip, before] = [points.at(-1), points.at(-2)]
  if (!tip || !before) return []
  const length = Math.hypot(tip[0] - before[0], tip[1] - before[1])
  if (length === 0) return []
  const [dx, dy] = [(tip[0] - before[0]) / length, (tip[1] - before[1]) / length]
  const [bx, by] = [tip[0] - dx * HEAD, tip[1] - dy * HEAD]
  const corners: Point[] = [
    tip,
    [bx - dy * HEAD * 0.45, by + dx * HEAD * 0.45],
    [bx + dy * HEAD * 0.45, by - dx * HEAD * 0.45],
  ]
  return [{ kind: 'path', d: polygon(corners), points: corners, fill: 'quiet' }]
}

/** The route with its last point drawn back, so that the line ends inside its arrow's head. */
function shortened(points: readonly Point[]): Point[] {
  const [tip, before] = [points.at(-1), points.at(-2)]
  if (!tip || !before) return [...points]
  const length = Math.hypot(tip[0] - before[0], tip[1] - before[1])
  const share = length > 0 ? Math.min(1, (HEAD * 0.7) / length) : 0
  return [
    ...points.slice(0, -1),
    [tip[0] + (before[0] - tip[0]) * share, tip[1] + (before[1] - tip[1]) * share],
  ]
}

const SOLID = { stroke: 'quiet', strokeWidth: 2 } as const
const DASHED = { ...SOLID, dash: [8, 6] } as const

function lineAlong(points: readonly Point[], dashed: boolean): DrawItem {
  const line = dashed ? DASHED : SOLID
  // One that bends has rounded corners.
  if (points.length !== 2) return { kind: 'path', d: routePath(points), ...line }
  return {
    kind: 'path',
    // The canvas goes by the points, for thousands of lines at once.
    get d() {
      return routePath(points)
    },
    points,
    ...line,
  }
}

function labelOf(label: string, [x, y]: Point): DrawItem[] {
  const [item] = words({
    text: label,
    x,
    y: 0,
    width: LABEL_WIDTH,
    size: FONT,
    lineHeight: LINE_HEIGHT,
    fill: 'ink',
    align: 'centre',
    maxLines: 3,
  })
  if (!item) return []
  const width = Math.max(...item.lines.map((line) => textWidth(line, FONT, 400))) + 12
  const height = item.lines.length * LINE_HEIGHT
  const top = y - height / 2
  return [
    {
      kind: 'rect',
      x: x - width / 2,
      y: top - 1,
      width,
      height: height + 2,
      radius: 6,
      fill: 'paper',
      opacity: 0.92,
    },
    { ...item, y: top },
  ]
}

/** A plain line between any two objects, with words on it. It stays attached, and says nothing about trust. */
export const connector = defineObject({
  type: 'connector',
  name: { one: 'Connector', many: 'Connectors' },
  help: 'Drag from one object to another.',
  icon: 'move-up-right',
  key: 'c',
  place: 'link',
  size: [1, 1],
  resize: 'none',
  group: 'drawing',
  title: 'label',
  presets: ['route', 'heads', 'dashed'],
  fields,
  draw: (object, context): DrawItem[] => {
    const points = routeOf(object, context)
    if (!points) return []
    const { heads, dashed, label } = object.values
    const ended = heads === 'none' ? points : shortened(points)
    return [
      lineAlong(heads === 'both' ? shortened([...ended].reverse()).reverse() : ended, dashed),
      ...(heads === 'none' ? [] : head(points)),
      ...(heads === 'both' ? head([...points].reverse()) : []),
      ...labelOf(label.trim(), halfWay(points)),
    ]
  },
  drawFar: (object, context) => {
    const points = routeOf(object, context)
    return points ? [lineAlong(points, object.values.dashed)] : []
  },
  typing: (object, field, context) => {
    const points = field === 'label' ? routeOf(object, context) : undefined
    if (!points) return undefined
    const [x, y] = halfWay(points)
    return {
      box: {
        x: x - LABEL_WIDTH / 2,
        y: y - LINE_HEIGHT / 2,
        width: LABEL_WIDTH,
        height: LINE_HEIGHT,
      },
      size: FONT,
      lineHeight: LINE_HEIGHT,
      weight: 400,
      fill: 'ink',
      align: 'centre',
      vertical: 'middle',
    }
  },
  bounds: (object, context) => {
    const course = courseOf(object, context)
    return course && (course.bounds ??= boundsAlong(course.points, object.values.label))
  },
  touches: (object, context, point, tolerance) => {
    const points = routeOf(object, context)
    return points !== undefined && distanceToRoute(points, point) <= 2 + tolerance
  },
})
