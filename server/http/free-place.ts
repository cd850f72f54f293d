import type { BoardObject } from '../../shared/board/object.ts'
import {
  boxOf,
  centreOf,
  grow,
  intersects,
  union,
  type Box,
  type Point,
  type Size,
} from '../../shared/geometry.ts'
import { definitionOf } from '../../shared/objects/index.ts'

const GAP = 40
const COLUMNS = 4

/** A place for a new object, and the frame that it stands in, if any. */
export interface Place {
  at: Point
  frame: string | undefined
}

const placeOf = ({ at, size }: BoardObject): Box => boxOf(at, size)

/** The top left corners of a grid of `size` in `area`, the nearest to `centre` first. */
function cells(area: Box, [width, height]: Size, centre: Point): Point[] {
  const points: Point[] = []
  for (let y = area.y; y + height <= area.y + area.height; y += height + GAP) {
    for (let x = area.x; x + width <= area.x + area.width; x += width + GAP) points.push([x, y])
  }
  const distance = ([x, y]: Point): number =>
    Math.hypot(x + width / 2 - centre[0], y + height / 2 - centre[1])
  return points.sort((a, b) => distance(a) - distance(b))
}

/** Where the others of its type stand: the whole of their frame, or, without one, their rows and the next. */
function neighbourhood(others: Box, home: Box | undefined, size: Size): Box {
  if (home) return grow(home, -GAP / 2)
  const columns = Math.max(COLUMNS, Math.ceil(others.width / (size[0] + GAP)))
  return {
    x: others.x,
    y: others.y,
    width: columns * (size[0] + GAP),
    height: others.height + GAP + size[1],
  }
}

/**
 * A free place for a new object of `type`, near the others of its type and in their frame where that has room;
 * otherwise below everything that is on the board.
 */
export function freePlace(objects: readonly BoardObject[], type: string, size: Size): Place {
  const boxes = objects.filter((object) => definitionOf(object.type)?.place !== 'link')
  const frames = boxes.filter((object) => object.type === 'frame')
  const taken = boxes.filter((object) => object.type !== 'frame').map(placeOf)
  const likes = boxes.filter((object) => object.type === type)
  const others = union(likes.map(placeOf))
  const all = union(boxes.map(placeOf))
  if (!all) return { at: [0, 0], frame: undefined }

  if (others) {
    const home = frames.find((frame) => frame.id === likes[0]?.frame)
    const area = neighbourhood(others, home && placeOf(home), size)
    const free = cells(area, size, centreOf(others)).find((at) => {
      const box = grow(boxOf(at, size), GAP / 2 - 1)
      return !taken.some((other) => intersects(box, other))
    })
    if (free) return { at: free, frame: home?.id }
  }
  return { at: [others?.x ?? all.x, all.y + all.height + GAP], frame: undefined }
}
