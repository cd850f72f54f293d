import { dimensions, type Dimension } from '../board/readings.ts'
import type { Field } from '../objects/fields.ts'
import { organisation } from '../objects/organisation.ts'
import { relationship } from '../objects/relationship.ts'

/** What a row of a table stands for. */
export type TableKind = 'relationships' | 'organisations'

/** What a column of a table can tell. */
export interface Meaning {
  /** the word for it in a mapping */
  as: string
  /** its words on screen, and the heading of its column in files that Rapport writes */
  label: string
  /** `key`: names ends, ids, direction or day; `side`: what one side says; `trust`: its trust; `whole`: of the row as a whole */
  part: 'key' | 'side' | 'trust' | 'whole'
  /** the field that the values go to, where there is one */
  field?: Field
  /** the steps that numbers are mapped to, where it has any */
  scale?: readonly [low: number, high: number]
}

const TRUST = [1, 4] as const

const dimensionLabels: Readonly<Record<Dimension, string>> = {
  reliability: 'Reliability',
  purpose: 'Shared purpose',
  openness: 'Openness',
}

const carried = new Set<Field['kind']>(['text', 'line', 'choice', 'scale', 'list', 'flag', 'date'])

const fieldMeanings = (
  fields: Readonly<Record<string, Field>>,
  part: Meaning['part'],
  without: readonly string[],
): Meaning[] =>
  Object.entries(fields).flatMap(([as, field]) =>
    field.hidden || without.includes(as) || !carried.has(field.kind)
      ? []
      : [
          {
            as,
            label: field.label,
            part,
            field,
            ...(field.kind === 'scale' && {
              scale: [field.min, field.min + field.steps.length - 1] as const,
            }),
          },
        ],
  )

const relationshipMeanings: readonly Meaning[] = [
  { as: 'from', label: 'From', part: 'key' },
  { as: 'to', label: 'To', part: 'key' },
  { as: 'direction', label: 'Direction', part: 'key' },
  { as: 'tie', label: 'Relationship', part: 'key' },
  { as: 'trust', label: 'Trust', part: 'trust', scale: TRUST },
  ...dimensions.map((as): Meaning => ({
    as,
    label: dimensionLabels[as],
    part: 'trust',
    scale: TRUST,
  })),
  { as: 'unknown', label: 'Don’t know', part: 'trust' },
  { as: 'answered', label: 'Answered on', part: 'trust' },
  ...fieldMeanings(relationship.fields.ends.fields, 'side', []),
  ...fieldMeanings(relationship.fields, 'whole', ['from', 'to', 'ends']),
]

const organisationMeanings: readonly Meaning[] = [
  { as: 'name', label: 'Label', part: 'key' },
  ...fieldMeanings(organisation.fields, 'whole', ['name']),
]

/** Everything that a column can mean in a table of this kind, in the order in which it is offered. */
export const meaningsOf = (kind: TableKind): readonly Meaning[] =>
  kind === 'relationships' ? relationshipMeanings : organisationMeanings

/** The meaning that a mapping's word stands for, if it is one. */
export const meaningOf = (kind: TableKind, as: string): Meaning | undefined =>
  meaningsOf(kind).find((meaning) => meaning.as === as)

/** Whether a column of this meaning says something of one side, and so runs one way or the other. */
export const isOneSided = ({ part }: Meaning): boolean => part === 'side' || part === 'trust'
