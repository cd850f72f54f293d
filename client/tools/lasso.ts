import { boundsOf } from '../../shared/draw/scene.ts'
import { aroundPoints, centreOf, cornersOf, type Point } from '../../shared/geometry.ts'
import type { BoardModel } from '../model/board.ts'
import { withGroups } from '../model/groups.ts'
import { endsOf, isContainer, isLink } from '../model/kinds.ts'
import type { PointerInput, Tool, ToolContext, ToolState } from './tool.ts'

// The least step of the pointer on screen (CSS px): a loop needs no more.
const STEP_PX = 3

/** Whether a point lies inside the loop that closes itself from the last of `loop` to the first. */
export function isInLoop(loop: readonly Point[], [x, y]: Point): boolean {
  let inside = false
  let [px, py] = loop.at(-1) ?? [0, 0]
  for (const [qx, qy] of loop) {
    if (qy > y !== py > y && x < ((px - qx) * (y - qy)) / (py - qy) + qx) inside = !inside
    px = qx
    py = qy
  }
  return inside
}

/** The ids among `near` that a loop takes: what has its middle in it, containers that lie in it whole, and links between those. */
export function takenBy(
  board: BoardModel,
  loop: readonly Point[],
  near: Iterable<string>,
): Set<string> {
  const taken = new Set<string>()
  const links: string[] = []
  for (const id of near) {
    const object = board.object(id)
    const box = object && boundsOf(object, board)
    if (!object || !box) continue
    if (isLink(object)) links.push(id)
    else {
      const places = isContainer(object) ? cornersOf(box) : [centreOf(box)]
      if (places.every((place) => isInLoop(loop, place))) taken.add(id)
    }
  }
  for (const id of links) {
    const object = board.object(id)
    const ends = object ? endsOf(object) : []
    if (ends.length > 0 && ends.every((end) => taken.has(end))) taken.add(id)
  }
  return taken
}

/** A loop follows the pointer; what it takes is selected, with Shift beside what was. */
export function lassoing(start: PointerInput, back: ToolState): ToolState {
  const loop: Point[] = [start.world]
  let was: ReadonlySet<string> | undefined
  let beside: ReadonlySet<string> = new Set()
  const show = ({ workspace, scene }: ToolContext, shift: boolean): void => {
    const { board, ui } = workspace
    if (!was) {
      was = ui.getState().selection
      if (shift) beside = was
    }
    const around = aroundPoints(loop)
    const taken = around ? takenBy(board, loop, scene.touching(around)) : []
    ui.setState({
      sketch: { kind: 'lasso', points: [...loop] },
      selection: withGroups(board, [...beside, ...taken]),
    })
  }
  return {
    name: 'lassoing',
    cursor: 'crosshair',
    drags: true,
    move(context, input) {
      const { scale } = context.workspace.ui.getState().camera
      for (const [x, y] of input.trail ?? [input.world]) {
        const [lx, ly] = loop.at(-1) ?? [x, y]
        if (Math.hypot(x - lx, y - ly) * scale >= STEP_PX) loop.push([x, y])
      }
      show(context, start.shift || input.shift)
      return undefined
    },
    up({ workspace }) {
      // A mere click lets go of the selection, as beside every object.
      if (!was && !start.shift) workspace.ui.setState({ selection: new Set() })
      const { tool, selection } = workspace.ui.getState()
      // What was taken is there to be moved at once.
      const done = tool === lassoTool.id && selection.size > 0
      // Another tool means that this one is cancelled, which must not take it back.
      was = undefined
      workspace.ui.setState({ sketch: null, ...(done && { tool: 'select' }) })
      return back
    },
    cancel({ workspace }) {
      workspace.ui.setState({ sketch: null, ...(was && { selection: was }) })
    },
  }
}

const idle: ToolState = {
  name: 'idle',
  down: (_context, input) => lassoing(input, idle),
}

/** Selects what a loop goes around; where a finger pans the map it is the way to select several. */
export const lassoTool: Tool = {
  id: 'lasso',
  label: 'Lasso',
  help: 'Draw a loop around what you want to select.',
  icon: 'lasso',
  key: 'l',
  edits: false,
  cursor: 'crosshair',
  start: idle,
}
