import { contains, grow, holds, unturned, type Box, type Point } from '../../shared/geometry.ts'
import { definitionOf } from '../../shared/objects/index.ts'
import type { BoardModel } from '../model/board.ts'
import { boundsOf, uprightBoxOf } from '../../shared/draw/scene.ts'
import { turnOf } from '../../shared/objects/turn.ts'
import { endsOf, isContainer, isLink } from '../model/kinds.ts'
import type { Spatial } from '../model/spatial.ts'
import type { Stacking } from '../model/stacking.ts'

/** How far beside a line or a small object a press still counts, in CSS px. */
const REACH = 7

/** The map as the pointer finds it. */
export interface HitMap {
  board: BoardModel
  spatial: Spatial
  stacking: Stacking
}

/** The topmost object at a world point; `scale` is CSS px for a world unit. `only` narrows the search. */
export function hitAt(
  { board, spatial, stacking }: HitMap,
  point: Point,
  scale: number,
  only: (id: string) => boolean = () => true,
): string | undefined {
  const reach = REACH / scale
  const around = grow({ x: point[0], y: point[1], width: 0, height: 0 }, reach)
  for (const id of stacking.sort(spatial.search(around)).toReversed()) {
    const object = board.object(id)
    if (!object || !only(id)) continue
    if (isLink(object)) {
      if (definitionOf(object.type)?.touches?.(object, board, point, reach)) return id
      continue
    }
    const box = uprightBoxOf(object, board)
    const at = unturned(point, turnOf(object))
    // What is only a few pixels large must still be possible to hit.
    const small = box && Math.min(box.width, box.height) * scale < 2 * REACH
    const touches = definitionOf(object.type)?.touches
    // A stroke is hit where its ink is; what lies inside its loops can be reached through them.
    if (touches && box && !small) {
      if (holds(grow(box, reach), at) && touches(object, board, at, reach)) return id
      continue
    }
    if (box && holds(small ? grow(box, reach) : box, at)) return id
  }
  return undefined
}

/** The ids wholly inside a world box; a link counts when both its ends do, and a container only when all of it does. */
export function idsInside({ board, spatial }: HitMap, box: Box): string[] {
  const inside = new Set<string>()
  const links: string[] = []
  for (const id of spatial.search(box)) {
    const object = board.object(id)
    if (!object) continue
    if (isLink(object)) links.push(id)
    else {
      const bounds = boundsOf(object, board)
      if (bounds && contains(box, bounds)) inside.add(id)
    }
  }
  for (const id of links) {
    const object = board.object(id)
    const ends = object ? endsOf(object) : []
    if (ends.length > 0 && ends.every((end) => inside.has(end))) inside.add(id)
  }
  return [...inside]
}

/** Ids of the containers under a world point, topmost first. */
export const containersAt = ({ board, spatial, stacking }: HitMap, point: Point): string[] =>
  stacking
    .sort(spatial.search({ x: point[0], y: point[1], width: 0, height: 0 }))
    .toReversed()
    .filter((id) => {
      const object = board.object(id)
      const box = object && isContainer(object) ? boundsOf(object, board) : undefined
      return box !== undefined && holds(box, point)
    })
