import type { BoardObject } from '../board/object.ts'
import type { End } from '../board/readings.ts'
import type { DrawContext } from '../draw/context.ts'
import { endsOf } from '../draw/tie-settings.ts'
import { readAs, type ReadObject } from '../objects/define.ts'
import { relationship } from '../objects/relationship.ts'
import { tieValue, type TieValue } from './tie.ts'

/** A board as measures read it: everything on it, and the newest readings. */
export interface MapSource extends Pick<DrawContext, 'object' | 'reading' | 'tieMeasure' | 'say'> {
  readonly all: readonly BoardObject[]
}

type Tie = ReadObject<(typeof relationship)['fields']>

/** What one side says of a relationship. */
export interface Side {
  tie: Tie
  end: End
  /** ids of the organisation that speaks and of the one that it speaks of */
  by: string
  about: string
  /** its newest figure in the measure that the board shows */
  value: TieValue
  says: Tie['values']['ends']['from']
}

/** The organisations on the board, in the order of their ids. */
export const organisationsOf = ({ all }: MapSource): BoardObject[] =>
  all.filter(({ type }) => type === 'organisation').sort((a, b) => (a.id < b.id ? -1 : 1))

/** Both sides of every relationship whose two organisations are on the board. */
export function sidesOf(source: MapSource): Side[] {
  return source.all.flatMap((object): Side[] => {
    const ends = object.type === relationship.type ? endsOf(object) : undefined
    if (!ends) return []
    const [from, to] = ends
    if ([from, to].some((id) => source.object(id)?.type !== 'organisation')) return []
    const tie = readAs(relationship, object)
    return (['from', 'to'] as const).map((end) => ({
      tie,
      end,
      by: end === 'from' ? from : to,
      about: end === 'from' ? to : from,
      value: tieValue(tie, end, source),
      says: tie.values.ends[end],
    }))
  })
}
