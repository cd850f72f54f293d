import type { BoardObject } from '../../../shared/board/object.ts'
import { boxOf, grow, intersects, type Point, type Size } from '../../../shared/geometry.ts'
import { placeOf } from '../../../shared/objects/turn.ts'
import { isContainer, isLink } from '../../model/kinds.ts'

/** What a frame keeps for its border, and at its top for its title and prompt. */
const EDGE = 24
const HEAD = 144
const GAP = 16
/** What is larger than this many notes is ground to put notes on, not something in their way. */
const GROUND = 6

const area = ([width, height]: Size): number => width * height

/** A place for a note in a frame: a free cell if there is one, else the least covered; and the innermost frame there. */
export function placeNote(
  objects: readonly BoardObject[],
  frame: BoardObject,
  size: Size,
): { at: Point; frame: string } {
  const others = objects.filter((one) => one.id !== frame.id && !isLink(one))
  const isGround = (one: BoardObject): boolean =>
    isContainer(one) || area(one.size) > GROUND * area(size)
  const taken = others.filter((one) => !isGround(one)).map(placeOf)
  const { x, y, width, height } = placeOf(frame)
  const cells: Point[] = []
  for (let top = y + HEAD; top + size[1] <= y + height - EDGE; top += size[1] + GAP) {
    for (let left = x + EDGE; left + size[0] <= x + width - EDGE; left += size[0] + GAP) {
      cells.push([left, top])
    }
  }
  const covered = (at: Point): number => {
    const box = grow(boxOf(at, size), GAP / 2 - 1)
    return taken.filter((other) => intersects(box, other)).length
  }
  const at = cells.reduce<Point>(
    (best, cell) => (covered(cell) < covered(best) ? cell : best),
    cells[0] ?? [x + EDGE, y + HEAD],
  )
  const centre = boxOf([at[0] + size[0] / 2 - 1, at[1] + size[1] / 2 - 1], [2, 2])
  const homes = others
    .filter((one) => isContainer(one) && area(one.size) < area(frame.size))
    .filter((one) => intersects(placeOf(one), centre))
    .sort((a, b) => area(a.size) - area(b.size))
  return { at, frame: homes[0]?.id ?? frame.id }
}
