import type { BoardView } from '../board/view.ts'
import { endsOf } from '../draw/tie-settings.ts'
import { formatFigure } from '../measures/figure.ts'
import { levelFigure } from '../measures/levels.ts'
import { networkOf } from '../measures/network.ts'
import { reachFigure } from '../measures/people.ts'
import { gapFigure, trustFigure } from '../measures/trust.ts'
import type { Block, Section } from './paper.ts'
import { MISSING } from './printable.ts'
import { sourceOf } from './source.ts'
import { count, longMoment } from './words.ts'

const trust: readonly Block[] = [
  { kind: 'heading', level: 3, text: 'Trust' },
  {
    kind: 'paragraph',
    style: 'body',
    text: 'Each side of a relationship says how far it trusts the other, for reliability, shared purpose and openness: 1 not at all, 2 a small amount, 3 a fair amount, 4 a great deal, or don’t know. The newest answer of each side counts. A missing answer is missing; it is never counted as zero.',
  },
  { kind: 'paragraph', style: 'formula', text: 'trust % = (mean − 1) / 3 × 100' },
  {
    kind: 'paragraph',
    style: 'body',
    text: 'The mean is that of the dimensions which one side has answered. So 1 is 0%, 2 is 33%, 3 is 67% and 4 is 100%.',
  },
]

const contact: readonly Block[] = [
  { kind: 'heading', level: 3, text: 'Contact' },
  {
    kind: 'paragraph',
    style: 'body',
    text: 'Each side of a relationship says how often it is in contact with the other: 1 rarely, 2 now and then, 3 often, 4 all the time. A missing answer is missing; it is never counted as zero.',
  },
]

/** The figures whose formulas the paper prints: those that it, or the map's own panel, shows. */
function figures(view: BoardView): Block[] {
  const source = sourceOf(view)
  const { density, reciprocity, centralisation } = networkOf(source)
  const rows = (
    [
      ['Trust, over all sides', trustFigure(source)],
      ['Gaps', gapFigure(source)],
      ['Level of working together as needed', levelFigure(source)],
      ['Objectives that reach the sharp end', reachFigure(source)],
      ['Density', density],
      ['Reciprocity', reciprocity],
      ['Centralisation', centralisation],
    ] as const
  )
    .filter(([, { value }]) => value !== undefined)
    .map(([name, figure]) => [
      { text: name, strong: true as const },
      { text: formatFigure(figure).replace(' ', ''), note: `${figure.count} of ${figure.of}` },
      { text: figure.formula },
    ])
  if (rows.length === 0) return []
  return [
    { kind: 'heading', level: 3, text: 'Figures' },
    {
      kind: 'table',
      caption: 'Figures of the whole map, with their formulas',
      columns: [
        { label: 'Figure', share: 3.4, align: 'left', names: true },
        { label: 'Value', share: 1.8, align: 'centre' },
        { label: 'How it is worked out', share: 7.8, align: 'left' },
      ],
      rows,
    },
  ]
}

function gap(measure: BoardView['tieMeasure']): Block[] {
  return [
    { kind: 'heading', level: 3, text: 'Gap' },
    {
      kind: 'paragraph',
      style: 'formula',
      text: measure === 'trust' ? 'gap = mean of A − mean of B' : 'gap = answer of A − answer of B',
    },
    {
      kind: 'paragraph',
      style: 'body',
      text: 'A gap is counted in steps and keeps its sign: above zero, A says more than B. The two sides are never averaged, because the difference is what there is to talk about.',
    },
  ]
}

/** How the figures came about, and what this paper can’t show. */
export function composeMethod(view: BoardView, generatedAt: Date, missing: number): Section {
  const lost = view.objects.filter((object) => {
    const ends = object.type === 'relationship' ? endsOf(object) : ['', '']
    return !ends || (object.type === 'relationship' && ends.some((id) => !view.object(id)))
  }).length
  const notes = [
    `Made from the board as it was on ${longMoment(generatedAt)}.`,
    ...(lost > 0
      ? [`Left out: ${count(lost, 'relationship')} that has lost an organisation.`]
      : []),
    ...(missing > 0
      ? [
          `${count(missing, 'character')} on the board ${missing === 1 ? 'is' : 'are'} not in the typeface of this paper. In the PDF and in pictures each of them shows as ${MISSING}; the Word file’s text and the JSON file keep them.`,
        ]
      : []),
  ]
  return {
    orientation: 'portrait',
    blocks: [
      { kind: 'heading', level: 2, text: 'How this was worked out' },
      ...(view.tieMeasure === 'trust' ? trust : contact),
      ...gap(view.tieMeasure),
      ...figures(view),
      { kind: 'heading', level: 3, text: 'This paper' },
      { kind: 'bullets', items: notes },
    ],
  }
}
