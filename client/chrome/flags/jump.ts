import { boxAround } from '../../actions/camera.ts'
import { fitBox } from '../../model/camera.ts'
import type { Workspace } from '../../model/workspace.ts'
import { focusMap } from '../board/focus-map.ts'

// No closer than this: what was found is seen with what stands around it.
const CLOSEST = 1
// What the inspector will cover once it is there, CSS px.
const INSPECTOR = 344

/** Closes what is open, selects the first of `ids` that is still there and flies to all of them. */
export function jumpTo(workspace: Workspace, ids: readonly string[]): void {
  const { board, ui } = workspace
  const there = ids.filter((id) => board.object(id))
  const [first] = there
  const box = boxAround(workspace, there)
  const { viewport, insets } = ui.getState()
  const right = Math.max(insets.right, INSPECTOR)
  ui.setState({
    dialog: null,
    selection: new Set(first === undefined ? [] : [first]),
    ...(box && { goal: fitBox(box, viewport, { ...insets, right }, CLOSEST) }),
  })
  focusMap()
}
