import { union, type Box, type Point } from '../../shared/geometry.ts'

const GAP = 160

/** How far to move a block of new objects so that it stands right of everything on the board, its middle level with theirs. */
export function besideAll(boxes: readonly Box[], block: Box): Point {
  const around = union(boxes)
  if (!around) return [0, 0]
  return [
    Math.round(around.x + around.width + GAP - block.x),
    Math.round(around.y + around.height / 2 - block.y - block.height / 2),
  ]
}
