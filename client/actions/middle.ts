import type { Point } from '../../shared/geometry.ts'
import { toWorld } from '../model/camera.ts'
import type { Workspace } from '../model/workspace.ts'

/** The world point in the middle of the map between the panels. */
export function middleOf({ ui }: Workspace): Point {
  const { camera, viewport, insets } = ui.getState()
  return toWorld(camera, viewport, [
    (viewport[0] + insets.left - insets.right) / 2,
    (viewport[1] + insets.top - insets.bottom) / 2,
  ])
}
