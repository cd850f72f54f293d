import { placeObjects, setField } from '../../shared/board/commands.ts'
import { centreOf, type Box, type Point } from '../../shared/geometry.ts'
import { USER } from '../model/workspace.ts'
import type { ResizeHandle } from '../scene/handles.ts'
import {
  canBeHeld,
  containerFor,
  movePlan,
  movers,
  resizePlan,
  resizeStart,
  rounded,
} from './plans.ts'
import type { PointerInput, ToolContext, ToolState } from './tool.ts'

const offset = (from: PointerInput, to: PointerInput): Point => [
  to.world[0] - from.world[0],
  to.world[1] - from.world[1],
]

/** Writes the boxes of a finished drag: one transaction, one step of undo. */
function commit(
  { workspace, scene }: ToolContext,
  boxes: ReadonlyMap<string, Box>,
  regroup: ReadonlySet<string>,
): void {
  const { board, doc, undo, ui } = workspace
  ui.setState({ preview: null, sketch: null })
  if (!workspace.canEdit()) return
  undo.cut()
  doc.transact(() => {
    const places: { id: string; at: Point; size?: [number, number] }[] = []
    for (const [id, box] of boxes) {
      const object = board.object(id)
      if (!object) continue
      const { x, y, width, height } = rounded(box)
      const grown = width !== Math.round(object.size[0]) || height !== Math.round(object.size[1])
      places.push({ id, at: [x, y], ...(grown && { size: [width, height] as [number, number] }) })
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

/** The selection follows the pointer until it is released; nobody's document knows of it before. */
export function dragging(
  context: ToolContext,
  start: PointerInput,
  ids: Iterable<string>,
  back: ToolState,
): ToolState {
  const { workspace, scene } = context
  const { board, ui } = workspace
  const chosen = new Set(ids)
  const moving = movers(board, chosen)
  // What moves along inside its container stays in it.
  const loose = new Set(
    [...moving].filter((id) => {
      const frame = board.object(id)?.frame
      return frame === undefined || !moving.has(frame)
    }),
  )
  const show = (input: PointerInput): Map<string, Box> => {
    const boxes = movePlan(board, moving, offset(start, input), input.shift)
    const into = [...loose].some((id) => canBeHeld(board, id))
      ? containerFor(scene.containersAt(input.world), moving)
      : undefined
    const home = [...loose].every((id) => board.object(id)?.frame === into)
    ui.setState({
      preview: boxes,
      sketch: into !== undefined && !home ? { kind: 'drop', into } : null,
    })
    return boxes
  }
  return {
    name: 'dragging',
    cursor: 'grabbing',
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
      ui.setState({ preview: null, sketch: null })
    },
  }
}

/** One edge or corner of an object follows the pointer until it is released. */
export function resizing(
  { workspace }: ToolContext,
  start: PointerInput,
  id: string,
  handle: ResizeHandle,
  cursor: string,
  back: ToolState,
): ToolState {
  const { board, ui } = workspace
  const from = resizeStart(board, id)
  const planned = (input: PointerInput): Map<string, Box> => {
    if (!from) return new Map()
    const hold = { aspect: input.shift, centre: input.alt }
    return new Map([[id, resizePlan(from, handle, offset(start, input), hold)]])
  }
  return {
    name: 'resizing',
    cursor,
    move(_context, input) {
      ui.setState({ preview: planned(input) })
      return undefined
    },
    up(context, input) {
      commit(context, planned(input), new Set())
      return back
    },
    cancel() {
      ui.setState({ preview: null })
    },
  }
}
