import { roomIn } from '../../../shared/arrange/frame-room.ts'
import type { BoardObject } from '../../../shared/board/object.ts'
import { boxOf, grow, intersects, type Point, type Size } from '../../../shared/geometry.ts'
import { placeOf } from '../../../shared/objects/turn.ts'
import { isContainer, isLink } from '../../model/kinds.ts'

/** A lane's title is smaller than that of the stage around it. */
const LANE_HEAD = 128
const GAP = 16
/** What is larger than this many notes is ground to put notes on, not something in their way. */
const GROUND = 6

const area = ([width, height]: Size): number => width * height

/** Places for something of this size in a frame, below its head. */
function cellsIn(frame: BoardObject, [width, height]: Size, head?: number): Point[] {
  const room = roomIn(placeOf(frame), head)
  const cells: Point[] = []
  for (let y = room.y; y + height <= room.y + room.height; y += height + GAP) {
    for (let x = room.x; x + width <= room.x + room.width; x += width + GAP) cells.push([x, y])
  }
  return cells
}

/** A place for a note in a stage's frame: a free cell if there is one, else the least covered; in one of its lanes where it has any. */
export function placeNote(
  objects: readonly BoardObject[],
  stage: BoardObject,
  size: Size,
): { at: Point; frame: string } {
  const others = objects.filter((one) => one.id !== stage.id && !isLink(one))
  const isGround = (one: BoardObject): boolean =>
    isContainer(one) || area(one.size) > GROUND * area(size)
  const taken = others.filter((one) => !isGround(one)).map(placeOf)
  const covered = (at: Point): number => {
    const box = grow(boxOf(at, size), GAP / 2 - 1)
    return taken.filter((other) => intersects(box, other)).length
  }
  const lanes = others.filter((one) => isContainer(one) && one.frame === stage.id)
  const inLanes = lanes.flatMap((lane) =>
    cellsIn(lane, size, LANE_HEAD).map((at) => ({ at, frame: lane.id })),
  )
  const cells =
    inLanes.length > 0
      ? inLanes.sort((a, b) => a.at[1] - b.at[1] || a.at[0] - b.at[0])
      : cellsIn(stage, size).map((at) => ({ at, frame: stage.id }))
  const { x, y } = roomIn(placeOf(stage))
  const anywhere = { at: [x, y] as const, frame: stage.id }
  return cells.reduce(
    (best, cell) => (covered(cell.at) < covered(best.at) ? cell : best),
    cells[0] ?? anywhere,
  )
}
