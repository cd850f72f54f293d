import { everything } from '../../actions/camera.ts'
import { fitBox } from '../../model/camera.ts'
import type { Workspace } from '../../model/workspace.ts'

/** Puts the whole map on screen at once, as at the start; an empty board stays at 100 %. */
export function showAll(workspace: Workspace): void {
  const { ui } = workspace
  const all = everything(workspace)
  const { viewport, insets } = ui.getState()
  if (all) ui.setState({ camera: fitBox(all, viewport, insets) })
}
