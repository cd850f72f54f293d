import type { ColumnUse } from './mapping.ts'

/** A number of a column's own scale as a step of the board's, evenly between the two; two decimals at most. Undefined off its scale. */
export function stepOn(
  value: number,
  [least, most]: readonly [number, number],
  { low = least, high = most, closer = 'higher' }: Pick<ColumnUse, 'low' | 'high' | 'closer'>,
): number | undefined {
  if (!(value >= low && value <= high && low < high)) return undefined
  const upward = closer === 'lower' ? low + high - value : value
  const step = least + ((upward - low) / (high - low)) * (most - least)
  return Math.round(step * 100) / 100
}

/** A cell as a number, with a comma or a point for its decimals; undefined for everything else. */
export function numberIn(cell: string): number | undefined {
  if (!/^[-+]?\d+([.,]\d+)?$/.test(cell)) return undefined
  return Number(cell.replace(',', '.'))
}

const customary: readonly (readonly [low: number, high: number])[] = [
  [1, 4],
  [0, 4],
  [1, 5],
  [0, 5],
  [1, 7],
  [1, 10],
  [0, 10],
  [0, 100],
]

/** The scale that values from `low` to `high` seem to be on; none where they fit the board's own `steps`. */
export function scaleFor(
  [low, high]: readonly [low: number, high: number],
  [least, most]: readonly [number, number],
): { low?: number; high?: number } {
  if (low >= least && high <= most) return {}
  const [a, b] = customary.find((scale) => low >= scale[0] && high <= scale[1]) ?? [low, high]
  return { low: a, high: Math.max(b, a + 1) }
}
