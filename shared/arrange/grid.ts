import type { Point } from '../geometry.ts'
import type { ArrangeBox, Places } from './box.ts'

/** How rows are filled: up to `width` world units if it is given, else about `aspect` times as wide as high (default 1.6). */
export interface GridOptions {
  width?: number
  aspect?: number
  /** between cells; default 40 */
  gap?: number
}

/** Rows of boxes in their order; every cell is as large as the largest box, the first at 0, 0. */
export function grid(
  boxes: readonly ArrangeBox[],
  { width, aspect = 1.6, gap = 40 }: GridOptions = {},
): Places {
  const across = Math.max(0, ...boxes.map((box) => box.size[0])) + gap
  const down = Math.max(0, ...boxes.map((box) => box.size[1])) + gap
  const wanted =
    width === undefined
      ? Math.round(Math.sqrt((boxes.length * aspect * down) / across))
      : Math.floor((width + gap) / across)
  const columns = Math.max(1, wanted)
  return new Map(
    boxes.map((box, i): [string, Point] => [
      box.id,
      [(i % columns) * across, Math.floor(i / columns) * down],
    ]),
  )
}
