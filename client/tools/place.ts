import { centreOf, type Box, type Point } from '../../shared/geometry.ts'
import type { ObjectDefinition } from '../../shared/objects/define.ts'
import { isContainer, typedField } from '../model/kinds.ts'
import { addHere } from './add-here.ts'
import { MIN_SIDE, rounded } from './plans.ts'
import { looseIn } from './regroup.ts'
import { toolHead } from './tool-head.ts'
import type { PointerInput, Tool, ToolContext, ToolState } from './tool.ts'

const DRAG_PX = 6

const boxBetween = (a: Point, b: Point): Box => ({
  x: Math.min(a[0], b[0]),
  y: Math.min(a[1], b[1]),
  width: Math.abs(a[0] - b[0]),
  height: Math.abs(a[1] - b[1]),
})

/** Puts a new object on the board, selects it and opens its title; a container takes what lies in it. */
function put({ workspace, scene }: ToolContext, definition: ObjectDefinition, wanted: Box): void {
  const { board, ui } = workspace
  ui.setState({ sketch: null, tool: 'select' })
  if (!workspace.canEdit()) return
  const frame = definition.carries ? undefined : scene.containersAt(centreOf(wanted))[0]
  const box = rounded(wanted)
  const inside = definition.carries ? looseIn(board, box) : []
  const id = addHere(workspace, definition, box, frame, inside)
  const object = id === undefined ? undefined : board.object(id)
  if (!object) return
  const field = typedField(object)
  ui.setState({
    selection: new Set([object.id]),
    hover: null,
    editing: field === undefined ? null : { id: object.id, field },
  })
}

const clear = ({ workspace: { ui } }: ToolContext): void => ui.setState({ sketch: null })

/** The tool that places objects of one kind: a click gives the usual size, a drag the size drawn out. */
export function placeTool(definition: ObjectDefinition): Tool {
  const [width, height] = definition.size
  const sizing = (start: PointerInput): ToolState => {
    const drawn = (input: PointerInput): Box => {
      const box = boxBetween(start.world, input.world)
      return definition.resize === 'width' ? { ...box, y: start.world[1], height } : box
    }
    return {
      name: 'sizing',
      drags: true,
      move({ workspace }, input) {
        workspace.ui.setState({ sketch: { kind: 'place', box: drawn(input) } })
        return undefined
      },
      up(context, input) {
        const box = drawn(input)
        put(context, definition, {
          ...box,
          width: Math.max(MIN_SIDE, box.width),
          height: Math.max(MIN_SIDE, box.height),
        })
        return idle
      },
      cancel: clear,
    }
  }
  const pressing = (start: PointerInput): ToolState => ({
    name: 'pressing',
    move(_context, input) {
      const dx = input.screen[0] - start.screen[0]
      const dy = input.screen[1] - start.screen[1]
      const drags = definition.resize !== 'none' && Math.hypot(dx, dy) > DRAG_PX
      return drags ? sizing(start) : undefined
    },
    up(context, input) {
      const [x, y] = input.world
      // Words start where the pointer is; anything else has it at its middle.
      const left = definition.resize === 'width' ? x : x - width / 2
      put(context, definition, { x: left, y: y - height / 2, width, height })
      return idle
    },
    cancel: clear,
  })
  const idle: ToolState = {
    name: 'idle',
    move({ workspace, scene }, input) {
      const into = definition.carries ? undefined : scene.containersAt(input.world)[0]
      const object = into === undefined ? undefined : workspace.board.object(into)
      const takes = into !== undefined && object && isContainer(object)
      const sketch = takes ? { kind: 'drop' as const, into: [into] } : null
      const now = workspace.ui.getState().sketch
      if (now?.kind !== sketch?.kind || (now?.kind === 'drop' && now.into[0] !== into)) {
        workspace.ui.setState({ sketch })
      }
      return undefined
    },
    down: (_context, input) => pressing(input),
    cancel: clear,
  }
  return { ...toolHead(definition), start: idle }
}
