import { roomIn } from '../../shared/arrange/frame-room.ts'
import { freeIn, nearestFree } from '../../shared/arrange/nearest-free.ts'
import {
  boxOf,
  grow,
  intersects,
  union,
  type Box,
  type Point,
  type Size,
} from '../../shared/geometry.ts'

/** What is put beside other things keeps so far from them, world units. */
const GAP = 24
/** Among more things than this the nearest free place is not looked for: it would be felt. */
const MOST = 1_000

/**
 * The top left corner for a block of `size` that is wanted around `middle`: there if it hides none of the boxes in `taken`, else in the free part
 * of `frame`, the box of the one that it would lie in, else in the nearest free place, and on a crowded board beside everything.
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
  if (inside) return inside
  if (taken.length <= MOST) return nearestFree(taken, size, wanted, GAP)
  const all = union(taken)
  return all ? [all.x + all.width + GAP, wanted[1]] : wanted
}
