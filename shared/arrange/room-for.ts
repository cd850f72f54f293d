import { roomIn } from './frame-room.ts'
import { freeIn, nearestFree } from './nearest-free.ts'
import { boxOf, grow, intersects, type Box, type Point, type Size } from '../geometry.ts'

/** What is put beside other things keeps so far from them, world units. */
const GAP = 24

/**
 * The top left corner for a block of `size` that is wanted around `middle`: there if it hides none of the boxes in `taken`, else in the free part
 * of `frame`, the box of the one that it would lie in, else in the nearest free place.
 */
export function roomFor(size: Size, middle: Point, taken: readonly Box[], frame?: Box): Point {
  const wanted: Point = [middle[0] - size[0] / 2, middle[1] - size[1] / 2]
  const around = grow(boxOf(wanted, size), GAP)
  if (!taken.some((box) => intersects(box, around))) return wanted
  const inside =
    frame &&
    freeIn(
      roomIn(frame),
      taken.filter((box) => intersects(box, frame)),
      size,
      GAP,
    )
  return inside ?? nearestFree(taken, size, wanted, GAP)
}
