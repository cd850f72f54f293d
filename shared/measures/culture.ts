import { readAs } from '../objects/define.ts'
import { cultureFields, gaugeFields } from '../objects/organisation-profile.ts'
import { organisation } from '../objects/organisation.ts'
import { organisationsOf, type MapSource } from './source.ts'

/** Two organisations that stand furthest apart on one scale of culture. */
export interface CultureDifference {
  scale: keyof typeof cultureFields
  label: string
  low: { id: string; value: number; word: string }
  high: { id: string; value: number; word: string }
}

/** This many steps apart are worth talking about. */
const WIDE = 2

/** For each scale the widest difference of two steps or more between any two organisations, the widest first. */
export function cultureDifferences(source: MapSource): CultureDifference[] {
  const profiles = organisationsOf(source).map((object) => ({
    id: object.id,
    values: readAs(organisation, object).values,
  }))
  return (Object.keys(cultureFields) as (keyof typeof cultureFields)[])
    .flatMap((scale): CultureDifference[] => {
      const field = cultureFields[scale]
      const said = profiles.flatMap(({ id, values }) => {
        const value = values[scale]
        return value === undefined
          ? []
          : [{ id, value, word: field.steps[value - field.min] ?? '' }]
      })
      const sorted = said.sort((a, b) => a.value - b.value || (a.id < b.id ? -1 : 1))
      const [low, high] = [sorted[0], sorted.at(-1)]
      return low && high && high.value - low.value >= WIDE
        ? [{ scale, label: field.label, low, high }]
        : []
    })
    .sort((a, b) => b.high.value - b.low.value - (a.high.value - a.low.value))
}

/** From this step of a readiness scale on something is high. */
const HIGH = 3

/** Ids of the organisations that are high on both: the case for working together, and the need to change themselves. */
export const readyOrganisations = (source: MapSource): string[] =>
  organisationsOf(source)
    .filter((object) => {
      const { caseFor = 0, needToChange = 0 } = readAs(organisation, object).values
      return caseFor >= HIGH && needToChange >= HIGH
    })
    .map(({ id }) => id)

/** An organisation with a foot on both axes at once. */
export interface Placement {
  id: string
  momentum: number
  strain: number
  /** close to joining up and close to breaking at once */
  isHighOnBoth: boolean
}

/** Where each organisation stands between tipping point and breaking point; those that said both, and first those that are high on both. */
export const placements = (source: MapSource): Placement[] =>
  organisationsOf(source)
    .flatMap((object) => {
      const { momentum, strain } = readAs(organisation, object).values
      return momentum === undefined || strain === undefined
        ? []
        : [{ id: object.id, momentum, strain, isHighOnBoth: momentum >= HIGH && strain >= HIGH }]
    })
    .sort((a, b) => Number(b.isHighOnBoth) - Number(a.isHighOnBoth))

/** How hard an organisation says it is pressed, for everyone to see. */
export interface PublishedPressure {
  id: string
  /** 1 to 4, and the word for it */
  level: number
  word: string
  /** what presses on it; empty where it doesn't say */
  note: string
}

/** The pressure gauges that organisations have published, the hardest pressed first; private ones are on no board, and so never here. */
export const publishedPressure = (source: MapSource): PublishedPressure[] =>
  organisationsOf(source)
    .flatMap((object) => {
      const { pressure, pressureNote } = readAs(organisation, object).values
      if (pressure === undefined) return []
      const word = gaugeFields.pressure.steps[pressure - gaugeFields.pressure.min] ?? ''
      return [{ id: object.id, level: pressure, word, note: pressureNote.trim() }]
    })
    .sort((a, b) => b.level - a.level)
