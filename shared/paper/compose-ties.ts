import { dimensions, trustPercent, type Dimension } from '../board/readings.ts'
import { formatGap, formatMean, WIDE_GAP } from '../measures/tie.ts'
import type { Field } from '../objects/fields.ts'
import { relationship } from '../objects/relationship.ts'
import type { Block, Cell, Column, Section } from './paper.ts'
import { textIn } from './printable.ts'
import { isWide, type Side, type TieFacts } from './tie-facts.ts'
import type { Say } from '../words/words.ts'
import type { ToldView } from './told-view.ts'

/** What stands in a cell for *don’t know*, and for no answer. */
const DONT_KNOW = '?'
const NO_ANSWER = '–'

/** The names of the dimensions in tables and sentences. */
export const dimensionNames: Readonly<Record<Dimension, string>> = {
  reliability: 'Reliability',
  purpose: 'Shared purpose',
  openness: 'Openness',
}

// The spaces don’t break, so that the sum stays on one line.
const gapName = (say: Say): string => say('Gap, A − B').replaceAll(' ', '\u00a0')

const names = (say: Say): Column[] => [
  { label: say('Organisation A'), share: 6, align: 'left', names: true },
  { label: say('Organisation B'), share: 6, align: 'left', names: true },
]

const nameCells = (tie: TieFacts): Cell[] => [
  { text: tie.from.organisation, strong: true, ...(tie.label && { note: tie.label }) },
  { text: tie.to.organisation, strong: true },
]

function figure(value: Side['value'], percent: boolean): Cell {
  if (value === undefined) return { text: NO_ANSWER }
  if (value === 'unknown') return { text: DONT_KNOW }
  return { text: percent ? `${Math.round(trustPercent(value))}%` : formatMean(value) }
}

// Sides can agree on the whole and be far apart in one thing; the mean would hide it.
function furthest({ from, to }: TieFacts, say: Say): string | undefined {
  let widest: { dimension: Dimension; gap: number } | undefined
  for (const dimension of dimensions) {
    const [a, b] = [from.reading?.[dimension], to.reading?.[dimension]]
    if (typeof a !== 'number' || typeof b !== 'number') continue
    const gap = a - b
    if (Math.abs(gap) > Math.abs(widest?.gap ?? 0)) widest = { dimension, gap }
  }
  if (!widest || Math.abs(widest.gap) < WIDE_GAP) return undefined
  return `${say(dimensionNames[widest.dimension])} ${formatGap(widest.gap)}`
}

function gapCell(tie: TieFacts, detail?: string): Cell {
  if (tie.gap === undefined) return { text: NO_ANSWER }
  return {
    text: formatGap(tie.gap),
    ...(isWide(tie) && { strong: true as const }),
    ...(detail !== undefined && { note: detail }),
  }
}

function trustTable(ties: readonly TieFacts[], say: Say): Block {
  const sides = [
    [say('A’s trust in B'), 'from'],
    [say('B’s trust in A'), 'to'],
  ] as const
  const columns: Column[] = [
    ...names(say),
    ...sides.flatMap(([group]): Column[] => [
      ...dimensions.map((d): Column => ({
        label: say(dimensionNames[d]),
        share: 2.9,
        align: 'centre',
        group,
      })),
      { label: say('Trust'), share: 2.2, align: 'centre', group },
    ]),
    { label: gapName(say), share: 3.6, align: 'centre' },
  ]
  const rows = ties.map((tie) => [
    ...nameCells(tie),
    ...sides.flatMap(([, end]) => {
      const { reading, value } = tie[end]
      return [...dimensions.map((d) => figure(reading?.[d], false)), figure(value, true)]
    }),
    gapCell(tie, furthest(tie, say)),
  ])
  return {
    kind: 'table',
    caption: say('Trust between organisations, both sides, widest gap first'),
    columns,
    rows,
  }
}

const endFields: Readonly<Record<string, Field>> = relationship.fields['ends'].fields

function answerWords(field: Field, value: unknown, say: Say): string {
  switch (field.kind) {
    case 'scale':
      return typeof value === 'number'
        ? `${say(field.steps[value - field.min] ?? '')} (${value})`
        : NO_ANSWER
    case 'choice':
      return value === field.default
        ? NO_ANSWER
        : say(field.options.find((option) => option.value === value)?.label ?? NO_ANSWER)
    case 'text':
    case 'line':
      return textIn(value) || NO_ANSWER
    default:
      return NO_ANSWER
  }
}

function difference(field: Field, [a, b]: readonly [unknown, unknown], say: Say): Cell {
  if (field.kind === 'scale') {
    if (typeof a !== 'number' || typeof b !== 'number') return { text: NO_ANSWER }
    return { text: formatGap(a - b), ...(Math.abs(a - b) >= WIDE_GAP && { strong: true as const }) }
  }
  if ([a, b].some((value) => answerWords(field, value, say) === NO_ANSWER))
    return { text: NO_ANSWER }
  return a === b ? { text: say('Same') } : { text: say('Different'), strong: true }
}

/** The table of one question that both sides answer for themselves; undefined when nobody has answered it. */
function endTable(
  [key, field]: readonly [string, Field],
  ties: readonly TieFacts[],
  say: Say,
): Block | undefined {
  const told = ties.filter(({ from, to }) =>
    [from, to].some((side) => answerWords(field, side.answers[key], say) !== NO_ANSWER),
  )
  if (told.length === 0) return undefined
  const prose = field.kind === 'text' || field.kind === 'line'
  const columns: Column[] = [
    ...names(say),
    { label: say('A says'), share: prose ? 8 : 4.7, align: 'left' },
    { label: say('B says'), share: prose ? 8 : 4.7, align: 'left' },
  ]
  if (!prose) {
    const label = field.kind === 'scale' ? gapName(say) : say('A and B')
    columns.push({ label, share: 3.2, align: 'centre' })
  }
  const rows = told.map((tie) => {
    const [a, b] = [tie.from.answers[key], tie.to.answers[key]]
    return [
      ...nameCells(tie),
      { text: answerWords(field, a, say) },
      { text: answerWords(field, b, say) },
      ...(prose ? [] : [difference(field, [a, b], say)]),
    ]
  })
  const help = say(field.help ?? '')
  const about = help === '' ? '' : `: ${help.charAt(0).toLowerCase()}${help.slice(1)}`
  return { kind: 'table', caption: `${say(field.label)}${about}`, columns, rows }
}

function placesTable(ties: readonly TieFacts[], say: Say): Block | undefined {
  const text = (tie: TieFacts, key: string): string => textIn(tie.values[key])
  const told = ties.filter((tie) => text(tie, 'sharedPlace') || text(tie, 'competingFor'))
  if (told.length === 0) return undefined
  return {
    kind: 'table',
    caption: say('Shared places, and what both go after'),
    columns: [
      ...names(say),
      { label: say('Shared place'), share: 6, align: 'left' },
      { label: say('Competing for'), share: 6, align: 'left' },
    ],
    rows: told.map((tie) => [
      ...nameCells(tie),
      { text: text(tie, 'sharedPlace') || NO_ANSWER },
      { text: text(tie, 'competingFor') || NO_ANSWER },
    ]),
  }
}

/** The relationships: what each side says beside what the other says, never their average. */
export function composeTies(view: ToldView, ties: readonly TieFacts[]): Section[] {
  if (ties.length === 0) return []
  const trust = view.tieMeasure === 'trust'
  const { say } = view
  const heading: Block = { kind: 'heading', level: 2, text: say('Relationships') }
  const read: Block = {
    kind: 'paragraph',
    style: 'body',
    text: say(
      'A and B are the two sides, and each speaks for itself: “{unknown}” means don’t know, “{none}” no answer. The gap is A’s figure minus B’s; a gap of one step or more is in bold.',
      { unknown: DONT_KNOW, none: NO_ANSWER },
    ),
  }
  const keys = Object.keys(endFields)
  const order = trust ? keys : ['contact', ...keys.filter((key) => key !== 'contact')]
  const others = order.flatMap((key): Block[] => {
    const field = endFields[key]
    const table = field && endTable([key, field], ties, say)
    return table ? [table] : []
  })
  const places = placesTable(ties, say)
  const rest = places ? [...others, places] : others
  if (!trust) return [{ orientation: 'portrait', blocks: [heading, read, ...rest] }]
  return [
    { orientation: 'landscape', blocks: [heading, read, trustTable(ties, say)] },
    {
      orientation: 'portrait',
      blocks:
        rest.length === 0
          ? []
          : [
              { kind: 'heading', level: 2, text: say('How each side sees the relationship') },
              ...rest,
            ],
    },
  ]
}
