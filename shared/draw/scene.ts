import { liesIn } from '../board/lies-in.ts'
import type { BoardObject } from '../board/object.ts'
import {
  aroundTurned,
  boxOf,
  grow,
  intersects,
  union,
  type Box,
  type Point,
  type Turn,
} from '../geometry.ts'
import { isLed, MOST_LED } from '../objects/connector-course.ts'
import { definitionOf } from '../objects/index.ts'
import { turnOf } from '../objects/turn.ts'
import { drawUnknown } from '../objects/unknown.ts'
import type { DrawContext, Obstacle } from './context.ts'
import type { DrawItem } from './items.ts'
import { tieSettings } from './tie-settings.ts'

/** What an object looks like: `items` moved by `at`, then turned by `turn`; a link's `at` is the origin. */
export interface Drawing {
  at: Point
  turn?: Turn
  items: readonly DrawItem[]
}

/** One object as it is painted, and the world box around it. */
export interface Piece extends Drawing {
  id: string
  type: string
  box: Box
}

/** A picture of a board: its pieces from the bottom to the top, and the world box around them with its margin. */
export interface Scene {
  box: Box
  pieces: readonly Piece[]
}

/** What of the board a scene shows. */
export interface SceneOptions {
  /** only this frame and what belongs to it, cut at the frame's box */
  frame?: string
  /** only these objects */
  ids?: ReadonlySet<string>
  /** world units around it all; default 40 */
  margin?: number
}

/** Which of the three layers an object lies in: 0 what carries others, 1 links, 2 everything else. */
export function layerOf(object: BoardObject): 0 | 1 | 2 {
  const definition = definitionOf(object.type)
  if (definition?.carries) return 0
  return definition?.place === 'link' ? 1 : 2
}

/** Compares two objects as they are painted, the lower first: by layer, then `order`, then id. */
export function byPaint(a: BoardObject, b: BoardObject): number {
  const layers = layerOf(a) - layerOf(b)
  if (layers !== 0) return layers
  if (a.order !== b.order) return a.order < b.order ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** The world box around an object's drawing before it is turned; undefined for a link that has lost an end. */
export function uprightBoxOf(object: BoardObject, context: DrawContext): Box | undefined {
  const definition = definitionOf(object.type)
  return definition?.bounds ? definition.bounds(object, context) : boxOf(object.at, object.size)
}

/** The world box around an object's drawing as it is turned; undefined for a link that has lost an end. */
export function boundsOf(object: BoardObject, context: DrawContext): Box | undefined {
  const box = uprightBoxOf(object, context)
  return box && aroundTurned(box, turnOf(object))
}

/** The object as lines lead around it; undefined when they may run behind it. */
export function obstacleOf(object: BoardObject, context: DrawContext): Obstacle | undefined {
  if (layerOf(object) < 2 || definitionOf(object.type)?.passable) return undefined
  const box = boundsOf(object, context)
  return box && { id: object.id, box }
}

/** Looks up what lines lead around among all of `objects`, each of which is looked at when the first line asks. */
function obstaclesAmong(
  objects: readonly BoardObject[],
  context: DrawContext,
): (area: Box) => readonly Obstacle[] {
  let known: readonly Obstacle[] | undefined
  return (area) => {
    const isFew = (): boolean => objects.filter(isLed).length <= MOST_LED
    known ??= isFew() ? objects.flatMap((object) => obstacleOf(object, context) ?? []) : []
    return known.filter(({ box }) => intersects(box, area))
  }
}

/** What an object looks like, `far` from so far off that words can't be told from one another; undefined for what has nothing to show. */
export function drawingOf(
  object: BoardObject,
  context: DrawContext,
  far = false,
): Drawing | undefined {
  const definition = definitionOf(object.type)
  const draw = (far && definition?.drawFar) || definition?.draw
  const items = draw ? draw(object, context) : drawUnknown(object, context)
  if (items.length === 0) return undefined
  const turn = turnOf(object)
  return {
    at: definition?.place === 'link' ? [0, 0] : object.at,
    ...(turn && { turn }),
    items,
  }
}

/** An object ready to be painted; undefined for what has nothing to show. */
export function pieceOf(object: BoardObject, context: DrawContext): Piece | undefined {
  const box = boundsOf(object, context)
  const drawing = box && drawingOf(object, context)
  return drawing && { id: object.id, type: object.type, box, ...drawing }
}

const EMPTY: Box = { x: 0, y: 0, width: 640, height: 400 }

function shownIn(object: BoardObject, frame: string, context: DrawContext): boolean {
  const find = (id: string): BoardObject | undefined => context.object(id)
  if (object.id === frame || liesIn(object, frame, find)) return true
  const { from, to } = object.fields
  return [from, to].every((id) => typeof id === 'string' && liesIn(find(id), frame, find))
}

/** The whole board, or a part of it, in paint order: what every export paints, and the order that the canvas keeps. */
export function sceneOf(
  objects: Iterable<BoardObject>,
  context: DrawContext,
  { frame, ids, margin = 40 }: SceneOptions = {},
): Scene {
  const all = [...objects]
  const settled: DrawContext = {
    say: context.say,
    object: (id) => context.object(id),
    ofType: (type) => all.filter((object) => object.type === type),
    reading: (relationship, end) => context.reading(relationship, end),
    tieMeasure: context.tieMeasure,
    tieSetting: tieSettings(all),
    obstacles: obstaclesAmong(all, context),
  }
  const pieces = all
    .filter((object) => ids === undefined || ids.has(object.id))
    .filter((object) => frame === undefined || shownIn(object, frame, context))
    .sort(byPaint)
    .flatMap((object) => pieceOf(object, settled) ?? [])
  const cut = frame === undefined ? undefined : pieces.find((piece) => piece.id === frame)
  const around = cut?.box ?? union(pieces.map((piece) => piece.box))
  return { box: around ? grow(around, margin) : EMPTY, pieces }
}
