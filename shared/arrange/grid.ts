import type { Point } from '../geometry.ts'
import type { ArrangeBox, Places } from './box.ts'

/** Rows of boxes in their order, about `aspect` times as wide as high; every cell is as large as the largest box. */
export function grid(
  boxes: readonly ArrangeBox[],
  { aspect = 1.6, gap = 40 }: { aspect?: number; gap?: number } = {},
): Places {
  const width = Math.max(0, ...boxes.map((box) => box.size[0])) + gap
  const height = Math.max(0, ...boxes.map((box) => box.size[1])) + gap
  const columns = Math.max(1, Math.round(Math.sqrt((boxes.length * aspect * height) / width)))
  return new Map(
    boxes.map((box, i): [string, Point] => [
      box.id,
      [(i % columns) * width, Math.floor(i / columns) * height],
    ]),
  )
}
