import { trustOf, trustPercent } from '../board/readings.ts'
import { titleOf } from '../objects/title.ts'
import { whoAnswered, type Figure } from './figure.ts'
import { groupBy } from './group.ts'
import { organisationsOf, sidesOf, type MapSource, type Side } from './source.ts'
import { gapOf, WIDE_GAP, type TieValue } from './tie.ts'

const trustOfSide = (source: MapSource, { tie, end }: Side): TieValue =>
  trustOf(source.reading(tie.id, end))

/** Trust % over all sides that gave a figure. */
export function trustFigure(source: MapSource): Figure {
  const sides = sidesOf(source).map((side) => ({ by: side.by, value: trustOfSide(source, side) }))
  const means = sides.flatMap(({ value }) => (typeof value === 'number' ? [value] : []))
  const mean = means.reduce((sum, n) => sum + n, 0) / means.length
  return {
    value: means.length > 0 ? trustPercent(mean) : undefined,
    unit: 'percent',
    count: means.length,
    of: sides.length,
    formula:
      'Trust % = (mean − 1) ÷ 3 × 100, over the newest figure of each side that gave one. Don’t know and no answer are left out, never counted as zero.',
    ...whoAnswered(sides.map(({ by, value }) => ({ by, answered: value !== undefined }))),
  }
}

/** A relationship whose two sides see it differently; `gap` is what `from` says minus what `to` says. */
export interface Gap {
  relationship: string
  from: string
  to: string
  gap: number
}

/** Every gap of a step or more in the measure that the board shows, the widest first. */
export function gapsOf(source: MapSource): Gap[] {
  const sides = sidesOf(source)
  return sides
    .filter(({ end }) => end === 'from')
    .flatMap(({ tie, by, about, value }): Gap[] => {
      const back = sides.find((side) => side.tie.id === tie.id && side.end === 'to')
      const gap = gapOf(value, back?.value)
      // Thirds add up to a step only almost.
      return gap === undefined || Math.abs(gap) <= WIDE_GAP - 1e-9
        ? []
        : [{ relationship: tie.id, from: by, to: about, gap }]
    })
    .sort((a, b) => Math.abs(b.gap) - Math.abs(a.gap) || (a.relationship < b.relationship ? -1 : 1))
}

/** The gaps as a figure: in how many of the relationships that both sides answered they are a step or more apart. */
export function gapFigure(source: MapSource): Figure {
  const sides = sidesOf(source)
  const byTie = groupBy(sides, ({ tie }) => tie.id)
  const both = [...byTie.values()].filter((pair) =>
    pair.every(({ value }) => typeof value === 'number'),
  ).length
  const count = gapsOf(source).length
  return {
    value: both > 0 ? count : undefined,
    unit: 'count',
    count,
    of: both,
    formula:
      'A gap is what one side says minus what the other says. Counted where it is one step or more, among the relationships for which both sides gave a figure.',
    ...whoAnswered(sides.map(({ by, value }) => ({ by, answered: value !== undefined }))),
  }
}

/** What each organisation says of each other: `cells[row][column]` is what the row says of the column; undefined without a tie or an answer. */
export interface TrustMatrix {
  organisations: readonly string[]
  cells: readonly (readonly TieValue[])[]
}

/** The matrix in the measure that the board shows; of several ties between two organisations the mean of the figures. */
export function matrixOf(source: MapSource): TrustMatrix {
  const organisations = organisationsOf(source)
    .sort((a, b) => titleOf(a, source.say).localeCompare(titleOf(b, source.say), 'en-GB'))
    .map(({ id }) => id)
  const said = groupBy(sidesOf(source), ({ by, about }) => `${by} ${about}`)
  const cell = (by: string, about: string): TieValue => {
    const values = (said.get(`${by} ${about}`) ?? []).map(({ value }) => value)
    const figures = values.filter((value) => typeof value === 'number')
    if (figures.length > 0) return figures.reduce((sum, n) => sum + n, 0) / figures.length
    return values.includes('unknown') ? 'unknown' : undefined
  }
  return {
    organisations,
    cells: organisations.map((by) => organisations.map((about) => cell(by, about))),
  }
}
