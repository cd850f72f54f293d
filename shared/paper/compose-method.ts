import { endsOf } from '../draw/tie-settings.ts'
import { formatFigure } from '../measures/figure.ts'
import { levelFigure } from '../measures/levels.ts'
import { networkOf } from '../measures/network.ts'
import { reachFigure } from '../measures/people.ts'
import { gapFigure, trustFigure } from '../measures/trust.ts'
import type { Block, Section } from './paper.ts'
import { MISSING } from './printable.ts'
import { sourceOf } from './source.ts'
import { longMoment } from './words.ts'
import type { ToldView } from './told-view.ts'
import type { Say } from '../words/words.ts'

const trust = (say: Say): Block[] => [
  { kind: 'heading', level: 3, text: say('Trust') },
  {
    kind: 'paragraph',
    style: 'body',
    text: say(
      'Each side of a relationship says how far it trusts the other, for reliability, shared purpose and openness: 1 not at all, 2 a small amount, 3 a fair amount, 4 a great deal, or don’t know. The newest answer of each side counts. A missing answer is missing; it is never counted as zero.',
    ),
  },
  { kind: 'paragraph', style: 'formula', text: say('trust % = (mean − 1) / 3 × 100') },
  {
    kind: 'paragraph',
    style: 'body',
    text: say(
      'The mean is that of the dimensions which one side has answered. So 1 is 0%, 2 is 33%, 3 is 67% and 4 is 100%.',
    ),
  },
]

const contact = (say: Say): Block[] => [
  { kind: 'heading', level: 3, text: say('Contact') },
  {
    kind: 'paragraph',
    style: 'body',
    text: say(
      'Each side of a relationship says how often it is in contact with the other: 1 rarely, 2 now and then, 3 often, 4 all the time. A missing answer is missing; it is never counted as zero.',
    ),
  },
]

/** The figures whose formulas the paper prints: those that it, or the map's own panel, shows. */
function figures(view: ToldView): Block[] {
  const { say } = view
  const source = sourceOf(view)
  const { density, reciprocity, centralisation } = networkOf(source)
  const rows = (
    [
      [say('Trust, over all sides'), trustFigure(source)],
      [say('Gaps'), gapFigure(source)],
      [say('Level of working together as needed'), levelFigure(source)],
      [say('Objectives that reach the sharp end'), reachFigure(source)],
      [say('Density'), density],
      [say('Reciprocity'), reciprocity],
      [say('Centralisation'), centralisation],
    ] as const
  )
    .filter(([, { value }]) => value !== undefined)
    .map(([name, figure]) => [
      { text: name, strong: true as const },
      {
        text: formatFigure(figure),
        note: say('{n} of {all}', { n: figure.count, all: figure.of }),
      },
      { text: say(figure.formula) },
    ])
  if (rows.length === 0) return []
  return [
    { kind: 'heading', level: 3, text: say('Figures') },
    {
      kind: 'table',
      caption: say('Figures of the whole map, with their formulas'),
      columns: [
        { label: say('Figure'), share: 3.4, align: 'left', names: true },
        { label: say('Value'), share: 1.8, align: 'centre' },
        { label: say('How it is worked out'), share: 7.8, align: 'left' },
      ],
      rows,
    },
  ]
}

function gap({ tieMeasure, say }: ToldView): Block[] {
  return [
    { kind: 'heading', level: 3, text: say('Gap') },
    {
      kind: 'paragraph',
      style: 'formula',
      text:
        tieMeasure === 'trust'
          ? say('gap = mean of A − mean of B')
          : say('gap = answer of A − answer of B'),
    },
    {
      kind: 'paragraph',
      style: 'body',
      text: say(
        'A gap is counted in steps and keeps its sign: above zero, A says more than B. The two sides are never averaged, because the difference is what there is to talk about.',
      ),
    },
  ]
}

/** How the figures came about, and what this paper can’t show. */
export function composeMethod(view: ToldView, generatedAt: Date, missing: number): Section {
  const { say, speech } = view
  const lost = view.objects.filter((object) => {
    const ends = object.type === 'relationship' ? endsOf(object) : ['', '']
    return !ends || (object.type === 'relationship' && ends.some((id) => !view.object(id)))
  }).length
  const notes = [
    say('Made from the board as it was on {moment}.', { moment: longMoment(generatedAt, say) }),
    ...(lost > 0
      ? [
          speech.count(
            lost,
            'Left out: {n} relationship that has lost an organisation.',
            'Left out: {n} relationships that have lost an organisation.',
          ),
        ]
      : []),
    ...(missing > 0
      ? [
          speech.count(
            missing,
            '{n} character on the board is not in the typeface of this paper. In the PDF and in pictures it shows as {mark}; the Word file’s text and the JSON file keep it.',
            '{n} characters on the board are not in the typeface of this paper. In the PDF and in pictures each of them shows as {mark}; the Word file’s text and the JSON file keep them.',
            { mark: MISSING },
          ),
        ]
      : []),
  ]
  return {
    orientation: 'portrait',
    blocks: [
      { kind: 'heading', level: 2, text: say('How this was worked out') },
      // First, as at the end it could be alone on a page.
      { kind: 'bullets', items: notes },
      ...(view.tieMeasure === 'trust' ? trust(say) : contact(say)),
      ...gap(view),
      ...figures(view),
    ],
  }
}
