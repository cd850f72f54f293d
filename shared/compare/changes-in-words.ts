import type { BoardObject } from '../board/object.ts'
import type { Dimension } from '../board/readings.ts'
import { formatGap, formatMean, type TieValue } from '../measures/tie.ts'
import { definitionOf } from '../objects/index.ts'
import { titleOf } from '../objects/title.ts'
import { fieldWords } from '../paper/compose-registers.ts'
import type { Say } from '../words/words.ts'
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

/** A comparison in plain words, as a board paper shows it. */
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

const figure = (value: TieValue, say: Say): string =>
  value === undefined ? '–' : value === 'unknown' ? say('don’t know') : formatMean(value)

const gap = (value: number | undefined): string => (value === undefined ? '' : formatGap(value))

const typeOf = ({ type }: BoardObject): string => definitionOf(type)?.name.one ?? 'Something else'

/** What stands for changes of what no field shows. */
export const UNTOLD = 'Other details'

const factNames = { title: 'Title', purpose: 'Purpose', marking: 'Marking' } as const

/** The comparison of `then` and `now` in plain words, moves left out: what changed since the last version, for a paper; `became` says that one value has taken the place of another. */
export function changesInWords(
  { added, removed, changed, facts, trust }: Comparison,
  [then, now]: readonly [then: BoardContent, now: BoardContent],
  { say, became }: { say: Say; became(was: string, is: string): string },
): ChangesInWords {
  const name = (id: string): string => titleOf(now.object(id) ?? then.object(id), say)
  const step = ({ was, is }: Step): string => became(figure(was, say), figure(is, say))
  const row = (object: BoardObject, kind: ChangeRow['kind'], what: string[] = []): ChangeRow => ({
    id: object.id,
    kind,
    type: say(typeOf(object)),
    name: titleOf(object, say),
    what,
  })
  const things = [
    ...added.map((object) => row(object, 'added')),
    ...removed.map((object) => row(object, 'removed')),
    ...changed.flatMap(({ is: object, fields }) => {
      const what = fields.map((change) => {
        const { field, end } = change
        if (!field || field.hidden) return say(UNTOLD)
        const says = (raw: unknown, from: BoardContent): string =>
          fieldWords(field, raw, { object: (id) => from.object(id), say }) || say('nothing')
        const side = end && object.fields[end]
        const by = typeof side === 'string' ? ` (${name(side)})` : ''
        return `${say(field.label)}${by}: ${became(says(change.was, then), says(change.is, now))}`
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
          was: figure(side.was, say),
          is: figure(side.is, say),
          change: side.change,
          dimensions: side.dimensions
            .filter(({ change }) => change !== 'same')
            .map((one) => `${say(names[one.dimension])} ${step(one)}`),
          gapWas: gap(tie.gap.was),
          gapIs: gap(tie.gap.is),
        })),
    ),
    things,
    facts: facts.map(
      ({ key, was, is }) =>
        `${say(factNames[key])}: ${became(was || say('nothing'), is || say('nothing'))}`,
    ),
  }
}
