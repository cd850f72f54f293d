import type { BoardObject } from '../board/object.ts'
import { dimensions, type End, type Reading } from '../board/readings.ts'
import { endsOf } from '../draw/tie-settings.ts'
import { gapOf, tieValue, WIDE_GAP, type TieValue } from '../measures/tie.ts'
import { readFields } from '../objects/fields.ts'
import { relationship } from '../objects/relationship.ts'
import { setApart } from '../text/direction.ts'
import { oneLine, textIn } from './printable.ts'
import { byName } from './words.ts'
import { shortened } from '../text/shortened.ts'
import type { Say } from '../words/words.ts'
import type { ToldView } from './told-view.ts'

/** A name longer than this is cut: it would fill the page wherever it is mentioned. */
const MOST_NAME = 160

/** What one side of a relationship says. */
export interface Side {
  organisation: string
  value: TieValue
  reading: Reading | undefined
  /** the answers under `ends`, read by their fields */
  answers: Readonly<Record<string, unknown>>
}

/** A relationship as the paper tells it: both sides by name, each with what it says. */
export interface TieFacts {
  id: string
  label: string
  values: Readonly<Record<string, unknown>>
  from: Side
  to: Side
  /** what the first says minus what the second says; undefined unless both gave a figure */
  gap: number | undefined
}

/** The name of an organisation as it stands in a sentence, or what stands for one that has none. */
export function nameOf(object: BoardObject, say: Say): string {
  const { name } = object.fields
  return setApart(shortened(oneLine(textIn(name)), MOST_NAME)) || say('Unnamed organisation')
}

const widest = (tie: TieFacts): number => (tie.gap === undefined ? -1 : Math.abs(tie.gap))

function factsOf(object: BoardObject, view: ToldView): TieFacts | undefined {
  const ids = endsOf(object)
  const from = ids && view.object(ids[0])
  const to = ids && view.object(ids[1])
  if (from?.type !== 'organisation' || to?.type !== 'organisation') return undefined
  const raw = object.fields['ends'] as Partial<Record<End, Record<string, unknown>>> | undefined
  const side = (end: End, organisation: BoardObject): Side => ({
    organisation: nameOf(organisation, view.say),
    value: tieValue(object, end, view),
    reading: view.reading(object.id, end),
    answers: readFields(relationship.fields['ends'].fields, raw?.[end] ?? {}),
  })
  const sides = { from: side('from', from), to: side('to', to) }
  return {
    id: object.id,
    label: shortened(oneLine(textIn(object.fields['label'])), MOST_NAME),
    values: readFields(relationship.fields, object.fields),
    ...sides,
    gap: gapOf(sides.from.value, sides.to.value),
  }
}

/** The relationships between organisations on the board: widest gaps first, then by name. */
export const tiesOf = (view: ToldView): TieFacts[] =>
  view.objects
    .filter((object) => object.type === 'relationship')
    .flatMap((object) => factsOf(object, view) ?? [])
    .sort(
      (a, b) =>
        widest(b) - widest(a) ||
        byName(a.from.organisation, b.from.organisation) ||
        byName(a.to.organisation, b.to.organisation) ||
        (a.id < b.id ? -1 : 1),
    )

/** Whether both sides gave a figure, so that they can be held side by side. */
export const isAnswered = (tie: TieFacts): boolean => tie.gap !== undefined

/** Whether the two sides are a step or more apart. */
export const isWide = (tie: TieFacts): boolean =>
  // Thirds add up to a step only almost.
  tie.gap !== undefined && Math.abs(tie.gap) > WIDE_GAP - 1e-9

/** The dimensions of trust that a reading leaves out; all of them when there is no reading. */
export const leftOut = (reading: Reading | undefined): (typeof dimensions)[number][] =>
  dimensions.filter((dimension) => reading?.[dimension] === undefined)
