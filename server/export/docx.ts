import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TabStopType,
  TextRun,
  type ISectionOptions,
  type Table,
} from 'docx'
import { packSteadily } from './docx-pack.ts'
import { BULLETS, NUMBERS, paperNumbering, paperStyles, twips } from './docx-styles.ts'
import { docxFacts, docxTable, runsOf } from './docx-table.ts'
import type {
  Block,
  Figure,
  Paper,
  Paragraph as PaperParagraph,
  Section,
} from '../../shared/paper/paper.ts'
import { figureRoom, margins, pageSize } from '../../shared/paper/page.ts'
import { noImages, type ExportImages } from './images.ts'
import { rasterOf } from './picture.ts'
import { Tally, unheard } from './tally.ts'
import { FAMILY, fontBytes } from './typeface.ts'
import { withLegend } from '../../shared/paper/with-legend.ts'

/** Dots of a picture for each point: 216 dots an inch. */
const CRISP = 3

const levels = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
} as const

const paragraphStyles: Readonly<Record<PaperParagraph['style'], string>> = {
  eyebrow: 'Eyebrow',
  lead: 'Lead',
  draft: 'Draft',
  body: 'Normal',
  quiet: 'SmallPrint',
  formula: 'Formula',
}

function figure(block: Figure, section: Section, images: ExportImages): Paragraph[] {
  const { scene, scale } = withLegend(block, figureRoom(section.orientation))
  const data = rasterOf(scene, {
    scale: scale * CRISP,
    background: null,
    image: images.painted(),
  })
  const pixels = 96 / 72
  const picture = new ImageRun({
    type: 'png',
    data,
    transformation: {
      width: Math.round(scene.box.width * scale * pixels),
      height: Math.round(scene.box.height * scale * pixels),
    },
    altText: { id: '1', name: 'Map', description: block.alternative },
  })
  return [
    new Paragraph({ children: [picture], keepNext: true }),
    new Paragraph({ style: 'SmallPrint', ...runsOf(block.caption) }),
  ]
}

function childrenOf(
  block: Block,
  section: Section,
  images: ExportImages,
  index: number,
): (Paragraph | Table)[] {
  const [before, next] = [section.blocks[index - 1], section.blocks[index + 1]]
  const width = twips(pageSize(section.orientation)[0] - 2 * margins[section.orientation].side)
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: levels[block.level],
          // Word keeps the space above a heading even where it opens a page.
          ...(index === 0 && { spacing: { before: 0 } }),
          ...runsOf(block.text),
        }),
      ]
    case 'paragraph': {
      // What leads into a table belongs to it, and small print under a heading to what it is about.
      const leads =
        next?.kind === 'table' || (block.style === 'quiet' && before?.kind === 'heading')
      return [
        new Paragraph({
          style: paragraphStyles[block.style],
          ...(leads && { keepNext: true }),
          ...runsOf(block.text),
        }),
      ]
    }
    case 'bullets':
      return block.items.map(
        (item) =>
          new Paragraph({
            style: 'ListParagraph',
            numbering: { reference: block.numbered ? NUMBERS : BULLETS, level: 0 },
            ...runsOf(item),
          }),
      )
    case 'table':
      return docxTable(block, width)
    case 'facts':
      return docxFacts(block, width)
    case 'figure':
      return figure(block, section, images)
  }
}

const marked = (marking: string): Paragraph[] =>
  marking === ''
    ? []
    : [new Paragraph({ style: 'Marking', alignment: AlignmentType.CENTER, text: marking })]

const numbersIn = (pages: string): string[] =>
  pages
    .split(/(\{\w+\})/)
    .map((part) =>
      part === '{n}' ? PageNumber.CURRENT : part === '{all}' ? PageNumber.TOTAL_PAGES : part,
    )

function sectionOf(
  section: Section,
  { title, marking, pages }: Paper,
  images: ExportImages,
  tally: Tally,
): ISectionOptions {
  const [width, height] = pageSize(section.orientation)
  const edge = margins[section.orientation]
  const line = new Paragraph({
    style: 'Running',
    tabStops: [{ type: TabStopType.RIGHT, position: twips(width - 2 * edge.side) }],
    children: [...runsOf(title).children, new TextRun({ children: ['\t', ...numbersIn(pages)] })],
  })
  const landscape = section.orientation === 'landscape'
  return {
    properties: {
      page: {
        // Word’s own way: the size as it stands upright, and a word that it is turned.
        size: {
          width: twips(landscape ? height : width),
          height: twips(landscape ? width : height),
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: twips(edge.top),
          bottom: twips(edge.bottom),
          left: twips(edge.side),
          right: twips(edge.side),
          header: twips(30),
          footer: twips(24),
        },
      },
    },
    headers: {
      default: new Header({ children: marking === '' ? [new Paragraph('')] : marked(marking) }),
    },
    footers: { default: new Footer({ children: [line, ...marked(marking)] }) },
    children: section.blocks.flatMap((block, i) => {
      const children = childrenOf(block, section, images, i)
      tally.whole(block)
      return children
    }),
  }
}

/** A board paper as a Word document: the same paper gives the same bytes. `report` is told how much is written. */
export async function docxOf(
  paper: Paper,
  images = noImages,
  report = unheard,
): Promise<Uint8Array> {
  const tally = new Tally(paper, report)
  const document = new Document({
    title: paper.title,
    subject: paper.subject,
    creator: 'Rapport',
    lastModifiedBy: 'Rapport',
    description: '',
    styles: paperStyles(paper.language),
    numbering: paperNumbering,
    fonts: [{ name: FAMILY, data: fontBytes(400), bold: fontBytes(700) }],
    sections: paper.sections.map((section) => sectionOf(section, paper, images, tally)),
  })
  report({ step: 'packing' })
  const bytes = await Packer.toBuffer(document)
  return packSteadily(bytes, paper.generatedAt)
}
