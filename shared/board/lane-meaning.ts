import { definitionOf } from '../objects/index.ts'
import { readField } from '../objects/fields.ts'
import type { BoardObject } from './object.ts'

/** What a field of a card can be given. */
type Value = string | number | boolean
/** By field, the values that fit; the first is given to a card whose own is none of them. */
type Fitting = Readonly<Record<string, readonly Value[]>>

/** By name, what a frame can say of the cards that lie in it, by their type. */
const meanings = {
  'important-open': { issue: { kind: ['important'], importance: [3, 4], avoidance: [1, 2] } },
  'important-avoided': { issue: { kind: ['avoided'], importance: [3, 4], avoidance: [3, 4] } },
  'minor-open': { issue: { kind: ['sideShow'], importance: [1, 2], avoidance: [1, 2] } },
  'minor-avoided': { issue: { kind: ['avoided'], importance: [1, 2], avoidance: [3, 4] } },
  parked: { issue: { kind: ['sideShow'] } },
  pull: { organisation: { momentum: [3, 4], strain: [2, 1] } },
  'pull-and-strain': { organisation: { momentum: [3, 4], strain: [3, 4] } },
  'no-pull-no-strain': { organisation: { momentum: [2, 1], strain: [2, 1] } },
  strain: { organisation: { momentum: [2, 1], strain: [3, 4] } },
  case: { organisation: { caseFor: [3, 4], needToChange: [2, 1] } },
  'case-and-change': { organisation: { caseFor: [3, 4], needToChange: [3, 4] } },
  'no-case-no-change': { organisation: { caseFor: [2, 1], needToChange: [2, 1] } },
  change: { organisation: { caseFor: [2, 1], needToChange: [3, 4] } },
  offered: { commitment: { state: ['offered', 'imposed'] } },
  accepted: { commitment: { state: ['accepted', 'made'] } },
  'cannot-fail': { obligation: { cannotFail: [true] } },
  'may-fail': { obligation: { cannotFail: [false] } },
} satisfies Record<string, Readonly<Record<string, Fitting>>>

/** The name under which a frame says in its field `means` what the cards in it are like. */
export type Meaning = keyof typeof meanings

/** All of them. */
export const allMeanings = Object.keys(meanings) as Meaning[]

const fittingOf = (means: unknown, type: string): Fitting => {
  const meaning = allMeanings.find((name) => name === means)
  return (meaning && (meanings[meaning] as Readonly<Record<string, Fitting>>)[type]) ?? {}
}

/** What a card gets that comes to lie in a frame whose field `means` is this: the fields whose values don't fit, and what they are to be. */
export const givenBy = (
  means: unknown,
  { type, fields }: Pick<BoardObject, 'type' | 'fields'>,
): [key: string, value: Value][] =>
  Object.entries(fittingOf(means, type)).flatMap(([key, [first, ...others]]) => {
    const field = definitionOf(type)?.fields[key]
    const own = field && readField(field, fields[key])
    const fits = own === first || others.some((other) => other === own)
    return field && first !== undefined && !fits ? [[key, first]] : []
  })
