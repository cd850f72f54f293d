import type { Size } from '../geometry.ts'
import { textWidth } from '../text/measure.ts'
import { figureRoom, type Orientation } from './page.ts'
import type { Column } from './paper.ts'

/** As every writer sets the headings of columns, in points. */
const HEAD = 9
const PADDING = { left: 6, centre: 2 } as const
/** Word sets letters a little wider than a PDF does. */
const SLACK = 4

const widest = (label: string): number =>
  Math.max(...label.split(/[\s\u00a0]/).map((word) => textWidth(word, HEAD, 600)))

const sum = (all: readonly number[]): number => all.reduce((whole, one) => whole + one, 0)

/** The columns of a table on a page, those too narrow for the longest word of their heading widened by what others can spare; as they were where that isn't enough. */
export function withHeadRoom(
  columns: readonly Column[],
  orientation: Orientation,
): readonly Column[] {
  const [width]: Size = figureRoom(orientation)
  const whole = sum(columns.map(({ share }) => share))
  const parts = columns.map((column) => {
    const own = (column.share / whole) * width
    const least = widest(column.label) + 2 * PADDING[column.align] + SLACK
    return { column, own, lack: Math.max(0, least - own), spare: Math.max(0, own - least) }
  })
  const lack = sum(parts.map((part) => part.lack))
  const spare = sum(parts.map((part) => part.spare))
  if (lack === 0 || lack > spare) return columns
  return parts.map((part) => ({
    ...part.column,
    share: part.own + part.lack - (lack * part.spare) / spare,
  }))
}
