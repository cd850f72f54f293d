import { intersects, type Box, type Point, type Size } from '../../shared/geometry.ts'
import { toScreen, visibleBox, type Camera } from '../model/camera.ts'
import { isLink } from '../model/kinds.ts'
import type { Workspace } from '../model/workspace.ts'

/** Half the side of the mark of open comments, and how far around it takes the pointer, in CSS px. */
export const BADGE_RADIUS = 10
const REACH = 14
// Beside the left edge, below the corner, where neither handles nor names are; in CSS px.
const ASIDE = 16
const DOWN = 18

/** The mark of an object with open comments: its middle in world units, and how many threads. */
export interface Badge {
  id: string
  at: Point
  count: number
}

/** The marks in view, each beside the left edge of its object. */
export function badgesOf(
  { board, ui }: Workspace,
  boxOf: (id: string) => Box | undefined,
): Badge[] {
  const open = board.comments.open()
  if (open.size === 0) return []
  const { camera, viewport } = ui.getState()
  const seen = visibleBox(camera, viewport)
  const badges: Badge[] = []
  for (const [id, count] of open) {
    const object = board.object(id)
    const box = object && boxOf(id)
    if (!box || !intersects(box, seen)) continue
    // A tie has no corner: it is marked over its middle.
    const at: Point = isLink(object)
      ? [box.x + box.width / 2, box.y]
      : [box.x - ASIDE / camera.scale, box.y + DOWN / camera.scale]
    badges.push({ id, at, count })
  }
  return badges
}

/** The object whose mark is within reach of a canvas point (CSS px). */
export function badgeAt(
  badges: readonly Badge[],
  screen: Point,
  camera: Camera,
  viewport: Size,
): string | undefined {
  return badges.findLast(({ at }) => {
    const [x, y] = toScreen(camera, viewport, at)
    return Math.hypot(x - screen[0], y - screen[1]) <= REACH
  })?.id
}
