import { boxOf, centreOf, turned, type Box, type Point, type Turn } from '../../shared/geometry.ts'
import { definitionOf } from '../../shared/objects/index.ts'
import type { BoardModel } from '../model/board.ts'
import { uprightBoxOf } from '../../shared/draw/scene.ts'
import { angleOf, canTurn, turnOf, type Outline } from '../../shared/objects/turn.ts'
import { isContainer, isLink } from '../model/kinds.ts'
import type { ResizeHandle } from '../scene/handles.ts'

/** The shortest side that a resize leaves, in world units. */
export const MIN_SIDE = 24

/** The ids that move when `ids` are moved: with a container all that lies in it, however deep; links follow by themselves. What is held in place isn't moved for itself, but carried. `locked`: all, held or not. */
export function movers(board: BoardModel, ids: Iterable<string>, locked = false): Set<string> {
  const found = new Set<string>()
  const inside = new Map<string, string[]>()
  for (const object of board.objects()) {
    if (object.frame === undefined) continue
    const known = inside.get(object.frame)
    if (known) known.push(object.id)
    else inside.set(object.frame, [object.id])
  }
  const take = (id: string, carried: boolean): void => {
    const object = board.object(id)
    if (!object || isLink(object) || found.has(id)) return
    // What the server would put back stays even when its container goes.
    const stays = carried ? board.isGuarded(object) : board.isHeld(object)
    if (!locked && stays) return
    found.add(id)
    if (isContainer(object)) for (const child of inside.get(id) ?? []) take(child, true)
  }
  for (const id of ids) take(id, false)
  return found
}

const startBox = (board: BoardModel, id: string): Box | undefined => {
  const object = board.object(id)
  return object && boxOf(object.at, object.size)
}

const centredAt = ([x, y]: Point, { width, height }: Box): Box => ({
  x: x - width / 2,
  y: y - height / 2,
  width,
  height,
})

/** The boxes of `ids` moved by `dx`, `dy` world units; `straight` keeps to the longer axis. */
export function movePlan(
  board: BoardModel,
  ids: Iterable<string>,
  [dx, dy]: Point,
  straight = false,
): Map<string, Box> {
  const sideways = Math.abs(dx) >= Math.abs(dy)
  const x = straight && !sideways ? 0 : dx
  const y = straight && sideways ? 0 : dy
  const boxes = new Map<string, Box>()
  for (const id of ids) {
    const box = startBox(board, id)
    if (box) boxes.set(id, { ...box, x: box.x + x, y: box.y + y })
  }
  return boxes
}

/** How a resize is held: `aspect` keeps the proportions, `centre` grows to both sides alike. */
export interface ResizeHold {
  aspect: boolean
  centre: boolean
}

/** `box` after its `handle` was dragged by `dx`, `dy` world units; no side gets shorter than `MIN_SIDE`, nothing turns over. */
export function resizePlan(
  box: Box,
  handle: ResizeHandle,
  [dx, dy]: Point,
  { aspect, centre }: ResizeHold,
): Box {
  const twice = centre ? 2 : 1
  const least = (side: number): number => Math.min(MIN_SIDE, side)
  let width = Math.max(least(box.width), box.width + dx * handle.x * twice)
  let height = Math.max(least(box.height), box.height + dy * handle.y * twice)
  if (aspect) {
    const byWidth = width / box.width
    const byHeight = height / box.height
    const wanted =
      handle.x === 0 ? byHeight : handle.y === 0 ? byWidth : Math.max(byWidth, byHeight)
    const factor = Math.max(wanted, least(box.width) / box.width, least(box.height) / box.height)
    width = box.width * factor
    height = box.height * factor
  }
  // What isn't dragged stays where it is: the far edge, or the middle.
  const place = (start: number, before: number, after: number, side: -1 | 0 | 1): number => {
    if (centre || side === 0) return start + (before - after) / 2
    return side < 0 ? start + before - after : start
  }
  return {
    x: place(box.x, box.width, width, handle.x),
    y: place(box.y, box.height, height, handle.y),
    width,
    height,
  }
}

/** The boxes of several objects after the box `around` them became `to`: what can't grow keeps its size, its middle goes along. */
export function scalePlan(
  board: BoardModel,
  ids: Iterable<string>,
  around: Box,
  to: Box,
): Map<string, Box> {
  const sx = around.width > 0 ? to.width / around.width : 1
  const sy = around.height > 0 ? to.height / around.height : 1
  const boxes = new Map<string, Box>()
  for (const id of ids) {
    const object = board.object(id)
    const box = startBox(board, id)
    if (!object || !box) continue
    const resize = definitionOf(object.type)?.resize ?? 'none'
    const side = (before: number, factor: number): number =>
      Math.max(Math.min(MIN_SIDE, before), before * factor)
    // What lies on its side grows taller where the others grow wider.
    const lies = Math.abs(Math.sin((turnOf(object)?.angle ?? 0) * (Math.PI / 180))) > Math.SQRT1_2
    const width = resize === 'none' ? box.width : side(box.width, lies ? sy : sx)
    const height = resize === 'both' ? side(box.height, lies ? sx : sy) : box.height
    boxes.set(id, {
      x: to.x + (box.x + box.width / 2 - around.x) * sx - width / 2,
      y: to.y + (box.y + box.height / 2 - around.y) * sy - height / 2,
      width,
      height,
    })
  }
  return boxes
}

/** Where each of `ids` is after all of them were turned together; what can't be turned stays upright, its middle goes along. */
export function turnPlan(
  board: BoardModel,
  ids: Iterable<string>,
  turn: Turn,
): Map<string, Outline> {
  const boxes = new Map<string, Outline>()
  for (const id of ids) {
    const object = board.object(id)
    const box = startBox(board, id)
    if (!object || !box) continue
    const there = centredAt(turned(centreOf(box), turn), box)
    const angle = (((angleOf(object) + turn.angle) % 360) + 360) % 360
    boxes.set(id, canTurn(object.type) ? { ...there, angle } : there)
  }
  return boxes
}

/** The box that a turned object must have in the document to be seen as `wanted`, which is meant along its own edges. */
export function seenAs(board: BoardModel, id: string, wanted: Box): Box {
  const object = board.object(id)
  const turn = object && turnOf(object)
  return turn ? centredAt(turned(centreOf(wanted), turn), wanted) : wanted
}

/** Rounded to whole world units, which keeps documents small and edges crisp. */
export const rounded = (box: Box): Box => ({
  x: Math.round(box.x),
  y: Math.round(box.y),
  width: Math.round(box.width),
  height: Math.round(box.height),
})

/** The box that a resize of this object starts from. */
export function resizeStart(board: BoardModel, id: string): Box | undefined {
  const object = board.object(id)
  if (!object) return undefined
  const bounds = uprightBoxOf(object, board)
  const widthOnly = definitionOf(object.type)?.resize === 'width'
  return widthOnly ? startBox(board, id) : bounds
}
