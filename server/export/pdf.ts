import { colour } from '../../shared/look/palette.ts'
import { breakText } from '../../shared/text/break.ts'
import { isRightToLeft } from '../../shared/text/direction.ts'
import { baseline } from '../../shared/text/measure.ts'
import type { Block, Bullets, Figure, Heading, Paper, Paragraph } from '../../shared/paper/paper.ts'
import { TaggedPdf } from './pdf-document.ts'
import { margins } from '../../shared/paper/page.ts'
import { noImages, type ExportImages } from './images.ts'
import { Flow, heightOf, linesOf, styles, type Line, type TextStyle } from './pdf-flow.ts'
import { PdfImages } from './pdf-images.ts'
import { paintScene } from './pdf-picture.ts'
import { Tally, unheard } from './tally.ts'
import { leastTable, writeFacts, writeTable } from './pdf-table.ts'
import { withLegend } from '../../shared/paper/with-legend.ts'

type Struct = PDFKit.PDFStructureElement
type Outline = PDFKit.PDFOutline

const headingStyles = {
  1: { style: styles.title, before: 0, after: 14 },
  2: { style: styles.heading2, before: 26, after: 8 },
  3: { style: styles.heading3, before: 16, after: 4 },
} as const

const paragraphGaps: Readonly<
  Record<Paragraph['style'], readonly [before: number, after: number]>
> = {
  eyebrow: [0, 10],
  lead: [0, 10],
  draft: [0, 7],
  body: [0, 9],
  quiet: [0, 8],
  formula: [2, 9],
}

const BULLET = 16
const NUMBER = 24

class PaperWriter {
  readonly #flow: Flow
  readonly #pdf: TaggedPdf
  readonly #root: Struct
  readonly #images: PdfImages
  readonly #tally: Tally
  #chapter: Outline | undefined

  constructor(pdf: TaggedPdf, images: ExportImages, tally: Tally) {
    this.#tally = tally
    this.#pdf = pdf
    this.#images = new PdfImages(pdf, images)
    this.#flow = new Flow(pdf)
    this.#root = pdf.struct('Document')
    pdf.addStructure(this.#root)
  }

  write({ sections }: Paper): void {
    for (const { orientation, blocks } of sections) {
      this.#flow.page(orientation)
      const part = this.#pdf.struct('Sect')
      this.#root.add(part)
      for (const [index, block] of blocks.entries()) {
        this.#block(part, block, blocks.slice(index + 1))
        this.#tally.block(block)
      }
      part.end()
    }
    this.#root.end()
  }

  #block(part: Struct, block: Block, following: readonly Block[]): void {
    switch (block.kind) {
      case 'heading':
        return this.#heading(part, block, following)
      case 'paragraph':
        return this.#paragraph(part, block)
      case 'bullets':
        return this.#bullets(part, block)
      case 'table':
        return writeTable(this.#flow, part, block, () => this.#tally.row())
      case 'facts':
        return writeFacts(this.#flow, part, block)
      case 'figure':
        return this.#figure(part, block)
    }
  }

  // What has to stand with a heading: enough of the next block that the heading is not alone at the foot of a page.
  #least(blocks: readonly Block[]): number {
    const [block, ...rest] = blocks
    const flow = this.#flow
    switch (block?.kind) {
      case undefined:
        return 0
      case 'heading': {
        const { style, before, after } = headingStyles[block.level]
        return before + heightOf(linesOf(block.text, style, flow.width)) + after + this.#least(rest)
      }
      case 'paragraph': {
        const lines = linesOf(block.text, styles[block.style], flow.width)
        const own = heightOf(lines.slice(0, 3))
        const next = rest[0]?.kind
        // A short paragraph that leads into a table belongs to it, a mark to what it marks, and small print under a heading to what it is about.
        return (lines.length <= 4 && next === 'table') ||
          block.style === 'draft' ||
          (block.style === 'quiet' && next !== undefined && next !== 'heading')
          ? heightOf(lines) + 24 + this.#least(rest)
          : own
      }
      case 'bullets':
        return styles.body.lineHeight * 3
      case 'table':
        return 14 + leastTable(block, flow)
      case 'facts':
        return 60
      case 'figure':
        return 200
    }
  }

  #heading(part: Struct, { level, text }: Heading, following: readonly Block[]): void {
    const flow = this.#flow
    const { style, before, after } = headingStyles[level]
    const lines = linesOf(text, style, flow.width)
    flow.gap(before)
    flow.need(heightOf(lines) + after + Math.min(this.#least(following), flow.whole / 2))
    this.#bookmark(level, text)
    this.#element(part, `H${level}`, () => flow.write(lines, flow.left, flow.y, flow.width, 'left'))
    flow.y += heightOf(lines) + after
  }

  #bookmark(level: Heading['level'], text: string): void {
    const top = Math.max(0, this.#flow.y - 12)
    const at = { top, left: this.#pdf.page.width, expanded: true }
    if (level === 3) this.#chapter?.addItem(text, at)
    else this.#chapter = this.#pdf.outline.addItem(text, at)
  }

  #paragraph(part: Struct, { text, style }: Paragraph): void {
    const [before, after] = paragraphGaps[style]
    this.#flow.gap(before)
    this.#running(part, 'P', text, styles[style], this.#flow.left, this.#flow.width)
    this.#flow.gap(after)
  }

  // Text that may go on over the page, with no line of it alone on either side.
  #running(
    part: Struct,
    type: string,
    text: string,
    style: TextStyle,
    x: number,
    width: number,
  ): void {
    const flow = this.#flow
    const element = this.#pdf.struct(type)
    part.add(element)
    let rest: Line[] = linesOf(text, style, width)
    for (;;) {
      let fit = Math.min(rest.length, Math.floor(flow.room / style.lineHeight))
      if (fit < rest.length) {
        if (rest.length - fit === 1) fit--
        if (fit < 2 && !flow.isFresh) fit = 0
      }
      const lines = rest.slice(0, fit)
      rest = rest.slice(fit)
      if (lines.length > 0) {
        element.add(() => flow.write(lines, x, flow.y, width, 'left', rest.length > 0))
        flow.y += heightOf(lines)
      }
      if (rest.length === 0) break
      flow.page()
    }
    element.end()
  }

  #bullets(part: Struct, { items, numbered }: Bullets): void {
    const flow = this.#flow
    const list = this.#pdf.struct('L')
    list.dictionary.data['A'] = { O: 'List', ListNumbering: numbered ? 'Decimal' : 'Disc' }
    part.add(list)
    const indent = numbered ? NUMBER : BULLET
    for (const [index, text] of items.entries()) {
      const { lineHeight, size } = styles.body
      flow.need(Math.min(heightOf(linesOf(text, styles.body, flow.width - indent)), lineHeight * 2))
      const item = this.#pdf.struct('LI')
      list.add(item)
      // What is read from right to left has its mark on the right.
      const turned = isRightToLeft(text)
      const mark = numbered ? `${index + 1}.` : '•'
      const right = flow.left + flow.width - this.#pdf.widthOfLine(mark, styles.body)
      this.#element(item, 'Lbl', () => {
        this.#pdf.fillColor(colour('accent', 'light'))
        this.#pdf.line(
          mark,
          turned ? right - 2 : flow.left + 2,
          flow.y + baseline(size, lineHeight),
          styles.body,
        )
      })
      const left = turned ? flow.left : flow.left + indent
      this.#running(item, 'LBody', text, styles.body, left, flow.width - indent)
      item.end()
      flow.y += 5
    }
    list.end()
    flow.gap(6)
  }

  #figure(part: Struct, figure: Figure): void {
    const flow = this.#flow
    const { alternative, caption } = figure
    const lines = linesOf(caption, styles.quiet, flow.width)
    const room = flow.room - heightOf(lines) - 8
    const { scene, scale } = withLegend(figure, [flow.width, room])
    const drawn = { x: flow.left, y: flow.y, width: flow.width, height: scene.box.height * scale }
    const element = this.#pdf.struct('Figure', {
      alt: alternative,
      placement: 'Block',
      bbox: [drawn.x, drawn.y, drawn.x + drawn.width, drawn.y + drawn.height],
    })
    part.add(element)
    element.add(() => paintScene(this.#pdf, scene, drawn, this.#images))
    element.end()
    flow.y += drawn.height + 8
    this.#element(part, 'P', () => flow.write(lines, flow.left, flow.y, flow.width, 'left'))
    flow.y += heightOf(lines)
  }

  #element(parent: Struct, type: string, write: () => void): void {
    const element = this.#pdf.struct(type)
    parent.add(element)
    element.add(write)
    element.end()
  }
}

/** The marking, title and page number at the edges of every page: seen by the eye, passed over when read out. */
function runningHeads(pdf: TaggedPdf, { title, marking, pages }: Paper): void {
  const { start, count } = pdf.bufferedPageRange()
  for (let index = start; index < start + count; index++) {
    const { width, height } = pdf.switchToPage(index)
    const { side } = margins[width > height ? 'landscape' : 'portrait']
    const write = (
      text: string,
      at: 'left' | 'centre' | 'right',
      y: number,
      style: TextStyle,
      rightToLeft?: boolean,
    ): void => {
      const spare = width - 2 * side - pdf.widthOfLine(text, style)
      const x = side + spare * { left: 0, centre: 0.5, right: 1 }[at]
      pdf.fillColor(colour(style.fill, 'light')).line(text, x, y, style, rightToLeft)
    }
    const room = (width - 2 * side) * 0.6
    const { lines, rightToLeft } = breakText({
      text: title,
      width: room,
      ...styles.running,
      maxLines: 1,
    })
    pdf.artifact('Pagination', () => {
      if (marking !== '') {
        write(marking, 'centre', 40, styles.marking)
        write(marking, 'centre', height - 24, styles.marking)
      }
      write(lines[0] ?? '', 'left', height - 44, styles.running, rightToLeft?.[0])
      const number = pages.replace('{n}', String(index - start + 1)).replace('{all}', String(count))
      write(number, 'right', height - 44, styles.running)
    })
  }
}

/** A board paper as a tagged PDF (PDF/UA-1): the same paper gives the same bytes. `report` is told how much is written. */
export function pdfOf(paper: Paper, images = noImages, report = unheard): Promise<Uint8Array> {
  const pdf = new TaggedPdf(paper)
  new PaperWriter(pdf, images, new Tally(paper, report)).write(paper)
  report({ step: 'packing' })
  runningHeads(pdf, paper)
  pdf.end()
  return pdf.bytes
}
