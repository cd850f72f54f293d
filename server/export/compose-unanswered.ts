import { dimensions } from '../../shared/board/readings.ts'
import type { BoardView } from '../../shared/board/view.ts'
import { titleOf } from './compose-registers.ts'
import { dimensionNames } from './compose-ties.ts'
import type { Block, Section } from './paper.ts'
import { nameOf, leftOut, pairOf, type Side, type TieFacts } from './tie-facts.ts'
import { byName, count, listed } from './words.ts'

const empty = (value: unknown): boolean =>
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.every((item) => typeof item !== 'string' || item.trim() === ''))

function gapsOf(side: Side, view: BoardView): string {
  if (view.tieMeasure === 'contact') return side.value === undefined ? 'Contact' : ''
  const missing = leftOut(side.reading)
  if (missing.length === dimensions.length) return 'Nothing answered'
  return listed(missing.map((dimension) => dimensionNames[dimension]))
}

function tiesTable(view: BoardView, ties: readonly TieFacts[]): Block[] {
  const rows = ties.flatMap((tie) =>
    [[tie.from, tie.to] as const, [tie.to, tie.from] as const].flatMap(([side]) => {
      const missing = gapsOf(side, view)
      return missing === ''
        ? []
        : [
            [
              { text: pairOf(tie) },
              { text: side.organisation, strong: true as const },
              { text: missing },
            ],
          ]
    }),
  )
  if (rows.length === 0) return []
  return [
    {
      kind: 'table',
      caption: 'Sides of relationships that have not answered, or not all of it',
      columns: [
        { label: 'Relationship', share: 6, align: 'left', names: true },
        { label: 'Who has not answered', share: 4, align: 'left' },
        { label: 'What', share: 4, align: 'left' },
      ],
      rows,
    },
  ]
}

function organisationsTable(view: BoardView): Block[] {
  const rows = view.objects
    .filter((object) => object.type === 'organisation')
    .map((object) => ({
      name: nameOf(object),
      missing: [
        ...(empty(object.fields['brings']) ? ['what it brings'] : []),
        ...(empty(object.fields['wants']) ? ['what it wants'] : []),
      ],
    }))
    .filter(({ missing }) => missing.length > 0)
    .sort((a, b) => byName(a.name, b.name))
    .map(({ name, missing }) => [
      { text: name, strong: true as const },
      { text: `Has not said ${listed(missing)}` },
    ])
  if (rows.length === 0) return []
  return [
    {
      kind: 'table',
      caption: 'Organisations with an empty side',
      columns: [
        { label: 'Organisation', share: 5, align: 'left', names: true },
        { label: 'Not said', share: 6, align: 'left' },
      ],
      rows,
    },
  ]
}

function flags(view: BoardView): string[] {
  const of = (type: string) => view.objects.filter((object) => object.type === type)
  const worthless = of('objective')
    .filter((o) => empty(o.fields['publicValue']))
    .map(titleOf)
  const unowned = of('commitment')
    .filter((o) => empty(o.fields['owner']) || empty(o.fields['due']))
    .map(titleOf)
  return [
    ...(worthless.length > 0
      ? [`${count(worthless.length, 'objective')} without a public value: ${listed(worthless)}.`]
      : []),
    ...(unowned.length > 0
      ? [`${count(unowned.length, 'commitment')} without an owner or a date: ${listed(unowned)}.`]
      : []),
  ]
}

/** What nobody has said yet, so that a gap in the evidence isn’t taken for agreement. */
export function composeUnanswered(view: BoardView, ties: readonly TieFacts[]): Section {
  const items = flags(view)
  const found: Block[] = [
    ...(items.length > 0 ? [{ kind: 'bullets' as const, items }] : []),
    ...tiesTable(view, ties),
    ...organisationsTable(view),
  ]
  return {
    orientation: 'portrait',
    blocks: [
      { kind: 'heading', level: 2, text: 'What was not answered' },
      ...(found.length > 0
        ? found
        : [
            {
              kind: 'paragraph' as const,
              text: 'Everything that was asked has an answer.',
              style: 'body' as const,
            },
          ]),
    ],
  }
}
