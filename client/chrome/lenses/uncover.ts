import { intersects, union, type Box } from '../../../shared/geometry.ts'
import { lensOf, type LensId } from '../../../shared/measures/lenses.ts'
import { fitBox, toScreen, visibleBox } from '../../model/camera.ts'
import { isLink } from '../../model/kinds.ts'
import { mapSource } from '../../model/map-source.ts'
import type { Workspace } from '../../model/workspace.ts'

/** Has the camera make room where the legend would cover what the lens lights and what was in view; it never comes closer. */
export function uncover({ board, ui }: Workspace, lens: LensId): void {
  const { camera, viewport, insets, legend } = ui.getState()
  if (!legend) return
  const seen = visibleBox(camera, viewport)
  const lit = [...lensOf(lens, mapSource(board)).lit].flatMap((id): Box[] => {
    const object = board.object(id)
    if (!object || isLink(object)) return []
    const { at, size } = object
    const box = { x: at[0], y: at[1], width: size[0], height: size[1] }
    return intersects(box, seen) ? [box] : []
  })
  const [width, height] = legend
  const corner: Box = { x: 0, y: viewport[1] - height, width, height }
  const covered = lit.some((box) => {
    const [x, y] = toScreen(camera, viewport, [box.x, box.y])
    const { scale } = camera
    return intersects({ x, y, width: box.width * scale, height: box.height * scale }, corner)
  })
  const around = covered ? union(lit) : undefined
  if (around) ui.setState({ goal: fitBox(around, viewport, insets, camera.scale) })
}
