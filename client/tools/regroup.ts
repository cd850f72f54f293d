import { setField } from '../../shared/board/commands.ts'
import { boundsOf, byPaint } from '../../shared/draw/scene.ts'
import { centreOf, holds, type Box } from '../../shared/geometry.ts'
import type { BoardModel } from '../model/board.ts'
import { isContainer } from '../model/kinds.ts'
import { USER, type Workspace } from '../model/workspace.ts'
import { canBeHeld, containerFor } from './plans.ts'

/** Of what moves, what doesn't stay in its container because that moves along. */
export const looseOf = (board: BoardModel, moving: Iterable<string>): Set<string> => {
  const all = new Set(moving)
  return new Set(
    [...all].filter((id) => {
      const frame = board.object(id)?.frame
      return frame === undefined || !all.has(frame)
    }),
  )
}

/** Puts `ids`, whose boxes are to be as `boxes` says, into the container below their middles, or out of the one that they leave. */
export function regroup(
  { board, doc }: Workspace,
  boxes: ReadonlyMap<string, Box>,
  ids: Iterable<string>,
): void {
  const containers = [...board.objects()].filter(isContainer).sort(byPaint).toReversed()
  const moving = new Set(boxes.keys())
  for (const id of ids) {
    const box = boxes.get(id)
    const object = board.object(id)
    if (!box || !object || !canBeHeld(board, id)) continue
    const below = containers.flatMap((one) => {
      const around = boundsOf(one, board)
      return around && holds(around, centreOf(box)) ? [one.id] : []
    })
    const into = containerFor(below, moving)
    if (into !== object.frame) setField(doc, id, 'frame', into, USER)
  }
}

/** The objects in no container whose middles lie in `box` and that may be put into one. */
export const looseIn = (board: BoardModel, box: Box): string[] =>
  [...board.objects()].flatMap((object) => {
    const { id, frame } = object
    if ((frame !== undefined && board.object(frame)) || board.isHeld(object)) return []
    const bounds = canBeHeld(board, id) ? boundsOf(object, board) : undefined
    return bounds && holds(box, centreOf(bounds)) ? [id] : []
  })
