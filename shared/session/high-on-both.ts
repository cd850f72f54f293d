import type { Point } from '../geometry.ts'
import type { Results } from './results.ts'

/** The middle of both axes, which run from 0 to 10. */
const MIDDLE = 5

const isHigh = ([x, y]: Point): boolean => x > MIDDLE && y > MIDDLE

/** How many answers to a placement lie past the middle on both axes, and the organisations whose own figure does, where that is shown. */
export const highOnBoth = ({
  points,
  groups,
}: Pick<Extract<Results, { kind: 'placement' }>, 'points' | 'groups'>): {
  answers: number
  organisations: string[]
} => ({
  answers: points.filter(isHigh).length,
  organisations: groups.flatMap(({ organisation, figure }) =>
    organisation !== null && figure !== null && isHigh(figure) ? [organisation] : [],
  ),
})
