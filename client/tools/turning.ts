import { boundsOf } from '../../shared/draw/scene.ts'
import { centreOf, type Point } from '../../shared/geometry.ts'
import { angleOf, type Outline } from '../../shared/objects/turn.ts'
import type { BoardModel } from '../model/board.ts'
import { boxTogether } from '../scene/handles.ts'
import { commit } from './drag.ts'
import { movers, turnPlan } from './plans.ts'
import type { PointerInput, ToolContext, ToolState } from './tool.ts'

/** The steps that Shift keeps to, in degrees: those of the keyboard too. */
export const TURN_STEP = 15
// How near (degrees) to upright or lying the turn of one object must come to fall into place.
const MAGNET = 3

/** The middle about which the selection turns; undefined when there is nothing to turn. */
export function middleOfTurn(board: BoardModel, selection: ReadonlySet<string>): Point | undefined {
  const [only] = selection.size === 1 ? selection : []
  const object = only === undefined ? undefined : board.object(only)
  const box = object ? boundsOf(object, board) : boxTogether(board, selection)
  return box && centreOf(box)
}

/** The selection turns with the pointer about its middle until it is released. */
export function turning(context: ToolContext, start: PointerInput, back: ToolState): ToolState {
  const { board, ui, undo } = context.workspace
  const { selection } = ui.getState()
  const about = middleOfTurn(board, selection)
  const ids = movers(board, selection)
  const [only] = selection.size === 1 ? selection : []
  const object = only === undefined ? undefined : board.object(only)
  const from = object ? angleOf(object) : 0
  const directionOf = ({ world }: PointerInput): number =>
    about ? (Math.atan2(world[1] - about[1], world[0] - about[0]) * 180) / Math.PI : 0
  const wanted = (input: PointerInput): number => {
    const free = from + directionOf(input) - directionOf(start)
    if (input.shift) return Math.round(free / TURN_STEP) * TURN_STEP
    const straight = Math.round(free / 90) * 90
    return !input.mod && Math.abs(free - straight) <= MAGNET ? straight : Math.round(free)
  }
  const planned = (input: PointerInput): Map<string, Outline> => {
    if (!about) return new Map()
    const angle = wanted(input)
    const boxes = turnPlan(board, ids, { angle: angle - from, about })
    ui.setState({
      preview: boxes,
      sketch: { kind: 'turn', at: input.world, angle: ((angle % 360) + 360) % 360 },
    })
    return boxes
  }
  return {
    name: 'turning',
    cursor: 'grabbing',
    move(_context, input) {
      planned(input)
      return undefined
    },
    up(inner, input) {
      const boxes = planned(input)
      undo.cut()
      commit(inner, boxes, new Set())
      return back
    },
    cancel() {
      ui.setState({ preview: null, sketch: null })
    },
  }
}
