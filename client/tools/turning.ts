import { boundsOf } from '../../shared/draw/scene.ts'
import { centreOf, type Point } from '../../shared/geometry.ts'
import { angleOf } from '../../shared/objects/turn.ts'
import type { BoardModel } from '../model/board.ts'
import { boxTogether } from '../scene/handles.ts'
import { following } from './following.ts'
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
  const { board, ui } = context.workspace
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
  return following(context, { name: 'turning', cursor: 'grabbing', back }, (input) => {
    if (!about) return { boxes: new Map() }
    const angle = wanted(input)
    return {
      boxes: turnPlan(board, ids, { angle: angle - from, about }),
      sketch: { kind: 'turn', at: input.world, angle: ((angle % 360) + 360) % 360 },
    }
  })
}
