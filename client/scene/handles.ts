import type { BoardObject } from '../../shared/board/object.ts'
import { grow, union, type Box, type Point, type Size } from '../../shared/geometry.ts'
import type { ObjectDefinition } from '../../shared/objects/define.ts'
import { definitionOf } from '../../shared/objects/index.ts'
import type { BoardModel } from '../model/board.ts'
import { toScreen, type Camera } from '../model/camera.ts'
import { boundsOf, uprightBoxOf } from '../../shared/draw/scene.ts'
import { canTurn, outlineOf, pointOn, type Outline } from '../../shared/objects/turn.ts'
import { isContainer, isLink, linkFrom } from '../model/kinds.ts'
import type { Workspace } from '../model/workspace.ts'

/** A side or corner to resize by: which edges move, -1 left or top, 1 right or bottom, 0 neither; `angle`: by how many degrees they are turned. */
export interface ResizeHandle {
  kind: 'resize'
  x: -1 | 0 | 1
  y: -1 | 0 | 1
  angle?: number
}

/** The end of a link, to be moved to another object. */
export interface EndHandle {
  kind: 'end'
  id: string
  end: 'from' | 'to'
}

/** A handle: one to resize or turn what is selected by, an end of the selected link, or the one that starts a tie from an object. */
export type Handle = ResizeHandle | EndHandle | { kind: 'turn' } | { kind: 'link'; from: string }

/** Half the side of the square around a handle that takes the pointer, or a finger, in CSS px. */
const HANDLE_REACH = 11
const FINGER_REACH = 20

/** How far off an object's top right corner its "+ tie" handle floats, in CSS px: ties seldom end there. */
export const LINK_GAP = 15
/** The radius of the "+ tie" handle, in CSS px. */
export const LINK_RADIUS = 12

/** How far below what is selected the handle to turn it by floats, in CSS px. */
const TURN_GAP = 30
/** The radius of the handle that turns what is selected, in CSS px. */
export const TURN_RADIUS = 11

/** The resize handles that an object of this kind offers. */
function resizeHandles(definition: ObjectDefinition | undefined): readonly ResizeHandle[] {
  if (!definition || definition.resize === 'none' || definition.place === 'link') return []
  const handles: ResizeHandle[] = []
  for (const y of [-1, 0, 1] as const) {
    for (const x of [-1, 0, 1] as const) {
      if (x === 0 && y === 0) continue
      if (definition.resize === 'width' && (y !== 0 || x === 0)) continue
      handles.push({ kind: 'resize', x, y })
    }
  }
  return handles
}

const corners: readonly ResizeHandle[] = ([-1, 1] as const).flatMap((y) =>
  ([-1, 1] as const).map((x) => ({ kind: 'resize' as const, x, y })),
)

/** How far off the objects the box around several is drawn, in CSS px. */
export const AROUND_GAP = 8

// With more selected, resizing them together is no use, and finding their box would cost too much.
const MOST_TOGETHER = 500

/** The box around several selected objects that can be resized together; undefined when there are none. */
export function boxTogether(board: BoardModel, selection: ReadonlySet<string>): Box | undefined {
  if (selection.size < 2 || selection.size > MOST_TOGETHER) return undefined
  const boxes: Box[] = []
  for (const id of selection) {
    const object = board.object(id)
    if (!object || isLink(object) || board.isHeld(object)) continue
    const box = boundsOf(object, board)
    if (box) boxes.push(box)
  }
  return boxes.length > 1 ? union(boxes) : undefined
}

/** Whether these objects may be turned together, as many as `boxTogether` takes: a container stays upright, and so what lies in it does. */
export function turnsTogether(board: BoardModel, selection: ReadonlySet<string>): boolean {
  if (selection.size > MOST_TOGETHER) return false
  const objects = [...selection].flatMap((id) => board.object(id) ?? [])
  return (
    objects.some((object) => canTurn(object.type) && !board.isHeld(object)) &&
    !objects.some(isContainer)
  )
}

/** Where a resize handle sits on an outline. */
const handlePoint = (outline: Outline, { x, y }: ResizeHandle): Point =>
  pointOn(outline, [
    outline.x + (outline.width * (x + 1)) / 2,
    outline.y + (outline.height * (y + 1)) / 2,
  ])

/** The handle to turn by, below an outline as it is turned. */
const turnHandle = (outline: Outline, scale: number): { handle: Handle; at: Point } => ({
  handle: { kind: 'turn' },
  at: pointOn(outline, [
    outline.x + outline.width / 2,
    outline.y + outline.height + TURN_GAP / scale,
  ]),
})

const cursors = ['ew-resize', 'nwse-resize', 'ns-resize', 'nesw-resize'] as const

/** The CSS cursor of a resize handle, along the way in which it is dragged. */
export function handleCursor({ x, y, angle = 0 }: ResizeHandle): string {
  const way = Math.atan2(y, x) / (Math.PI / 4) + angle / 45
  return cursors[((Math.round(way) % 4) + 4) % 4] ?? 'move'
}

// Below this length on screen (CSS px) only the corners have room for handles, and below a quarter of it none have.
const ROOMY = 48

// Nearer to each other on screen (CSS px) than this, the ends of a link can't be told apart.
const ENDS_APART = 2 * HANDLE_REACH

/** The ends of a link that can be moved. */
function endHandles(
  object: BoardObject,
  board: BoardModel,
  scale: number,
): { handle: Handle; at: Point }[] {
  const ends = definitionOf(object.type)?.ends?.(object, board)
  if (!ends || board.isHeld(object)) return []
  const [[x1, y1], [x2, y2]] = ends
  if (Math.hypot(x2 - x1, y2 - y1) * scale < ENDS_APART) return []
  return (['from', 'to'] as const).map((end, i) => ({
    handle: { kind: 'end', id: object.id, end },
    at: ends[i === 0 ? 0 : 1],
  }))
}

/** The handles on offer: the selected object's, and the one that starts a tie from it or from the hovered object. */
function handlesOf(
  board: BoardModel,
  selection: ReadonlySet<string>,
  hover: string | null,
  scale: number,
): { handle: Handle; at: Point }[] {
  const handles: { handle: Handle; at: Point }[] = []
  const [only] = selection.size === 1 ? selection : []
  const object = only === undefined ? undefined : board.object(only)
  const upright = object && uprightBoxOf(object, board)
  const box = upright && outlineOf(object, upright)
  const around = boxTogether(board, selection)
  const whole = around ? grow(around, AROUND_GAP / scale) : box
  if (whole && turnsTogether(board, selection)) handles.push(turnHandle(whole, scale))
  if (around && whole) {
    for (const handle of corners) handles.push({ handle, at: handlePoint(whole, handle) })
  }
  if (
    object &&
    box &&
    !board.isHeld(object) &&
    Math.min(box.width, box.height) * scale > ROOMY / 4
  ) {
    const roomy = Math.min(box.width, box.height) * scale > ROOMY
    for (const handle of resizeHandles(definitionOf(object.type))) {
      const corner = handle.x !== 0 && handle.y !== 0
      const single = definitionOf(object.type)?.resize === 'width'
      if (!roomy && !corner && !single) continue
      const { angle } = box
      const turnedHandle = angle === undefined ? handle : { ...handle, angle }
      handles.push({ handle: turnedHandle, at: handlePoint(box, handle) })
    }
  }
  if (object) handles.push(...endHandles(object, board, scale))
  for (const id of new Set([only, hover ?? undefined])) {
    const from = id === undefined ? undefined : board.object(id)
    const own = from && linkFrom(from) ? uprightBoxOf(from, board) : undefined
    if (id === undefined || !from || !own) continue
    const place = outlineOf(from, own)
    const gap = LINK_GAP / scale
    handles.push({
      handle: { kind: 'link', from: id },
      at: pointOn(place, [place.x + place.width + gap, place.y - gap]),
    })
  }
  return handles
}

/** The handles that this person can take hold of now. */
export function handlesNow(workspace: Workspace): { handle: Handle; at: Point }[] {
  if (!workspace.canEdit()) return []
  const { selection, hover, camera, tool } = workspace.ui.getState()
  return tool === 'select' ? handlesOf(workspace.board, selection, hover, camera.scale) : []
}

/** The handle within reach of a canvas point (CSS px); the nearest of several. */
export function handleAt(
  handles: readonly { handle: Handle; at: Point }[],
  screen: Point,
  camera: Camera,
  viewport: Size,
  touch = false,
): Handle | undefined {
  let nearest: { handle: Handle; distance: number } | undefined
  for (const { handle, at } of handles) {
    const [x, y] = toScreen(camera, viewport, at)
    const distance = Math.max(Math.abs(x - screen[0]), Math.abs(y - screen[1]))
    const least = touch ? FINGER_REACH : HANDLE_REACH
    const isSmall = handle.kind === 'resize' || handle.kind === 'end'
    const reach = isSmall ? least : Math.max(LINK_RADIUS + 4, least)
    if (distance <= reach && (!nearest || distance < nearest.distance)) {
      nearest = { handle, distance }
    }
  }
  return nearest?.handle
}
