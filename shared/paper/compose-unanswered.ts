import { dimensions } from '../board/readings.ts'
import type { BoardView } from '../board/view.ts'
import { dimensionNames } from './compose-ties.ts'
import type { Block, Section } from './paper.ts'
import { leftOut, nameOf, type Side, type TieFacts } from './tie-facts.ts'
import { byName, listed } from './words.ts'

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

interface Silence {
  who: string
  what: string
  about: string[]
}

// One row for each organisation and each thing that it left out, however many partners it left it out about.
function tiesTable(view: BoardView, ties: readonly TieFacts[]): Block[] {
  const silences = new Map<string, Silence>()
  for (const tie of ties) {
    for (const [side, other] of [
      [tie.from, tie.to],
      [tie.to, tie.from],
    ] as const) {
      const what = gapsOf(side, view)
      if (what === '') continue
      const key = JSON.stringify([side.organisation, what])
      const known = silences.get(key)
      if (known) known.about.push(other.organisation)
      else silences.set(key, { who: side.organisation, what, about: [other.organisation] })
    }
  }
  if (silences.size === 0) return []
  const rows = [...silences.values()]
    .sort((a, b) => byName(a.who, b.who) || byName(a.what, b.what))
    .map(({ who, what, about }) => [
      { text: who, strong: true as const },
      { text: what },
      { text: listed(about.sort(byName)) },
    ])
  return [
    {
      kind: 'table',
      caption: 'Sides of relationships that have not answered, or not all of it',
      columns: [
        { label: 'Organisation', share: 4, align: 'left', names: true },
        { label: 'Has not answered', share: 3, align: 'left' },
        { label: 'About', share: 7, align: 'left' },
      ],
      rows,
    },
  ]
}

function organisationsTable(view: BoardView): Block[] {
  const sides = [
    ['brings', 'What it brings'],
    ['wants', 'What it wants'],
  ] as const
  const all = view.objects.filter((object) => object.type === 'organisation')
  const rows = sides.flatMap(([key, what]) => {
    const names = all.filter((object) => empty(object.fields[key])).map(nameOf)
    if (names.length === 0) return []
    const text =
      names.length === all.length && names.length > 2
        ? `None of the ${names.length} organisations has said`
        : listed(names.sort(byName))
    return [[{ text: what, strong: true as const }, { text }]]
  })
  if (rows.length === 0) return []
  return [
    {
      kind: 'table',
      caption: 'Organisations with an empty side',
      columns: [
        { label: 'Not said', share: 3, align: 'left', names: true },
        { label: 'Organisations', share: 9, align: 'left' },
      ],
      rows,
    },
  ]
}

/** What nobody has said yet, so that a gap in the evidence isn’t taken for agreement. */
export function composeUnanswered(view: BoardView, ties: readonly TieFacts[]): Section {
  const found: Block[] = [...tiesTable(view, ties), ...organisationsTable(view)]
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
