import { placeObjects, putInto } from '../../shared/board/commands.ts'
import type { BoardObject } from '../../shared/board/object.ts'
import { roomIn } from '../../shared/arrange/frame-room.ts'
import { nearestFree } from '../../shared/arrange/nearest-free.ts'
import type { LayoutId } from '../../shared/arrange/layouts.ts'
import {
  boxOf,
  centreOf,
  contains,
  intersects,
  union,
  type Box,
  type Point,
} from '../../shared/geometry.ts'
import { endsOf, isContainer, isLink } from '../model/kinds.ts'
import { fitBox } from '../model/camera.ts'
import type { Workspace } from '../model/workspace.ts'
import { USER } from '../model/workspace.ts'
import { asOneStep } from './edit.ts'
import { glide } from './glide.ts'
import { placesOf } from './places.ts'

/** To what is on the board already. */
const GAP = 80
/** A commitment keeps this far from its neighbours. */
const CLOSE = 24

const boxFor = ({ at, size }: BoardObject): Box => boxOf(at, size)

/** Whether an object may be laid out: nobody has locked it, and it is no part of a template. */
const isFree = ({ board }: Workspace, object: BoardObject): boolean =>
  !board.isHeld(object) && object.fields['furniture'] !== true

/** What a layout moves: of what is selected where that is several organisations, otherwise of the whole board. */
function moved(workspace: Workspace, layout: LayoutId): BoardObject[] {
  const { board, ui } = workspace
  const types = layout === 'objectives' ? ['organisation', 'objective'] : ['organisation']
  const { selection } = ui.getState()
  const all = [...board.objects()].filter(
    (object) => types.includes(object.type) && isFree(workspace, object),
  )
  const chosen = all.filter(({ id }) => selection.has(id))
  return chosen.length > 1 ? chosen : all
}

/** The frame that all of them lie in; undefined when they don't lie in one together. */
function homeOf({ board }: Workspace, objects: readonly BoardObject[]): BoardObject | undefined {
  const frames = new Set(objects.map(({ frame }) => frame))
  const [frame] = frames
  return frames.size === 1 && frame !== undefined ? board.object(frame) : undefined
}

/** How far the whole layout is shifted to stand where the objects stood, in their frame or clear of everything else. */
function shift(
  workspace: Workspace,
  objects: readonly BoardObject[],
  area: Box,
): { by: Point; frame: string | undefined } {
  const ids = new Set(objects.map(({ id }) => id))
  const others = [...workspace.board.objects()].filter(
    (object) => !isLink(object) && !ids.has(object.id),
  )
  const to = (x: number, y: number): Point => [Math.round(x - area.x), Math.round(y - area.y)]
  const home = homeOf(workspace, objects)
  if (home) {
    const room = roomIn(boxFor(home))
    const [middle, across] = centreOf(room)
    const { width, height } = area
    const place: Box = { x: middle - width / 2, y: across - height / 2, width, height }
    const clash = others.some(
      (other) => other.frame === home.id && intersects(boxFor(other), place),
    )
    if (contains(room, place) && !clash) return { by: to(place.x, place.y), frame: home.id }
  }
  const [x, y] = centreOf(union(objects.map(boxFor)) ?? area)
  const wanted: Point = [x - area.width / 2, y - area.height / 2]
  const free = nearestFree(others.map(boxFor), [area.width, area.height], wanted, GAP)
  return { by: to(...free), frame: undefined }
}

/** Puts an object as near to its wanted middle as the others leave room for. */
function settle(boxes: Map<string, Box>, { id, size }: BoardObject, [x, y]: Point): void {
  const wanted: Point = [x - size[0] / 2, y - size[1] / 2]
  const free = nearestFree([...boxes.values()], size, wanted, CLOSE)
  boxes.set(id, boxOf([Math.round(free[0]), Math.round(free[1])], size))
}

/** People and places at the sharp end go to the objective that reaches them, commitments between who makes them and what they serve. */
function settleOthers(workspace: Workspace, boxes: Map<string, Box>): void {
  const { board } = workspace
  const boxAt = (id: unknown): Box | undefined =>
    typeof id === 'string' ? boxes.get(id) : undefined
  for (const link of board.objects()) {
    const [from, to] = link.type === 'reach' ? endsOf(link) : []
    const aim = boxAt(from)
    const object = to === undefined ? undefined : board.object(to)
    if (!aim || !object || boxes.has(object.id) || !isFree(workspace, object)) continue
    const [x] = centreOf(aim)
    settle(boxes, object, [x, aim.y + aim.height + GAP + object.size[1] / 2])
  }
  for (const object of board.objects()) {
    if (object.type !== 'commitment' || !isFree(workspace, object)) continue
    const [by, to] = [boxAt(object.fields['by']), boxAt(object.fields['to'])]
    if (!by || !to) continue
    const [a, b] = [centreOf(by), centreOf(to)]
    settle(boxes, object, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2])
  }
}

/** Where a layout puts every object that it moves, and the frame that they are in then; undefined when it can't be worked out now. */
async function plan(
  workspace: Workspace,
  layout: LayoutId,
  signal: AbortSignal | undefined,
): Promise<{ boxes: Map<string, Box>; frame: string | undefined } | undefined> {
  const { board } = workspace
  const objects = moved(workspace, layout)
  const links = [...board.objects()].flatMap((object) => {
    const [from, to] = isLink(object) ? endsOf(object) : []
    return from !== undefined && to !== undefined ? [{ from, to }] : []
  })
  const core = new Set(objects.filter(({ type }) => type === 'objective').map(({ id }) => id))
  const places = await placesOf(
    signal,
    layout,
    objects.map(({ id, size, fields }) => ({
      id,
      size,
      ...(typeof fields['sector'] === 'string' && { group: fields['sector'] }),
    })),
    links,
    core,
  )
  if (!places) return undefined
  const boxes = new Map(
    objects.map(({ id, size }): [string, Box] => [id, boxOf(places.get(id) ?? [0, 0], size)]),
  )
  if (layout === 'objectives') settleOthers(workspace, boxes)
  const all = [...boxes.keys()].flatMap((id) => board.object(id) ?? [])
  const area = union(boxes.values())
  if (!area) return { boxes, frame: undefined }
  const { by, frame } = shift(workspace, all, area)
  for (const box of boxes.values()) {
    box.x += by[0]
    box.y += by[1]
  }
  return { boxes, frame }
}

/** Lays the map out: everything glides to its place and is put there as one step of undo; what is locked stays. Given up by `signal`, or where editing is withdrawn meanwhile, nothing happens. False: it can't be worked out now. */
export async function runLayOut(
  workspace: Workspace,
  layout: LayoutId,
  signal?: AbortSignal,
): Promise<boolean> {
  const { board, doc, ui } = workspace
  const planned = await plan(workspace, layout, signal)
  if (signal?.aborted) return true
  if (!planned) return false
  const { boxes, frame } = planned
  const around = union(boxes.values())
  if (!around) return true
  const { viewport, insets } = ui.getState()
  ui.setState({ goal: fitBox(around, viewport, insets) })
  await glide(workspace, boxes)
  if (signal?.aborted || !workspace.canEdit()) return true
  // What somebody has locked or removed meanwhile is left alone.
  const still = [...boxes].filter(([id]) => {
    const object = board.object(id)
    return object && !isContainer(object) && isFree(workspace, object)
  })
  asOneStep(workspace, () => {
    placeObjects(
      doc,
      still.map(([id, { x, y }]) => ({ id, at: [x, y] as const })),
      USER,
    )
    for (const [id] of still) {
      if (board.object(id)?.frame !== frame) putInto(doc, id, frame, USER)
    }
  })
  return true
}
