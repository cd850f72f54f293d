import { visibleBox } from '../model/camera.ts'
import type { Ground } from './ground.ts'
import type { Live } from './live.ts'
import type { View } from './sprite.ts'
import type { World } from './world.ts'

// With more than this off the ground, ties may cross over what they pass beneath until they are released.
const MOST_COVERED = 60

/** What the world has settled since the last frame, and what came off the ground or went back to it. */
export interface Moves {
  changed: ReturnType<World['settle']>
  moved: readonly string[]
  /** what was off the ground before */
  before: ReadonlySet<string>
}

/** Has the ground repainted where it looks different: what changed on it, and what came off it or went back. */
export function patchGround(ground: Ground, world: World, live: Live, moves: Moves): void {
  const { changed, moved, before } = moves
  if (changed === 'all') {
    ground.invalidate()
    return
  }
  for (const [id, boxes] of changed) {
    const off = before.has(id) && live.lifted.has(id)
    if (!off) for (const box of boxes) ground.patch(box)
  }
  for (const id of moved) {
    const box = world.spatial.box(id)
    if (box && changed.get(id) === undefined) ground.patch(box)
    const way = world.lens.way(id)
    if (way) ground.patch(way.box)
  }
}

/** Paints what is off the ground over it, with what lies above it there. */
export function paintLifted(view: View, world: World, live: Live): void {
  const { lifted } = live
  if (lifted.size === 0) return
  const { context, camera, viewport, ratio } = view
  const seen = visibleBox(camera, viewport)
  const k = camera.scale * ratio
  context.setTransform(k, 0, 0, k, -seen.x * k, -seen.y * k)
  const ids = new Set(lifted)
  if (lifted.size <= MOST_COVERED) {
    for (const id of lifted) for (const over of world.above(id, live)) ids.add(over)
  }
  live.paint(view, world.stacking.sort(ids))
}
