import type { BoardObject } from '../board/object.ts'
import type { DrawContext } from '../draw/context.ts'
import { boxAround, elbowRoute, movedAside, straightRoute, type End } from '../draw/route.ts'
import { ALONE } from '../draw/tie-course.ts'
import { endsOf } from '../draw/tie-settings.ts'
import { boxOf, centreOf, grow, holds, union, type Box, type Point } from '../geometry.ts'
import { text } from './text.ts'
import { outlineOf } from './turn.ts'

function endOf(object: BoardObject, context: DrawContext): End {
  // Words are as tall as they need, whatever their size says.
  const own = object.type === 'text' ? text.bounds?.(object, context) : undefined
  const { kind } = object.type === 'shape' ? object.fields : {}
  const outline = kind === 'ellipse' || kind === 'diamond' ? kind : 'box'
  return { box: outlineOf(object, own ?? boxOf(object.at, object.size)), outline }
}

/** What may be in the way of a connector, and in which part of the world something else would be. */
interface Surroundings {
  area: Box
  boxes: readonly Box[]
}

/** Where a connector runs between two objects, and what else of it was asked for once. */
export interface Course {
  from: BoardObject
  to: BoardObject
  points: readonly Point[]
  /** how far beside the way that it would take alone; 0 for most */
  aside: number
  /** of one with bends */
  around?: Surroundings
  /** what one with bends goes by, its ends included */
  by?: string | undefined
  bounds?: Box | undefined
  /** where its words stand */
  middle?: Point
}

// Asked for by whoever draws, culls, fits and hits it; who changes is another object.
const courses = new WeakMap<BoardObject['fields'], Course>()

/** Most lines of a board that lead around things, each of which looks through what is near it; with more, all run as if nothing were there. */
export const MOST_LED = 300

/** Whether an object is a line that leads around what is in its way. */
export const isLed = ({ type, fields }: BoardObject): boolean =>
  type === 'connector' && fields['route'] === 'elbow'

// Among more things there is hardly a way, and looking for it at each glance would be felt.
const MOST_NEAR = 60

// No line without anything in its way leaves the box around both its ends further.
const REACH = 40

/** What is around two ends and is neither of them, nor holds one. */
function surroundings(a: End, b: End, ids: readonly string[], context: DrawContext): Surroundings {
  const middles = [centreOf(a.box), centreOf(b.box)]
  const found = (area: Box): Box[] =>
    (context.obstacles?.(area) ?? [])
      .filter(({ id, box }) => !ids.includes(id) && !middles.some((middle) => holds(box, middle)))
      .map(({ box }) => box)
  const between = union([boxAround(a), boxAround(b)]) ?? a.box
  const near = grow(between, REACH)
  const boxes = found(near)
  if (boxes.length === 0 || boxes.length > MOST_NEAR) return { area: near, boxes: [] }
  // The way around what is near leads past what is beside that.
  const area = grow(union([between, ...boxes]) ?? between, REACH)
  const all = found(area)
  if (all.length > MOST_NEAR) return { area, boxes: [] }
  return { area, boxes: all.sort((one, other) => one.x - other.x || one.y - other.y) }
}

/** How far apart connectors between the same two objects run, in world units, and the part of the ends' sides that all of them take at most. */
const APART = 24
const WITHIN = 0.6

/** How far a connector is led aside for others between the same two objects; on the same side of them whichever way it was drawn. */
function asideOf(
  { id }: BoardObject,
  from: BoardObject,
  to: BoardObject,
  context: DrawContext,
): number {
  const { index, count } = context.tieSetting?.(id) ?? ALONE
  if (count < 2) return 0
  const room = WITHIN * Math.min(...from.size, ...to.size)
  return (index - (count - 1) / 2) * Math.min(APART, room / (count - 1))
}

/** The course of a connector with bends or without; undefined while an end is gone, or where its ends lie over each other. */
export function courseOf(
  object: BoardObject,
  bends: boolean,
  context: DrawContext,
): Course | undefined {
  const ends = endsOf(object)
  const from = ends && context.object(ends[0])
  const to = ends && context.object(ends[1])
  if (!from || !to || endsOf(from) || endsOf(to)) return undefined
  const known = courses.get(object.fields)
  const aside = asideOf(object, from, to, context)
  const isSame = known?.from === from && known.to === to && known.aside === aside
  if (!bends && isSame) return known
  const [a, b] = [endOf(from, context), endOf(to, context)]
  const around = bends ? surroundings(a, b, [from.id, to.id], context) : undefined
  const by = around && JSON.stringify([a, b, around, aside])
  if (by !== undefined && known?.by === by) return known
  const upright = around && elbowRoute(a, b, around.boxes)
  const points = upright
    ? movedAside(upright, aside)
    : straightRoute(a, b, from.id < to.id ? aside : -aside)
  if (!points) return undefined
  const course: Course = { from, to, points, aside, ...(around && { around, by }) }
  courses.set(object.fields, course)
  return course
}
