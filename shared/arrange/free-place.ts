import type { BoardObject } from '../board/object.ts'
import {
  boxOf,
  centreOf,
  grow,
  intersects,
  union,
  type Box,
  type Point,
  type Size,
} from '../geometry.ts'
import { definitionOf } from '../objects/index.ts'
import { roomIn } from './frame-room.ts'
import { organisation } from '../objects/organisation.ts'
import { placeOf } from '../objects/turn.ts'

/** Space between neighbours, at best and at least enough to tell them apart. */
const GAPS = [120, 40]
/** Between organisations there is to be a tie with its lanes, chips and gap. */
const TIE_GAPS = [280, ...GAPS]
const COLUMNS = 4

/** A place for a new object, and the frame that it stands in, if any. */
export interface Place {
  at: Point
  frame: string | undefined
}

/** The top left corners of a grid in `area` that goes through `anchor`, the nearest to `centre` first, beside it before below. */
function cells(area: Box, size: Size, gap: number, anchor: Point, centre: Point): Point[] {
  const along = (axis: 0 | 1, from: number, length: number): number[] => {
    const step = size[axis] + gap
    const first = anchor[axis] - Math.floor((anchor[axis] - from) / step) * step
    const count = Math.floor((from + length - size[axis] - first) / step) + 1
    return Array.from({ length: Math.max(0, count) }, (_, i) => first + i * step)
  }
  const rows = along(1, area.y, area.height)
  const points = along(0, area.x, area.width).flatMap((x) => rows.map((y): Point => [x, y]))
  // In steps of the grid, so that a flat thing doesn't make columns.
  const off = (point: Point, axis: 0 | 1): number =>
    (point[axis] + size[axis] / 2 - centre[axis]) / (size[axis] + gap)
  const distance = (point: Point): number => Math.hypot(off(point, 0), 1.01 * off(point, 1))
  return points.sort((a, b) => distance(a) - distance(b))
}

/** Where the others of its type stand: the whole of their frame, or, without one, their rows and the next. */
function neighbourhood(others: Box, home: Box | undefined, size: Size, gap: number): Box {
  if (home) return roomIn(home)
  const columns = Math.max(COLUMNS, Math.ceil(others.width / (size[0] + gap)))
  return {
    x: others.x,
    y: others.y,
    width: columns * (size[0] + gap),
    height: others.height + gap + size[1],
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

  const [first] = likes
  if (first && others) {
    const home = frames.find((frame) => frame.id === first.frame)
    for (const gap of type === organisation.type ? TIE_GAPS : GAPS) {
      const area = neighbourhood(others, home && placeOf(home), size, gap)
      const free = cells(area, size, gap, first.at, centreOf(others)).find((at) => {
        const box = grow(boxOf(at, size), gap / 2 - 1)
        return !taken.some((other) => intersects(box, other))
      })
      if (free) return { at: free, frame: home?.id }
    }
  }
  return { at: [others?.x ?? all.x, all.y + all.height + Math.min(...GAPS)], frame: undefined }
}
