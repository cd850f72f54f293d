/** A figure that explains itself. */
export interface Figure {
  /** undefined where there is nothing to count */
  value: number | undefined
  /** how `value` is written: 0–100, a plain number, or 0–1 with two decimals */
  unit: 'percent' | 'count' | 'share'
  /** what was counted, and out of how many */
  count: number
  of: number
  /** in plain English, with the formula */
  formula: string
  /** ids of the organisations that answered for all their ties, and of those that left some open; both empty where nobody is asked */
  answered: readonly string[]
  silent: readonly string[]
}

/** A number out of a hundred as it is written in the United Kingdom: “64%”. */
export const perCent = (value: number): string => `${value}%`

/** A figure as people read it: “64%”, “3”, “0.31”; a dash where there is none. */
export function formatFigure({ value, unit }: Pick<Figure, 'value' | 'unit'>): string {
  if (value === undefined) return '–'
  if (unit === 'percent') return perCent(Math.round(value))
  return unit === 'count' ? String(value) : value.toFixed(2)
}

/** Who has answered for every side that is theirs, and who has left at least one open. */
export function whoAnswered(
  sides: readonly { by: string; answered: boolean }[],
): Pick<Figure, 'answered' | 'silent'> {
  const silent = new Set(sides.filter(({ answered }) => !answered).map(({ by }) => by))
  const answered = new Set(sides.map(({ by }) => by).filter((by) => !silent.has(by)))
  return { answered: [...answered].sort(), silent: [...silent].sort() }
}
