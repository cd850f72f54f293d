import { addObjects, placeObjects, setField, type Placed } from '../../shared/board/commands.ts'
import { boundsOf } from '../../shared/draw/scene.ts'
import { centreOf, union, unturned, type Box, type Point } from '../../shared/geometry.ts'
import { definitionOf } from '../../shared/objects/index.ts'
import type { Outline } from '../../shared/objects/turn.ts'
import { visibleBox } from '../model/camera.ts'
import { isLink } from '../model/kinds.ts'
import { USER } from '../model/workspace.ts'
import { boxTogether, type ResizeHandle } from '../scene/handles.ts'
import { copyOf, newFrom } from './copies.ts'
import {
  canBeHeld,
  containerFor,
  movePlan,
  movers,
  resizePlan,
  resizeStart,
  rounded,
  scalePlan,
  seenAs,
} from './plans.ts'
import { snapEdges, snapMove, type Snap } from './snap.ts'
import type { PointerInput, ToolContext, ToolState } from './tool.ts'

const offset = (from: PointerInput, to: PointerInput): Point => [
  to.world[0] - from.world[0],
  to.world[1] - from.world[1],
]

// How near (CSS px) edges must come to snap, how large on screen what they snap to must be, and how many may be looked at.
const SNAP_PX = 6
const LEAST_PX = 10
const MOST_NEIGHBOURS = 400

const noSnap: Snap = { by: [0, 0], guides: [] }

/** The boxes on screen that what moves can line up with. */
function neighboursOf({ workspace, scene }: ToolContext, moving: ReadonlySet<string>): Box[] {
  const { board, ui } = workspace
  const { camera, viewport } = ui.getState()
  const boxes: Box[] = []
  for (const id of scene.touching(visibleBox(camera, viewport))) {
    const object = board.object(id)
    if (!object || moving.has(id) || isLink(object)) continue
    const box = boundsOf(object, board)
    if (box && Math.max(box.width, box.height) * camera.scale >= LEAST_PX) boxes.push(box)
    if (boxes.length >= MOST_NEIGHBOURS) break
  }
  return boxes
}

/** Writes the boxes of a finished drag or turn: one transaction, in the step of undo that is under way. */
export function commit(
  { workspace, scene }: ToolContext,
  boxes: ReadonlyMap<string, Outline>,
  regroup: ReadonlySet<string>,
): void {
  const { board, doc, undo, ui } = workspace
  ui.setState({ preview: null, sketch: null, guides: [] })
  if (!workspace.canEdit()) return
  doc.transact(() => {
    const places: Placed[] = []
    for (const [id, box] of boxes) {
      const object = board.object(id)
      if (!object) continue
      const { x, y, width, height } = rounded(box)
      const grown = width !== Math.round(object.size[0]) || height !== Math.round(object.size[1])
      places.push({
        id,
        at: [x, y],
        ...(grown && { size: [width, height] }),
        ...(box.angle !== undefined && { angle: Math.round(box.angle) % 360 }),
      })
    }
    placeObjects(doc, places, USER)
    for (const id of regroup) {
      const box = boxes.get(id)
      const object = board.object(id)
      if (!box || !object || !canBeHeld(board, id)) continue
      const into = containerFor(scene.containersAt(centreOf(box)), new Set(boxes.keys()))
      if (into !== object.frame) setField(doc, id, 'frame', into, USER)
    }
  }, USER)
  undo.cut()
}

/** Puts copies where these objects are and selects them; the step of undo that this begins is still open. */
function duplicate({ workspace }: ToolContext, ids: Iterable<string>): Set<string> {
  const { board, doc, ui, undo } = workspace
  const news = newFrom(copyOf(board, ids), [0, 0], board)
  undo.begin()
  addObjects(doc, news, USER)
  const selection = new Set(news.map(({ id }) => id))
  ui.setState({ selection, hover: null })
  return selection
}

/** The selection follows the pointer until it is released; nobody's document knows of it before. With `copy` copies of it do. */
export function dragging(
  context: ToolContext,
  start: PointerInput,
  ids: Iterable<string>,
  back: ToolState,
  copy = false,
): ToolState {
  const { workspace, scene } = context
  const { board, ui, undo } = workspace
  const before = ui.getState().selection
  undo.begin()
  const chosen = copy ? duplicate(context, ids) : new Set(ids)
  const moving = movers(board, chosen)
  // What moves along inside its container stays in it.
  const loose = new Set(
    [...moving].filter((id) => {
      const frame = board.object(id)?.frame
      return frame === undefined || !moving.has(frame)
    }),
  )
  const neighbours = neighboursOf(context, moving)
  const around = union(
    [...moving].flatMap((id) => {
      const object = board.object(id)
      return (object && boundsOf(object, board)) ?? []
    }),
  )
  const show = (input: PointerInput): Map<string, Box> => {
    const { camera } = ui.getState()
    const [dx, dy] = offset(start, input)
    const snaps = around && !input.mod && !input.shift
    const { by, guides } = snaps
      ? snapMove(
          { ...around, x: around.x + dx, y: around.y + dy },
          neighbours,
          SNAP_PX / camera.scale,
        )
      : noSnap
    const boxes = movePlan(board, moving, [dx + by[0], dy + by[1]], input.shift)
    const into = [...loose].some((id) => canBeHeld(board, id))
      ? containerFor(scene.containersAt(input.world), moving)
      : undefined
    const home = [...loose].every((id) => board.object(id)?.frame === into)
    ui.setState({
      preview: boxes,
      guides,
      sketch: into !== undefined && !home ? { kind: 'drop', into } : null,
    })
    return boxes
  }
  return {
    name: 'dragging',
    cursor: copy ? 'copy' : 'grabbing',
    move(_context, input) {
      show(input)
      return undefined
    },
    up(inner, input) {
      const boxes = show(input)
      commit(inner, boxes, loose)
      return back
    },
    cancel() {
      ui.setState({ preview: null, sketch: null, guides: [] })
      undo.cut()
      if (!copy) return
      undo.undo()
      ui.setState({ selection: before })
    },
  }
}

/** What a resize of the selection changes: the box that its handles are on, and the plan for a new one. */
function resizeOf({
  workspace: { board, ui },
}: ToolContext):
  | { from: Box; ids: ReadonlySet<string>; plan(to: Box): Map<string, Box> }
  | undefined {
  const { selection } = ui.getState()
  const [only] = selection
  if (selection.size === 1 && only !== undefined) {
    const from = resizeStart(board, only)
    return (
      from && { from, ids: selection, plan: (to) => new Map([[only, seenAs(board, only, to)]]) }
    )
  }
  const from = boxTogether(board, selection)
  const ids = movers(board, selection)
  return from && { from, ids, plan: (to) => scalePlan(board, ids, from, to) }
}

/** One edge or corner of the selection follows the pointer until it is released. */
export function resizing(
  context: ToolContext,
  start: PointerInput,
  handle: ResizeHandle,
  cursor: string,
  back: ToolState,
): ToolState {
  const { board, ui, undo } = context.workspace
  const resize = resizeOf(context)
  const { selection } = ui.getState()
  // Several keep their proportions unless Shift says otherwise, as an image does; anything else the other way round.
  const keeps =
    selection.size > 1 ||
    [...selection].some((id) => definitionOf(board.object(id)?.type ?? '')?.keepsAspect === true)
  const neighbours = neighboursOf(context, resize?.ids ?? new Set())
  const planned = (input: PointerInput): Map<string, Box> => {
    if (!resize) return new Map()
    const hold = { aspect: input.shift !== keeps, centre: input.alt }
    // Along the edges of what is turned.
    const [dx, dy] = unturned(offset(start, input), { angle: handle.angle ?? 0, about: [0, 0] })
    const free = resizePlan(resize.from, handle, [dx, dy], hold)
    const snaps = !input.mod && !hold.aspect && !handle.angle
    const reach = SNAP_PX / ui.getState().camera.scale
    const { by, guides } = snaps ? snapEdges(free, handle, neighbours, reach) : noSnap
    ui.setState({ guides })
    return resize.plan(resizePlan(resize.from, handle, [dx + by[0], dy + by[1]], hold))
  }
  return {
    name: 'resizing',
    cursor,
    move(_context, input) {
      ui.setState({ preview: planned(input) })
      return undefined
    },
    up(inner, input) {
      const boxes = planned(input)
      undo.cut()
      commit(inner, boxes, new Set())
      return back
    },
    cancel() {
      ui.setState({ preview: null, guides: [] })
    },
  }
}
