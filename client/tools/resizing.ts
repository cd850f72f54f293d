import { turned, unturned, type Box, type Turn } from '../../shared/geometry.ts'
import { definitionOf } from '../../shared/objects/index.ts'
import { turnOf } from '../../shared/objects/turn.ts'
import { boxTogether, type ResizeHandle } from '../scene/handles.ts'
import { following, offset } from './following.ts'
import { neighboursOf, noSnap, snapReach } from './neighbours.ts'
import { movers, resizePlan, resizeStart, scalePlan, seenAs } from './plans.ts'
import { snapEdges } from './snap.ts'
import type { PointerInput, ToolContext, ToolState } from './tool.ts'

/** What a resize of the selection changes: the box that its handles are on, how it is turned, and the plan for a new one. */
function resizeOf({ workspace: { board, ui } }: ToolContext):
  | {
      from: Box
      ids: ReadonlySet<string>
      turn?: Turn | undefined
      plan(to: Box): Map<string, Box>
    }
  | undefined {
  const { selection } = ui.getState()
  const [only] = selection
  if (selection.size === 1 && only !== undefined) {
    const from = resizeStart(board, only)
    const object = board.object(only)
    return (
      from && {
        from,
        ids: selection,
        turn: object && turnOf(object),
        plan: (to) => new Map([[only, seenAs(board, only, to)]]),
      }
    )
  }
  const from = boxTogether(board, selection)
  const ids = movers(board, selection)
  return from && { from, ids, plan: (to) => scalePlan(board, ids, from, to) }
}

/** One edge or corner of the selection follows the pointer until it is released; what is turned keeps to its own edges. */
export function resizing(
  context: ToolContext,
  start: PointerInput,
  handle: ResizeHandle,
  cursor: string,
  back: ToolState,
): ToolState {
  const { workspace } = context
  const { board, ui } = workspace
  const resize = resizeOf(context)
  const turn = resize?.turn
  const { selection } = ui.getState()
  // Several keep their proportions unless Shift says otherwise, as an image does; anything else the other way round.
  const keeps =
    selection.size > 1 ||
    [...selection].some((id) => definitionOf(board.object(id)?.type ?? '')?.keepsAspect === true)
  const neighbours = neighboursOf(context, resize?.ids ?? new Set(), turn)
  return following(context, { name: 'resizing', cursor, drags: true, back }, (input) => {
    if (!resize) return { boxes: new Map() }
    const hold = { aspect: input.shift !== keeps, centre: input.alt }
    const [dx, dy] = unturned(offset(start, input), turn && { ...turn, about: [0, 0] })
    const free = resizePlan(resize.from, handle, [dx, dy], hold)
    const snaps = !input.mod && !hold.aspect
    const { by, guides } = snaps
      ? snapEdges(free, handle, neighbours(), snapReach(workspace))
      : noSnap
    return {
      boxes: resize.plan(resizePlan(resize.from, handle, [dx + by[0], dy + by[1]], hold)),
      guides: turn
        ? guides.map(({ kind, from, to }) => ({
            kind,
            from: turned(from, turn),
            to: turned(to, turn),
          }))
        : guides,
    }
  })
}
