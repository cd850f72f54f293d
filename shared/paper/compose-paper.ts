import { boardKeys } from '../board/layout.ts'
import { markingLine } from '../board/marking.ts'
import type { BoardView } from '../board/view.ts'
import { legend } from '../draw/legend.ts'
import { sceneOf } from '../draw/scene.ts'
import { describeMap, gapWords } from './describe-map.ts'
import { composeMethod } from './compose-method.ts'
import { composeRegisters, organisationsTable } from './compose-registers.ts'
import { composeTies } from './compose-ties.ts'
import { composeUnanswered } from './compose-unanswered.ts'
import { textsOf, type Block, type Paper, type Section } from './paper.ts'
import { clean, oneLine, textIn, toGlyphs } from './printable.ts'
import { isAnswered, isWide, nameOf, tiesOf, type TieFacts } from './tie-facts.ts'
import { byName, count, listed, longDate, shortened } from './words.ts'

/** What the board's document doesn't say of itself. */
export interface PaperOptions {
  title: string
  generatedAt: Date
  /** id of a frame: the map shows only what lies in it */
  frame?: string
}

const WIDEST = 3
const MOST_TITLE = 160

function glance(view: BoardView, ties: readonly TieFacts[]): string[] {
  const answered = ties.filter(isAnswered)
  const wide = ties.filter(isWide)
  const organisations = view.objects.filter((object) => object.type === 'organisation').length
  const objectives = view.objects.filter((object) => object.type === 'objective').length
  const commitments = view.objects.filter((object) => object.type === 'commitment')
  const imposed = commitments.filter((object) => object.fields['state'] === 'imposed').length
  const what = view.tieMeasure === 'trust' ? 'trust' : 'contact'
  return [
    `${count(organisations, 'organisation')} and ${count(ties.length, 'relationship')} are on the map.`,
    ...(ties.length > 0
      ? [
          `Both sides gave a figure for ${what} in ${answered.length} of ${count(ties.length, 'relationship')}.`,
        ]
      : []),
    ...(answered.length > 0
      ? [
          wide.length === 0
            ? 'Nowhere are the two sides a step or more apart.'
            : `In ${wide.length} of those ${answered.length} the two sides are a step or more apart.`,
        ]
      : []),
    ...wide.slice(0, WIDEST).map((tie) => `${gapWords(tie, view.tieMeasure)}.`),
    ...(objectives > 0 ? [`${count(objectives, 'shared objective')}.`] : []),
    ...(commitments.length > 0
      ? [
          `${count(commitments.length, 'commitment')}${imposed > 0 ? `, ${imposed} of them imposed` : ''}.`,
        ]
      : []),
  ]
}

function front(view: BoardView, ties: readonly TieFacts[], options: PaperOptions): Section {
  const purpose = textIn(view.fact(boardKeys.purpose))
  const names = view.objects.filter((o) => o.type === 'organisation').map(nameOf)
  const blocks: Block[] = [
    { kind: 'paragraph', text: 'Board paper', style: 'eyebrow' },
    { kind: 'heading', level: 1, text: options.title },
    ...(purpose ? [{ kind: 'paragraph' as const, text: purpose, style: 'lead' as const }] : []),
    {
      kind: 'facts',
      caption: 'About this paper',
      rows: [
        ['Date', longDate(options.generatedAt.toISOString())],
        ['Organisations taking part', names.length === 0 ? 'None yet' : listed(names.sort(byName))],
      ],
    },
    { kind: 'heading', level: 2, text: 'At a glance' },
    { kind: 'bullets', items: glance(view, ties) },
  ]
  return { orientation: 'portrait', blocks }
}

function map(view: BoardView, frame: string | undefined): Section {
  const part = frame === undefined ? {} : { frame }
  const scene = sceneOf(view.objects, view, part)
  const title =
    frame === undefined
      ? ''
      : shortened(oneLine(textIn(view.object(frame)?.fields['title'])), MOST_TITLE)
  const heading: Block = {
    kind: 'heading',
    level: 2,
    text: title ? `The map: ${title}` : 'The map',
  }
  if (scene.pieces.length === 0) {
    const nothing: Block = {
      kind: 'paragraph',
      text: 'There is nothing on the board yet.',
      style: 'body',
    }
    return { orientation: 'portrait', blocks: [heading, nothing] }
  }
  return {
    orientation: 'landscape',
    blocks: [
      heading,
      {
        kind: 'figure',
        alternative: describeMap(view, part),
        caption:
          view.tieMeasure === 'trust'
            ? 'Each relationship has two lanes. A lane starts at the organisation that speaks and shows how far it trusts the other.'
            : 'Each relationship has two lanes. A lane starts at the organisation that speaks and shows how much contact it reports.',
        scene,
        legend: legend(view.tieMeasure),
      },
    ],
  }
}

// Wide tables follow the map, all on landscape pages; then the rest, upright. A reader turns the paper once.
function joined(sections: readonly Section[]): Section[] {
  return (['landscape', 'portrait'] as const).flatMap((orientation): Section[] => {
    const blocks = sections.filter((s) => s.orientation === orientation).flatMap((s) => s.blocks)
    return blocks.length > 0 ? [{ orientation, blocks }] : []
  })
}

// Tables and figures are numbered through, so that a meeting can point at one.
function numbered(sections: readonly Section[]): Section[] {
  let tables = 0
  let figures = 0
  return sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => {
      if (block.kind === 'table')
        return { ...block, caption: `Table ${++tables}. ${block.caption}` }
      if (block.kind === 'figure')
        return { ...block, caption: `Figure ${++figures}. ${block.caption}` }
      return block
    }),
  }))
}

/** The board paper of a board as it is: the same board, title and date give the same paper. */
export function composePaper(view: BoardView, options: PaperOptions): Paper {
  const ties = tiesOf(view)
  const title = shortened(options.title, MOST_TITLE)
  const opening = [front(view, ties, { ...options, title }), map(view, options.frame)]
  const body = [
    ...composeTies(view, ties),
    organisationsTable(view),
    ...composeRegisters(view),
    composeUnanswered(view, ties),
  ]
  let missing = 0
  for (const text of textsOf([...opening, ...body])) missing += toGlyphs(clean(text)).missing
  const method = composeMethod(view, options.generatedAt, missing)
  return {
    title,
    subject: `Relationships, trust and shared objectives: ${title}`,
    language: 'en-GB',
    marking: markingLine(view.marking),
    generatedAt: options.generatedAt,
    sections: numbered([...opening, ...joined([...body, method])]),
  }
}
