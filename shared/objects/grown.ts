import type { BoardObject } from '../board/object.ts'
import { turned, type Point, type Size } from '../geometry.ts'
import { definitionOf } from './index.ts'
import { turnOf } from './turn.ts'

/** The size that shows all of an object's text, and its place where that changes: it grows downwards as it is turned, its top stays. Undefined where there is room. */
export function grownFor(object: BoardObject): { at?: Point; size: Size } | undefined {
  const height = definitionOf(object.type)?.heightFor?.(object)
  const [width, before] = object.size
  if (height === undefined || height <= before) return undefined
  const size = [width, height] as const
  const turn = turnOf(object)
  if (!turn) return { size }
  const [x, y] = object.at
  const [middle, centre] = turned([x + width / 2, y + height / 2], turn)
  return { at: [middle - width / 2, centre - height / 2], size }
}
