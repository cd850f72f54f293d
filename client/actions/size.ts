import { placeObjects } from '../../shared/board/commands.ts'
import type { BoardObject } from '../../shared/board/object.ts'
import { boxOf, type Point, type Size } from '../../shared/geometry.ts'
import { definitionOf } from '../../shared/objects/index.ts'
import { isLink } from '../model/kinds.ts'
import { USER, type Workspace } from '../model/workspace.ts'
import { MIN_SIDE, movePlan, movers, seenAs } from '../tools/plans.ts'
import { looseOf, regroup } from '../tools/regroup.ts'
import type { Action } from './action.ts'
import { asOneStep, free, whyNot } from './edit.ts'

/** World units by which one press of a key changes a side. */
const STEP = 10

/** Which sides of an object may be changed: an object whose text sets its height has only its width. */
export const resizable = ({ type }: BoardObject): 'both' | 'width' | 'none' =>
  definitionOf(type)?.resize ?? 'none'

// The size that an object takes when `wanted` is asked of it, in whole world units: its kind may keep proportions or a side; no side gets shorter than `MIN_SIDE`.
function fittingSize(object: BoardObject, wanted: Size): Size {
  const { size } = object
  const how = resizable(object)
  const side = (before: number, now: number): number =>
    Math.round(Math.max(Math.min(MIN_SIDE, before), now))
  if (how === 'none') return size
  if (how === 'width') return [side(size[0], wanted[0]), size[1]]
  if (!definitionOf(object.type)?.keepsAspect) {
    return [side(size[0], wanted[0]), side(size[1], wanted[1])]
  }
  const factor = wanted[0] === size[0] ? wanted[1] / size[1] : wanted[0] / size[0]
  const least = Math.max(...size.map((one) => Math.min(MIN_SIDE, one) / one))
  const by = Math.max(least, factor)
  return [Math.round(size[0] * by), Math.round(size[1] * by)]
}

/** The selected objects that this person may make larger or smaller. */
const growable = (workspace: Workspace): BoardObject[] =>
  free(workspace).flatMap((id) => {
    const object = workspace.board.object(id)
    return object && !isLink(object) && resizable(object) !== 'none' ? [object] : []
  })

function grow(workspace: Workspace, [dx, dy]: Point): void {
  const places = growable(workspace).map((object) => {
    const { id, at } = object
    const size = fittingSize(object, [object.size[0] + dx, object.size[1] + dy])
    const { x, y } = seenAs(workspace.board, id, boxOf(at, size))
    return { id, at: [Math.round(x), Math.round(y)] as const, size }
  })
  // Held down, the steps are undone together.
  placeObjects(workspace.doc, places, USER)
}

/** Puts an object at a place and gives it a size, in world units and as one step of undo; what its kind refuses stays as it is. */
export function placeExactly(
  workspace: Workspace,
  object: BoardObject,
  at: Point,
  size: Size,
): void {
  const { board, doc } = workspace
  // What lies in a frame goes along.
  const by: Point = [at[0] - object.at[0], at[1] - object.at[1]]
  const boxes = movePlan(board, movers(board, [object.id]), by)
  const places = [...boxes].map(([id, { x, y }]) => ({
    id,
    at: [x, y] as const,
    ...(id === object.id && { size: fittingSize(object, size) }),
  }))
  asOneStep(workspace, () => {
    placeObjects(doc, places, USER)
    if (by[0] !== 0 || by[1] !== 0) regroup(workspace, boxes, looseOf(board, boxes.keys()))
  })
}

const ways = [
  { id: 'widen', label: 'Make wider', keys: 'Alt+ArrowRight', by: [STEP, 0] },
  { id: 'narrow', label: 'Make narrower', keys: 'Alt+ArrowLeft', by: [-STEP, 0] },
  { id: 'heighten', label: 'Make taller', keys: 'Alt+ArrowDown', by: [0, STEP] },
  { id: 'lower', label: 'Make shorter', keys: 'Alt+ArrowUp', by: [0, -STEP] },
] as const

/** What changes the size of the selected objects; their top left corners stay. */
export const sizeActions: readonly Action[] = ways.map(({ id, label, keys, by }) => ({
  id,
  label,
  keys: [keys],
  where: 'canvas',
  can: (workspace) => workspace.canEdit() && growable(workspace).length > 0,
  why: whyNot,
  run: (workspace) => grow(workspace, by),
}))
