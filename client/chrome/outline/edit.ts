import {
  addObjects,
  placeObjects,
  putInto,
  removeObjects,
  setField,
} from '../../../shared/board/commands.ts'
import { generateKeyBetween } from 'fractional-indexing'
import { FRAME_EDGE, roomIn } from '../../../shared/arrange/frame-room.ts'
import { freePlace } from '../../../shared/arrange/free-place.ts'
import { freeIn, nearestFree } from '../../../shared/arrange/nearest-free.ts'
import type { BoardObject } from '../../../shared/board/object.ts'
import { boxOf, type Box, type Point, type Size } from '../../../shared/geometry.ts'
import type { ObjectDefinition } from '../../../shared/objects/define.ts'
import { asOneStep } from '../../actions/edit.ts'
import { freshFields } from '../../model/fresh-fields.ts'
import { isContainer, isHeldType, isLink } from '../../model/kinds.ts'
import { USER, type Workspace } from '../../model/workspace.ts'

const boxes = (objects: Iterable<BoardObject>): Box[] =>
  [...objects].filter((object) => !isLink(object)).map(({ at, size }) => boxOf(at, size))

/** A place in a frame for a box of `size`, beside what lies there in the boxes `taken` where there is room. */
function placeIn(home: BoardObject, size: Size, taken: readonly Box[]): Point {
  const room = roomIn(boxOf(home.at, home.size))
  return freeIn(room, taken, size, FRAME_EDGE) ?? [room.x, room.y]
}

/** Puts a new object of a kind where there is room, in `frame` if one is named; returns its id. */
export function add(
  workspace: Workspace,
  definition: ObjectDefinition,
  frame?: string,
): string | undefined {
  const { type, size } = definition
  const { board, doc } = workspace
  const all = [...board.objects()]
  const home = frame === undefined ? undefined : board.object(frame)
  const place =
    home && isHeldType(type)
      ? {
          at: placeIn(home, size, boxes(all.filter((object) => object.frame === home.id))),
          frame: home.id,
        }
      : freePlace(all, type, size)
  let ids: string[] = []
  asOneStep(workspace, () => {
    ids = addObjects(
      doc,
      [
        {
          type,
          at: place.at,
          ...(place.frame !== undefined && { frame: place.frame }),
          fields: freshFields(workspace, definition),
        },
      ],
      USER,
    )
  })
  return ids[0]
}

/** Moves objects into a frame, or out of all frames, each to a free place there; one step of undo. */
export function moveTo(
  workspace: Workspace,
  moved: readonly BoardObject[],
  frame: string | undefined,
): void {
  const { board, doc } = workspace
  const home = frame === undefined ? undefined : board.object(frame)
  const others = [...board.objects()].filter((object) => !moved.includes(object))
  const taken = boxes(home ? others.filter((object) => object.frame === home.id) : others)
  const places = moved.map(({ id, at: was, size }) => {
    const at = home ? placeIn(home, size, taken) : nearestFree(taken, size, was)
    taken.push(boxOf(at, size))
    return { id, at }
  })
  asOneStep(workspace, () => {
    placeObjects(doc, places, USER)
    for (const { id } of moved) putInto(doc, id, home?.id, USER)
  })
}

/** Changes places with the neighbour `by` steps away in a list that is in order. */
export function moveBy(
  workspace: Workspace,
  list: readonly BoardObject[],
  id: string,
  by: 1 | -1,
): void {
  const at = list.findIndex((object) => object.id === id)
  const [object, other] = [list[at], list[at + by]]
  if (!object || !other) return
  const { doc } = workspace
  asOneStep(workspace, () => {
    if (object.order !== other.order) {
      setField(doc, object.id, 'order', other.order, USER)
      setField(doc, other.id, 'order', object.order, USER)
      return
    }
    // Two who added something at the same moment gave it the same order.
    const later = by === 1 ? object : other
    const next = list.find(({ order }) => order > later.order)
    setField(doc, later.id, 'order', generateKeyBetween(later.order, next?.order ?? null), USER)
  })
}

/** Removes objects, as one step of undo. */
export function remove(workspace: Workspace, ids: readonly string[]): void {
  workspace.ui.setState({ selection: new Set(), hover: null })
  asOneStep(workspace, () => removeObjects(workspace.doc, ids, USER))
}

/** The frames of the board in order, those that lie in another right after it. */
export function framesOf(objects: Iterable<BoardObject>): BoardObject[] {
  const frames = [...objects].filter(isContainer).sort(byOrder)
  const ids = new Set(frames.map(({ id }) => id))
  const listed = new Set<BoardObject>()
  const list = (frame: BoardObject): void => {
    if (listed.has(frame)) return
    listed.add(frame)
    frames.filter((inner) => inner.frame === frame.id).forEach(list)
  }
  frames.filter((frame) => frame.frame === undefined || !ids.has(frame.frame)).forEach(list)
  // Two that lie in each other are in no other.
  frames.forEach(list)
  return [...listed]
}

/** Compares two objects by the order in which they are listed. */
export const byOrder = (a: BoardObject, b: BoardObject): number =>
  a.order === b.order ? (a.id < b.id ? -1 : 1) : a.order < b.order ? -1 : 1
