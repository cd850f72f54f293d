import { dimensions } from '../board/readings.ts'
import { dimensionNames } from './compose-ties.ts'
import type { Block, Section } from './paper.ts'
import { leftOut, nameOf, type Side, type TieFacts } from './tie-facts.ts'
import { byName } from './words.ts'
import type { ToldView } from './told-view.ts'

const empty = (value: unknown): boolean =>
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.every((item) => typeof item !== 'string' || item.trim() === ''))

function gapsOf(side: Side, view: ToldView): string {
  if (view.tieMeasure === 'contact') return side.value === undefined ? view.say('Contact') : ''
  const missing = leftOut(side.reading)
  if (missing.length === dimensions.length) return view.say('Nothing answered')
  return view.speech.list(missing.map((dimension) => view.say(dimensionNames[dimension])))
}

interface Silence {
  who: string
  what: string
  about: string[]
}

// One row for each organisation and each thing that it left out, however many partners it left it out about.
function tiesTable(view: ToldView, ties: readonly TieFacts[]): Block[] {
  const { say, speech } = view
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
      { text: speech.list(about.sort(byName)) },
    ])
  return [
    {
      kind: 'table',
      caption: say('Sides of relationships that have not answered, or not all of it'),
      columns: [
        { label: say('Organisation'), share: 4, align: 'left', names: true },
        { label: say('Has not answered'), share: 3, align: 'left' },
        { label: say('About'), share: 7, align: 'left' },
      ],
      rows,
    },
  ]
}

function organisationsTable(view: ToldView): Block[] {
  const { say, speech } = view
  const sides = [
    ['brings', say('What it brings')],
    ['wants', say('What it wants')],
  ] as const
  const all = view.objects.filter((object) => object.type === 'organisation')
  const rows = sides.flatMap(([key, what]) => {
    const names = all
      .filter((object) => empty(object.fields[key]))
      .map((object) => nameOf(object, say))
    if (names.length === 0) return []
    const text =
      names.length === all.length && names.length > 2
        ? speech.count(
            names.length,
            'The {n} organisation has not said',
            'None of the {n} organisations has said',
          )
        : speech.list(names.sort(byName))
    return [[{ text: what, strong: true as const }, { text }]]
  })
  if (rows.length === 0) return []
  return [
    {
      kind: 'table',
      caption: say('Organisations with an empty side'),
      columns: [
        { label: say('Not said'), share: 3, align: 'left', names: true },
        { label: say('Organisations'), share: 9, align: 'left' },
      ],
      rows,
    },
  ]
}

/** What nobody has said yet, so that a gap in the evidence isn’t taken for agreement. */
export function composeUnanswered(view: ToldView, ties: readonly TieFacts[]): Section {
  const found: Block[] = [...tiesTable(view, ties), ...organisationsTable(view)]
  return {
    orientation: 'portrait',
    blocks: [
      { kind: 'heading', level: 2, text: view.say('What was not answered') },
      ...(found.length > 0
        ? found
        : [
            {
              kind: 'paragraph' as const,
              text: view.say('Everything that was asked has an answer.'),
              style: 'body' as const,
            },
          ]),
    ],
  }
}
