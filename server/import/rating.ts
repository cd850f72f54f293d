import type { Told } from '../../shared/protocol/told.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { filled } from '../../shared/words/told.ts'

/** What a rating tells about a side of a tie: a step from 1 to 4, for `level` from 0 to 4. */
export type Measure = 'trust' | 'contact' | 'level'

/** Whether a higher or a lower number in the file means closer. */
export type Direction = 'higher' | 'lower'

/** The column that holds the ratings and how it is to be read. */
export interface RatingColumn {
  index: number
  name: string
  measure: Measure
  direction: Direction
}

/** The headings of ratings that are known, with what they measure. */
export const ratingNames: Readonly<Record<string, { measure: Measure; direction: Direction }>> = {
  trust: { measure: 'trust', direction: 'higher' },
  'trust rating': { measure: 'trust', direction: 'higher' },
  // Surveys ask how often, from “continuously” as 1 downward.
  frequency: { measure: 'contact', direction: 'lower' },
  'contact frequency': { measure: 'contact', direction: 'lower' },
  contact: { measure: 'contact', direction: 'higher' },
  level: { measure: 'level', direction: 'higher' },
  'level now': { measure: 'level', direction: 'higher' },
  collaboration: { measure: 'level', direction: 'higher' },
}

const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ')

/** Finds the rating among the columns that are neither From nor To; fails with a sentence when that can't be told. */
export function ratingColumn(
  header: readonly string[],
  others: readonly number[],
  wish: { measure?: Measure; direction?: Direction },
): Result<RatingColumn, Told> {
  const columns = header.flatMap((name, index) =>
    others.includes(index) || name === ''
      ? []
      : [{ index, name, as: ratingNames[name.toLowerCase()] }],
  )
  const suits = columns.filter(
    ({ as }) => as && (wish.measure === undefined || as.measure === wish.measure),
  )
  const found = suits[0] ?? (wish.measure && columns.length === 1 ? columns[0] : undefined)
  if (suits.length > 1) {
    return fail(
      filled('There are several ratings: {names}. Keep one of them.', {
        names: quoted(suits.map((c) => c.name)),
      }),
    )
  }
  if (!found) {
    if (columns.length === 0) {
      return fail({ detail: 'There is no column with a rating beside From and To.' })
    }
    return fail(
      filled(
        'It isn’t clear what {names} measures: say trust, contact or level, or name the column so.',
        { names: quoted(columns.map((c) => c.name)) },
      ),
    )
  }
  const measure = wish.measure ?? found.as?.measure
  if (!measure) return fail({ detail: 'Say what the rating measures: trust, contact or level.' })
  return ok({
    index: found.index,
    name: found.name,
    measure,
    direction: wish.direction ?? found.as?.direction ?? 'higher',
  })
}
