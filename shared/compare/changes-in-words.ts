import type { BoardObject } from '../board/object.ts'
import type { Dimension } from '../board/readings.ts'
import { formatGap, formatMean, type TieValue } from '../measures/tie.ts'
import { definitionOf } from '../objects/index.ts'
import { titleOf } from '../objects/title.ts'
import { fieldWords } from '../paper/compose-registers.ts'
import type { Comparison } from './compare-boards.ts'
import type { Change, Step } from './compare-trust.ts'
import type { BoardContent } from './content.ts'

/** One side's trust then and now, as a row of a table. */
export interface TrustRow {
  relationship: string
  by: string
  about: string
  was: string
  is: string
  change: Change
  /** the dimensions that changed, each as “Reliability 2 → 3” */
  dimensions: readonly string[]
  /** the gap of the relationship then and now with its sign; empty without one */
  gapWas: string
  gapIs: string
}

/** One thing that was added, removed or changed, in plain words. */
export interface ChangeRow {
  id: string
  kind: 'added' | 'removed' | 'changed'
  /** name of its type: “Commitment” */
  type: string
  name: string
  /** what of it changed, each as “Owner: nobody → Asha”; empty for what was added or removed */
  what: readonly string[]
}

/** A comparison for a reader of English, as a board paper shows it. */
export interface ChangesInWords {
  trust: readonly TrustRow[]
  things: readonly ChangeRow[]
  facts: readonly string[]
}

const names: Readonly<Record<Dimension, string>> = {
  reliability: 'Reliability',
  purpose: 'Shared purpose',
  openness: 'Openness',
}

const figure = (value: TieValue): string =>
  value === undefined ? '–' : value === 'unknown' ? 'don’t know' : formatMean(value)

const gap = (value: number | undefined): string => (value === undefined ? '' : formatGap(value))

const arrow = ({ was, is }: Step): string => `${figure(was)} → ${figure(is)}`

const typeOf = ({ type }: BoardObject): string => definitionOf(type)?.name.one ?? 'Something else'

/** The comparison of `then` and `now` in plain English, moves left out: what changed since the last version, for a paper. */
export function changesInWords(
  { added, removed, changed, facts, trust }: Comparison,
  then: BoardContent,
  now: BoardContent,
): ChangesInWords {
  const name = (id: string): string => titleOf(now.object(id) ?? then.object(id))
  const row = (object: BoardObject, kind: ChangeRow['kind'], what: string[] = []): ChangeRow => ({
    id: object.id,
    kind,
    type: typeOf(object),
    name: titleOf(object),
    what,
  })
  const things = [
    ...added.map((object) => row(object, 'added')),
    ...removed.map((object) => row(object, 'removed')),
    ...changed.flatMap(({ is: object, fields }) => {
      const what = fields.map((change) => {
        const { field, end } = change
        if (!field || field.hidden) return 'Other details'
        const says = (raw: unknown, from: BoardContent): string =>
          fieldWords(field, raw, from) || 'nothing'
        const side = end && object.fields[end]
        const by = typeof side === 'string' ? ` (${name(side)})` : ''
        return `${field.label}${by}: ${says(change.was, then)} → ${says(change.is, now)}`
      })
      return what.length > 0 ? [row(object, 'changed', [...new Set(what)])] : []
    }),
  ]
  return {
    trust: trust.flatMap((tie) =>
      tie.sides
        .filter(({ change, dimensions: all }) =>
          [change, ...all.map((d) => d.change)].some((c) => c !== 'same'),
        )
        .map((side): TrustRow => ({
          relationship: tie.id,
          by: name(side.by),
          about: name(side.about),
          was: figure(side.was),
          is: figure(side.is),
          change: side.change,
          dimensions: side.dimensions
            .filter(({ change }) => change !== 'same')
            .map((one) => `${names[one.dimension]} ${arrow(one)}`),
          gapWas: gap(tie.gap.was),
          gapIs: gap(tie.gap.is),
        })),
    ),
    things,
    facts: facts.map(
      ({ key, was, is }) =>
        `${{ title: 'Title', purpose: 'Purpose', marking: 'Marking' }[key]}: ${was || 'nothing'} → ${is || 'nothing'}`,
    ),
  }
}
