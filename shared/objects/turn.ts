import type { BoardObject } from '../board/object.ts'
import {
  aroundTurned,
  boxOf,
  centreOf,
  turned,
  type Box,
  type Point,
  type Turn,
} from '../geometry.ts'
import { readField, type AngleField } from './fields.ts'

const turning = new Set(['note', 'text', 'shape', 'drawing', 'image'])

/** The field that says how far an object is turned; the types that have it are those that `canTurn`. */
export const turn = {
  kind: 'angle',
  label: 'Angle',
  help: 'In degrees, clockwise',
} as const satisfies AngleField

/** Whether objects of a type can be turned: an organisation, a frame and what a register lists stay upright. */
export const canTurn = (type: string): boolean => turning.has(type)

/** By how many degrees an object is turned clockwise, 0–359. */
export const angleOf = ({ type, fields }: BoardObject): number =>
  fields['turn'] !== undefined && canTurn(type) ? (readField(turn, fields['turn']) as number) : 0

/** How an object is turned: about the middle of its `at` and `size`, however tall its words make it; undefined for what stands upright. */
export function turnOf(object: BoardObject): Turn | undefined {
  const angle = angleOf(object)
  return angle === 0 ? undefined : { angle, about: centreOf(boxOf(object.at, object.size)) }
}

/** The upright box around an object's `at` and `size` as it is turned. */
export const placeOf = (object: BoardObject): Box =>
  aroundTurned(boxOf(object.at, object.size), turnOf(object))

/** A box that is turned by `angle` degrees about its own middle. */
export interface Outline extends Box {
  angle?: number
}

/** Where a point of the box is once the box is turned. */
export const pointOn = (outline: Outline, point: Point): Point =>
  outline.angle ? turned(point, { angle: outline.angle, about: centreOf(outline) }) : point

/** The outline that an object has as it is turned, `upright` being its box before that. */
export function outlineOf(object: BoardObject, upright: Box): Outline {
  const round = turnOf(object)
  if (!round) return upright
  const { width, height } = upright
  const [x, y] = turned(centreOf(upright), round)
  return { x: x - width / 2, y: y - height / 2, width, height, angle: round.angle }
}
