import { trustOf } from '../board/readings.ts'
import { whoAnswered, type Figure } from './figure.ts'
import { sidesOf, type MapSource, type Side } from './source.ts'

/** A side that needs another level of working together than there is. */
export interface LevelStep {
  relationship: string
  by: string
  about: string
  now: number
  needed: number
}

/** The sides where the level needed is not the level now, the furthest apart first. */
export function levelSteps(source: MapSource): LevelStep[] {
  return sidesOf(source)
    .flatMap(({ tie, by, about, says: { levelNow: now, levelNeeded: needed } }): LevelStep[] =>
      now === undefined || needed === undefined || now === needed
        ? []
        : [{ relationship: tie.id, by, about, now, needed }],
    )
    .sort(
      (a, b) =>
        Math.abs(b.needed - b.now) - Math.abs(a.needed - a.now) ||
        (a.relationship < b.relationship ? -1 : 1),
    )
}

/** In how many of the sides that said both, the level is what is needed; that networking is enough counts as well as any. */
export function levelFigure(source: MapSource): Figure {
  const sides = sidesOf(source)
  const said = sides.filter(
    ({ says }) => says.levelNow !== undefined && says.levelNeeded !== undefined,
  )
  const met = said.filter(({ says }) => says.levelNow === says.levelNeeded).length
  return {
    value: said.length > 0 ? met : undefined,
    unit: 'count',
    count: met,
    of: said.length,
    formula:
      'Sides for which the level now is the level needed, among those that said both. A low level that is enough counts like any other.',
    ...whoAnswered(sides.map((side) => ({ by: side.by, answered: said.includes(side) }))),
  }
}

/** Trust up to here counts as low: “a small amount”, rounded. */
const LOW_TRUST = 2.5
/** Up to here the deal holds it together more than the relationship does. */
const DEAL = 2

/** Whether a side trusts little and holds on to the deal. */
const leansOnDeal = (source: MapSource, { tie, end, says }: Side): boolean => {
  const trust = trustOf(source.reading(tie.id, end))
  return (
    typeof trust === 'number' &&
    trust < LOW_TRUST &&
    says.leaning !== undefined &&
    says.leaning <= DEAL
  )
}

/** The sides that lean on the deal: low trust, and what holds it together is the deal. */
export const leaningSides = (source: MapSource): Side[] =>
  sidesOf(source).filter((side) => leansOnDeal(source, side))
