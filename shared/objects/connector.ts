import type { DrawContext } from '../draw/context.ts'
import type { DrawItem, TextItem } from '../draw/items.ts'
import { polygon } from '../draw/paths.ts'
import { distanceToRoute, halfWay, pointAlong, routePath } from '../draw/route.ts'
import { words } from '../draw/words.ts'
import {
  aroundPoints,
  grow,
  intersects,
  union,
  type Box,
  type Point,
  type Size,
} from '../geometry.ts'
import { textWidth } from '../text/measure.ts'
import { courseOf, type Course } from './connector-course.ts'
import { defineObject, type ReadObject } from './define.ts'

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

/** A connector's course; undefined while an end is gone, or where its ends lie over each other. */
const courseFor = (object: Connector, context: DrawContext): Course | undefined =>
  courseOf(object, object.values.route === 'elbow', context)

const routeOf = (object: Connector, context: DrawContext): readonly Point[] | undefined =>
  courseFor(object, context)?.points

const wordsOf = (label: string): TextItem | undefined =>
  words({
    text: label,
    x: 0,
    y: 0,
    width: LABEL_WIDTH,
    size: FONT,
    lineHeight: LINE_HEIGHT,
    fill: 'ink',
    align: 'centre',
    maxLines: 3,
  })[0]

const sizeOf = ({ lines }: TextItem): Size => [
  Math.max(...lines.map((line) => textWidth(line, FONT, 400))) + 12,
  lines.length * LINE_HEIGHT,
]

/** Where along its line the words of a connector stand: half way, or near it where nothing lies over them. */
function placeOfWords(course: Course, label: string): Point {
  const half = halfWay(course.points)
  const boxes = course.around?.boxes ?? []
  const item = boxes.length > 0 && wordsOf(label)
  if (!item) return half
  const [width, height] = sizeOf(item)
  const shares = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82]
  const free = shares
    .map((share) => pointAlong(course.points, share))
    .find(([x, y]) => {
      const taken = { x: x - width / 2, y: y - height / 2, width, height }
      return !boxes.some((box) => intersects(box, taken))
    })
  return free ?? half
}

const middleOf = (course: Course, { values }: Connector): Point =>
  (course.middle ??= placeOfWords(course, values.label.trim()))

/** The box around a line and the most that its words may take. */
function boundsAlong(course: Course, object: Connector): Box | undefined {
  const around = aroundPoints(course.points)
  if (!around || object.values.label.trim() === '') return around && grow(around, HEAD / 2)
  const [x, y] = middleOf(course, object)
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
  const item = wordsOf(label)
  if (!item) return []
  const [width, height] = sizeOf(item)
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
    { ...item, x, y: top },
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
  several: true,
  size: [1, 1],
  resize: 'none',
  group: 'drawing',
  title: 'label',
  presets: ['route', 'heads', 'dashed'],
  fields,
  draw: (object, context): DrawItem[] => {
    const course = courseFor(object, context)
    if (!course) return []
    const { points } = course
    const { heads, dashed, label } = object.values
    const ended = heads === 'none' ? points : shortened(points)
    return [
      lineAlong(heads === 'both' ? shortened([...ended].reverse()).reverse() : ended, dashed),
      ...(heads === 'none' ? [] : head(points)),
      ...(heads === 'both' ? head([...points].reverse()) : []),
      ...labelOf(label.trim(), middleOf(course, object)),
    ]
  },
  drawFar: (object, context) => {
    const points = routeOf(object, context)
    return points ? [lineAlong(points, object.values.dashed)] : []
  },
  typing: (object, field, context) => {
    const course = field === 'label' ? courseFor(object, context) : undefined
    if (!course) return undefined
    const [x, y] = middleOf(course, object)
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
    const course = courseFor(object, context)
    return course && (course.bounds ??= boundsAlong(course, object))
  },
  ends: (object, context) => {
    const points = routeOf(object, context)
    const [from, to] = [points?.[0], points?.at(-1)]
    return from && to && [from, to]
  },
  // Each of thousands is asked, most of which have no bends.
  watches: (object, context) =>
    object.fields['route'] === 'elbow' ? courseOf(object, true, context)?.around?.area : undefined,
  touches: (object, context, point, tolerance) => {
    const points = routeOf(object, context)
    return points !== undefined && distanceToRoute(points, point) <= 2 + tolerance
  },
})
