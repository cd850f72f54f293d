import { placeObjects, type Placed } from '../../shared/board/commands.ts'
import type { Point } from '../../shared/geometry.ts'
import type { Outline } from '../../shared/objects/turn.ts'
import type { Guide, Sketch } from '../model/sketch.ts'
import { USER } from '../model/workspace.ts'
import { sayHeld } from './held.ts'
import { movers, rounded } from './plans.ts'
import { regroup } from './regroup.ts'
import type { PointerInput, ToolContext, ToolState } from './tool.ts'

/** How far the pointer has come, in world units. */
export const offset = (from: PointerInput, to: PointerInput): Point => [
  to.world[0] - from.world[0],
  to.world[1] - from.world[1],
]

/**
 * Writes the boxes of a finished drag, resize or turn of `chosen`: one transaction, in the step of undo that is under way; those of
 * `loose` go into the frame below them. What may not be moved any more stays.
 */
export function commit(
  { workspace }: ToolContext,
  chosen: ReadonlySet<string>,
  boxes: ReadonlyMap<string, Outline>,
  loose: ReadonlySet<string> = new Set(),
): void {
  const { board, doc, undo, ui } = workspace
  ui.setState({ preview: null, sketch: null, guides: [] })
  sayHeld(workspace, chosen)
  // Somebody may have locked it since it was taken hold of.
  const free = workspace.canEdit() ? movers(board, chosen) : new Set<string>()
  const news = new Map([...boxes].filter(([id]) => free.has(id)))
  doc.transact(() => {
    const places: Placed[] = []
    for (const [id, box] of news) {
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
    regroup(workspace, news, loose)
  }, USER)
  undo.cut()
}

/** What the pointer's place comes to: the boxes that objects would get, and what is drawn over the map meanwhile. */
interface Planned {
  boxes: Map<string, Outline>
  guides?: readonly Guide[]
  sketch?: Sketch
}

/** A state in which what is selected follows the pointer as `plan` says until it is released; that is written as one step of undo. Nobody's document knows of it before. */
export function following(
  { workspace: { ui, undo } }: ToolContext,
  { back, ...shown }: Pick<ToolState, 'name' | 'cursor' | 'drags'> & { back: ToolState },
  plan: (input: PointerInput) => Planned,
): ToolState {
  const { selection } = ui.getState()
  const show = (input: PointerInput): Planned => {
    const planned = plan(input)
    const { boxes, guides = [], sketch = null } = planned
    ui.setState({ preview: boxes, guides, sketch })
    return planned
  }
  return {
    ...shown,
    move(_context, input) {
      show(input)
      return undefined
    },
    up(context, input) {
      const { boxes } = show(input)
      undo.cut()
      commit(context, selection, boxes)
      return back
    },
    cancel() {
      ui.setState({ preview: null, guides: [], sketch: null })
    },
  }
}
