import {
  boxOf,
  contains,
  grow,
  intersects,
  union,
  type Box,
  type Point,
  type Size,
} from '../../shared/geometry.ts'
import type { BoardObject } from '../../shared/board/object.ts'
import { definitionOf } from '../../shared/objects/index.ts'

const GAP = 40
const COLUMNS = 4

/** A place for a new object, and the frame that it stands in, if any. */
export interface Place {
  at: Point
  frame: string | undefined
}

/**
 * A free place for an object of `type` beside the others of its type, row by row, in their frame where that has
 * room; otherwise below everything that is on the board.
 */
export function freePlace(objects: readonly BoardObject[], type: string, size: Size): Place {
  const boxes = objects.filter(({ type: one }) => definitionOf(one)?.place !== 'link')
  const frames = boxes.filter((object) => object.type === 'frame')
  const taken = boxes
    .filter((object) => object.type !== 'frame')
    .map((object) => boxOf(object.at, object.size))
  const likes = boxes.filter((object) => object.type === type)
  const area = union(likes.map((object) => boxOf(object.at, object.size)))

  if (area) {
    const home = frames.find((frame) => frame.id === likes[0]?.frame)
    const bounds = home && boxOf(home.at, home.size)
    const columns = Math.max(COLUMNS, Math.round(area.width / (size[0] + GAP)))
    const rows = Math.ceil(area.height / (size[1] + GAP)) + 1
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1) {
        const box: Box = {
          x: area.x + column * (size[0] + GAP),
          y: area.y + row * (size[1] + GAP),
          width: size[0],
          height: size[1],
        }
        const fits = bounds === undefined || contains(bounds, box)
        if (fits && !taken.some((other) => intersects(grow(box, GAP / 2 - 1), other))) {
          return { at: [box.x, box.y], frame: home?.id }
        }
      }
    }
  }
  const all = union([...taken, ...frames.map((frame) => boxOf(frame.at, frame.size))])
  if (!all) return { at: [0, 0], frame: undefined }
  return { at: [area?.x ?? all.x, all.y + all.height + GAP], frame: undefined }
}
