import { boxAround } from '../../actions/camera.ts'
import { union, type Box } from '../../../shared/geometry.ts'
import { fitBox, type Insets } from '../../model/camera.ts'
import type { Workspace } from '../../model/workspace.ts'

// No closer than this: what changed is seen with what stands around it.
const CLOSEST = 1
// What this panel covers at the left of a wide window, and the inspector at the right, CSS px.
const PANEL = 540
const INSPECTOR = 488
const PHONE = 900

const roomFor = ({ ui }: Workspace, inspector: boolean): Insets => {
  const { viewport, insets } = ui.getState()
  if (viewport[0] <= PHONE) return insets
  return { ...insets, left: PANEL, right: inspector ? INSPECTOR : 0 }
}

/** Flies to the whole map, clear of the panel. */
export function showAllBeside(workspace: Workspace): void {
  const { board, ui } = workspace
  const { viewport, selection } = ui.getState()
  const box = boxAround(
    workspace,
    [...board.objects()].map(({ id }) => id),
  )
  const room = roomFor(workspace, selection.size > 0)
  if (box) ui.setState({ goal: fitBox(box, viewport, room, CLOSEST) })
}

/** Selects the first of `ids` that is on the board and flies to them, and to the place of what is gone. */
export function jumpTo(workspace: Workspace, ids: readonly string[], gone?: Box): void {
  const { board, ui } = workspace
  const there = ids.filter((id) => board.object(id))
  const [first] = there
  const around = boxAround(workspace, there)
  const box = union([...(around ? [around] : []), ...(gone ? [gone] : [])])
  const { viewport } = ui.getState()
  const room = roomFor(workspace, first !== undefined)
  ui.setState({
    selection: new Set(first === undefined ? [] : [first]),
    ...(box && { goal: fitBox(box, viewport, room, CLOSEST) }),
  })
}
