import { panBy, zoomAt, type Camera } from '../model/camera.ts'
import type { UiState } from '../model/ui.ts'
import type { Point } from '../../shared/geometry.ts'

/** The camera after one of two fingers went from a place to another while the `other` stayed: their middle moves the map, their distance zooms it. */
export function pinched(
  { camera, viewport }: Pick<UiState, 'camera' | 'viewport'>,
  other: Point,
  from: Point,
  to: Point,
): Camera {
  const middle = ([x, y]: Point): Point => [(x + other[0]) / 2, (y + other[1]) / 2]
  const apart = ([x, y]: Point): number => Math.max(1, Math.hypot(x - other[0], y - other[1]))
  const [x1, y1] = middle(from)
  const [x2, y2] = middle(to)
  const zoomed = zoomAt(camera, viewport, [x1, y1], (camera.scale * apart(to)) / apart(from))
  return panBy(zoomed, x2 - x1, y2 - y1)
}
