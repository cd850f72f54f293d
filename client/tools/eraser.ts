import { removeObjects } from '../../shared/board/commands.ts'
import type { Point } from '../../shared/geometry.ts'
import { drawing } from '../../shared/objects/drawing.ts'
import { USER } from '../model/workspace.ts'
import { panning } from './hand.ts'
import type { PointerInput, Tool, ToolContext, ToolState } from './tool.ts'

// How far apart on screen (CSS px) the places are at which a stroke is looked for, so that a swift wipe misses none.
const STEP_PX = 5

/** Places from one point to another, both included, at most `step` apart. */
function along([x1, y1]: Point, [x2, y2]: Point, step: number): Point[] {
  const count = Math.max(1, Math.ceil(Math.hypot(x2 - x1, y2 - y1) / step))
  return Array.from({ length: count }, (_, i): Point => {
    const share = (i + 1) / count
    return [x1 + (x2 - x1) * share, y1 + (y2 - y1) * share]
  })
}

/** Takes away every stroke of the pen that the pointer passes over, until it is released; all of it is one step of undo. */
export function erasing(context: ToolContext, start: PointerInput, back: ToolState): ToolState {
  const { undo } = context.workspace
  let last = start.world
  undo.begin()
  const wipe = ({ workspace, scene }: ToolContext, places: readonly Point[]): void => {
    const { board, doc } = workspace
    if (!workspace.canEdit()) return
    const isStroke = (id: string): boolean => {
      const object = board.object(id)
      return object?.type === drawing.type && !board.isHeld(object)
    }
    for (const place of places) {
      const id = scene.hit(place, isStroke)
      if (id === undefined) continue
      removeObjects(doc, [id], USER)
    }
  }
  wipe(context, [last])
  return {
    name: 'erasing',
    move(inner, input) {
      const { scale } = inner.workspace.ui.getState().camera
      for (const [x, y] of input.trail ?? [input.world]) {
        wipe(inner, along(last, [x, y], STEP_PX / scale))
        last = [x, y]
      }
      return undefined
    },
    up() {
      undo.cut()
      return back
    },
    cancel() {
      undo.abandon()
    },
  }
}

const idle: ToolState = {
  name: 'idle',
  down: (context, input) => (input.resting ? panning(input, idle) : erasing(context, input, idle)),
}

/** Wipes strokes of the pen away, and nothing else. */
export const eraserTool: Tool = {
  id: 'eraser',
  label: 'Eraser',
  help: 'Wipe over what the pen drew. Nothing else is erased.',
  icon: 'eraser',
  key: 'x',
  group: 'drawing',
  edits: true,
  cursor: 'crosshair',
  start: idle,
}
