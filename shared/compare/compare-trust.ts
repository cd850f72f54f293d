import { dimensions, trustOf, type Dimension, type End } from '../board/readings.ts'
import { endsOf } from '../draw/tie-settings.ts'
import { gapOf, type TieValue } from '../measures/tie.ts'
import type { BoardContent } from './content.ts'

/** What became of a figure: `new` where there was none, `gone` where there is none any more. */
export type Change = 'raised' | 'fallen' | 'new' | 'gone' | 'same'

/** A figure then (`was`) and now (`is`). */
export interface Step<V extends TieValue = TieValue> {
  was: V
  is: V
  change: Change
}

/** What one side said of a relationship then and says now: its mean, and each dimension that it answered at either time. */
export interface SideChange extends Step {
  end: End
  /** ids of the organisation that speaks and of the one that it speaks of */
  by: string
  about: string
  dimensions: readonly (Step & { dimension: Dimension })[]
}

/** A relationship whose trust is another than it was; `gap` is what `from` says minus what `to` says. */
export interface TieChange {
  id: string
  from: string
  to: string
  sides: readonly [SideChange, SideChange]
  gap: Step<number | undefined>
}

const isFigure = (value: TieValue): value is number => typeof value === 'number'

function step<V extends TieValue>(was: V, is: V): Step<V> {
  const change = (): Change => {
    // Thirds differ by a hair where they are the same.
    if (isFigure(was) && isFigure(is)) {
      const by = is - was
      return Math.abs(by) < 1e-9 ? 'same' : by > 0 ? 'raised' : 'fallen'
    }
    if (was === is) return 'same'
    if (isFigure(was) || is === undefined) return 'gone'
    return 'new'
  }
  return { was, is, change: change() }
}

/** The ends of every relationship whose two organisations are there, by its id. */
function tiesIn({ objects }: BoardContent): Map<string, readonly [from: string, to: string]> {
  const ties = new Map<string, readonly [string, string]>()
  for (const object of objects.values()) {
    const ends = object.type === 'relationship' ? endsOf(object) : undefined
    if (ends?.every((id) => objects.get(id)?.type === 'organisation')) ties.set(object.id, ends)
  }
  return ties
}

/** Every relationship for which a side's figure, one of its dimensions, or the gap is another than it was. */
export function compareTrust(then: BoardContent, now: BoardContent): TieChange[] {
  const [before, after] = [tiesIn(then), tiesIn(now)]
  const ids = [...new Set([...before.keys(), ...after.keys()])].sort()
  return ids.flatMap((id): TieChange[] => {
    const ends = after.get(id) ?? before.get(id)
    if (!ends) return []
    const [from, to] = ends
    const side = (end: End): SideChange => {
      const was = before.has(id) ? then.reading(id, end) : undefined
      const is = after.has(id) ? now.reading(id, end) : undefined
      return {
        end,
        by: end === 'from' ? from : to,
        about: end === 'from' ? to : from,
        ...step<TieValue>(trustOf(was), trustOf(is)),
        dimensions: dimensions.flatMap((dimension) => {
          const found = step<TieValue>(was?.[dimension], is?.[dimension])
          const isAnswered = found.was !== undefined || found.is !== undefined
          return isAnswered ? [{ dimension, ...found }] : []
        }),
      }
    }
    const sides = [side('from'), side('to')] as const
    const gap = step(gapOf(sides[0].was, sides[1].was), gapOf(sides[0].is, sides[1].is))
    const isSame = sides.every(
      ({ change, dimensions: all }) =>
        change === 'same' && all.every((one) => one.change === 'same'),
    )
    return isSame ? [] : [{ id, from, to, sides, gap }]
  })
}
