import { grow, holds, type Box } from '../../shared/geometry.ts'
import { boundsOf } from '../../shared/draw/scene.ts'
import { withGroups } from '../model/groups.ts'
import { isContainer, isLink, linkFrom, typedField } from '../model/kinds.ts'
import type { Workspace } from '../model/workspace.ts'
import { handleCursor, LINK_GAP, LINK_RADIUS, type Handle } from '../scene/handles.ts'
import { dragging } from './drag.ts'
import { panning } from './hand.ts'
import { sayHeld } from './held.ts'
import { lassoing } from './lasso.ts'
import { linking, relinking } from './linking.ts'
import { movers } from './plans.ts'
import { resizing } from './resizing.ts'
import type { PointerInput, Tool, ToolContext, ToolState } from './tool.ts'
import { turning } from './turning.ts'

// How far (CSS px) a press must move to be a drag.
const DRAG_PX = 4
const TOUCH_DRAG_PX = 9
// The rim of a container by which it can be dragged without being selected first, in CSS px; its title lies within the first.
const TITLE_PX = 44
const RIM_PX = 8

const movedFar = (start: PointerInput, input: PointerInput): boolean =>
  Math.hypot(input.screen[0] - start.screen[0], input.screen[1] - start.screen[1]) >
  (input.touch ? TOUCH_DRAG_PX : DRAG_PX)

const boxBetween = (a: PointerInput, b: PointerInput): Box => ({
  x: Math.min(a.world[0], b.world[0]),
  y: Math.min(a.world[1], b.world[1]),
  width: Math.abs(a.world[0] - b.world[0]),
  height: Math.abs(a.world[1] - b.world[1]),
})

/** The hovered object: what is hit, or still the last one while the pointer is on its way to the handle beside it. */
function hovered({ workspace, scene }: ToolContext, input: PointerInput): string | null {
  const hit = scene.hit(input.world)
  const { hover, camera } = workspace.ui.getState()
  const { board } = workspace
  const under = hit === undefined ? undefined : board.object(hit)
  if (under && !isContainer(under)) return under.id
  const last = hover === null ? undefined : board.object(hover)
  const box = last && linkFrom(last) ? boundsOf(last, board) : undefined
  const reach = (LINK_GAP + LINK_RADIUS + 6) / camera.scale
  if (box && holds(grow(box, reach), input.world)) return hover
  return null
}

/** Whether a press here takes hold of the container itself and not of the ground that it is for what lies in it. */
function takesContainer({ workspace }: ToolContext, id: string, { world }: PointerInput): boolean {
  const { board, ui } = workspace
  const object = board.object(id)
  const box = object && boundsOf(object, board)
  if (!object || !box || !isContainer(object)) return true
  const { camera, selection } = ui.getState()
  if (selection.has(id)) return true
  const [x, y] = [world[0] - box.x, world[1] - box.y]
  const rim = RIM_PX / camera.scale
  return y < TITLE_PX / camera.scale || x < rim || box.width - x < rim || box.height - y < rim
}

function edit({ workspace }: ToolContext, id: string): void {
  const object = workspace.board.object(id)
  const field = object && typedField(object)
  if (sayHeld(workspace, [id])) return
  if (!object || field === undefined || !workspace.canEdit()) return
  workspace.ui.setState({ selection: new Set([id]), editing: { id, field } })
}

/** Whether a drag of this object takes the selection along: of a line, which follows its ends, what else is selected. */
function takesAlong({ board, ui }: Workspace, id: string): boolean {
  const object = board.object(id)
  if (!object || board.isHeld(object)) return false
  return !isLink(object) || movers(board, ui.getState().selection).size > 0
}

/** Pressed on an object: a click selects it, a drag takes it along. */
function pointing(start: PointerInput, id: string, was: ReadonlySet<string>): ToolState {
  return {
    name: 'pointing',
    move(context, input) {
      if (!movedFar(start, input)) return undefined
      const { workspace } = context
      sayHeld(workspace, [id])
      if (!workspace.canEdit() || !takesAlong(workspace, id)) {
        return input.touch ? panning(start, idle) : marquee(start)
      }
      const { selection } = workspace.ui.getState()
      const next = dragging(context, start, selection, idle, start.alt || input.alt)
      next.move?.(context, input)
      return next
    },
    up({ workspace }, input) {
      const { board, ui } = workspace
      const together = withGroups(board, [id])
      if (input.shift) {
        const selection = new Set(was)
        const takes = !was.has(id)
        for (const one of together) {
          if (takes) selection.add(one)
          else selection.delete(one)
        }
        ui.setState({ selection })
      } else if (was.size !== 1 || !was.has(id)) {
        // One that was taken out of its group alone stays alone.
        ui.setState({ selection: together })
      }
      return idle
    },
    cancel({ workspace }) {
      workspace.ui.setState({ selection: was })
    },
  }
}

/** Pressed on the ground: a click lets go of the selection (or selects the container there), a drag draws a marquee (with Alt a loop) or pans. */
function ground(start: PointerInput, container: string | undefined): ToolState {
  return {
    name: 'ground',
    move(_context, input) {
      if (!movedFar(start, input)) return undefined
      if (start.alt) return lassoing(start, idle)
      return input.touch ? panning(start, idle) : marquee(start)
    },
    up({ workspace }, input) {
      const chosen = container === undefined ? [] : [container]
      if (!input.shift) workspace.ui.setState({ selection: new Set(chosen) })
      return idle
    },
  }
}

function marquee(start: PointerInput): ToolState {
  let was: ReadonlySet<string> | undefined
  let beside: ReadonlySet<string> = new Set()
  return {
    name: 'marquee',
    cursor: 'crosshair',
    drags: true,
    move({ workspace, scene }, input) {
      const { ui } = workspace
      if (!was) {
        was = ui.getState().selection
        if (input.shift) beside = was
      }
      const box = boxBetween(start, input)
      ui.setState({
        sketch: { kind: 'marquee', box },
        selection: withGroups(workspace.board, [...beside, ...scene.inside(box)]),
      })
      return undefined
    },
    up({ workspace }) {
      workspace.ui.setState({ sketch: null })
      return idle
    },
    cancel({ workspace }) {
      workspace.ui.setState({ sketch: null, ...(was && { selection: was }) })
    },
  }
}

function cursorOf(handle: Handle): string {
  if (handle.kind === 'resize') return handleCursor(handle)
  return handle.kind === 'turn' ? 'grab' : 'crosshair'
}

const idle: ToolState = {
  name: 'idle',
  move(context, input) {
    const { workspace, scene } = context
    const handle = scene.handleAt(input.screen)
    const hover = handle?.kind === 'link' ? handle.from : hovered(context, input)
    if (hover !== workspace.ui.getState().hover) workspace.ui.setState({ hover })
    if (handle) scene.cursor(cursorOf(handle))
    else
      scene.cursor(
        hover === null && scene.badgeAt(input.screen) === undefined ? 'default' : 'pointer',
      )
    return undefined
  },
  down(context, input) {
    const { workspace, scene } = context
    const { board, ui } = workspace
    const { selection } = ui.getState()
    const discussed = scene.badgeAt(input.screen)
    if (discussed !== undefined) {
      ui.setState({ selection: new Set([discussed]), panel: 'comments' })
      return undefined
    }
    const handle = scene.handleAt(input.screen, input.touch)
    if (handle?.kind === 'link') {
      const from = board.object(handle.from)
      const definition = from && linkFrom(from)
      if (definition) return linking(definition, handle.from, input, idle)
    }
    if (handle?.kind === 'end') return relinking(workspace, handle, input, idle)
    if (handle?.kind === 'resize') {
      return resizing(context, input, handle, handleCursor(handle), idle)
    }
    if (handle?.kind === 'turn') return turning(context, input, idle)
    const id = scene.hit(input.world)
    if (id === undefined || !takesContainer(context, id, input)) return ground(input, id)
    if (!selection.has(id)) {
      const together = withGroups(board, [id])
      ui.setState({ selection: input.shift ? new Set([...selection, ...together]) : together })
    }
    return pointing(input, id, selection)
  },
  double(context, input) {
    const id = context.scene.hit(input.world)
    if (id !== undefined) edit(context, id)
    return undefined
  },
}

/** Selects, moves, resizes, turns, opens text and starts ties: the tool to which all others return. */
export const selectTool: Tool = {
  id: 'select',
  label: 'Select',
  help: 'Click to select, drag to move. Drag on the empty map to select several, with Alt in a loop.',
  icon: 'mouse-pointer-2',
  key: 'v',
  edits: false,
  cursor: 'default',
  start: idle,
}
