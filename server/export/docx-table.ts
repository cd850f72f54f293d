import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { hex, twips } from './docx-styles.ts'
import { directionsOf } from './script-runs.ts'
import type { Cell, Column, Facts, Table as PaperTable } from '../../shared/paper/paper.ts'
import { isRightToLeft } from '../../shared/text/direction.ts'
import { clean } from '../../shared/paper/printable.ts'

/** Text as runs of one direction each, its line ends kept; and what a paragraph needs when it is written from right to left. */
export function runsOf(
  text: string,
  strong = false,
): { children: TextRun[]; bidirectional?: true } {
  const written = clean(text)
  const bidirectional = isRightToLeft(written)
  const children = written.split('\n').flatMap((line, index) =>
    directionsOf(line, bidirectional).map(
      (part, at) =>
        new TextRun({
          text: part.text,
          ...(index > 0 && at === 0 && { break: 1 }),
          ...(strong && { bold: true }),
          ...(part.rightToLeft && { rightToLeft: true }),
        }),
    ),
  )
  return { children, ...(bidirectional && { bidirectional: true as const }) }
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const hair = { style: BorderStyle.SINGLE, size: 4, color: hex('line') } as const
const firm = { style: BorderStyle.SINGLE, size: 8, color: hex('ink') } as const
const bare = { top: none, bottom: none, left: none, right: none } as const

const margins = { top: twips(5), bottom: twips(5), left: twips(6), right: twips(6) } as const
// Centred figures need no room at their sides, and short words above them all of it.
const marginsOf = (align: Column['align']) =>
  align === 'centre' ? { ...margins, left: twips(2), right: twips(2) } : margins

// Not “left”, which is right in Word where a paragraph runs from right to left, and left in LibreOffice.
const aligned = { left: {}, centre: { alignment: AlignmentType.CENTER } } as const

/** A table of no more rows, and no more text than this, stands on one page. */
const FEW_ROWS = 8
const LITTLE_TEXT = 800

/** A row with more text than this may be torn at the foot of a page: it might not fit on one at all. */
const MOST_WHOLE = 1200

// Whole twips that add up to the width, or Word and LibreOffice disagree about the edge.
function widthsOf(shares: readonly number[], width: number): number[] {
  const sum = shares.reduce((total, share) => total + share, 0)
  let used = 0
  let wanted = 0
  return shares.map((share) => {
    wanted += (width * share) / sum
    const own = Math.round(wanted) - used
    used += own
    return own
  })
}

interface CellLook {
  width: number
  align: Column['align']
  bottom: typeof hair | typeof none
  top?: typeof firm
  span?: number
}

function cell(
  paragraphs: Paragraph[],
  { width, align, bottom, top, span = 1 }: CellLook,
): TableCell {
  return new TableCell({
    children: paragraphs,
    width: { size: width, type: WidthType.DXA },
    margins: marginsOf(align),
    borders: { ...bare, bottom, ...(top && { top }) },
    ...(span > 1 && { columnSpan: span }),
  })
}

function head(columns: readonly Column[], widths: readonly number[]): TableRow[] {
  const labels = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ label, align }, i) => {
      const paragraph = new Paragraph({
        style: 'TableHeading',
        ...aligned[align],
        ...runsOf(label),
      })
      return new TableCell({
        children: [paragraph],
        width: { size: widths[i] ?? 0, type: WidthType.DXA },
        margins: marginsOf(align),
        borders: { ...bare, bottom: firm },
        verticalAlign: VerticalAlignTable.BOTTOM,
      })
    }),
  })
  if (columns.every(({ group }) => group === undefined)) return [labels]
  const groups: { label: string; width: number; span: number }[] = []
  for (const [i, { group = '' }] of columns.entries()) {
    const last = groups.at(-1)
    if (last && group !== '' && last.label === group) {
      last.width += widths[i] ?? 0
      last.span++
    } else groups.push({ label: group, width: widths[i] ?? 0, span: 1 })
  }
  const above = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: groups.map(({ label, width, span }) =>
      cell(
        [new Paragraph({ style: 'TableGroup', alignment: AlignmentType.CENTER, ...runsOf(label) })],
        {
          width,
          align: 'centre',
          bottom: label === '' ? none : hair,
          span,
        },
      ),
    ),
  })
  return [above, labels]
}

function bodyCell(
  { text, note, strong }: Cell,
  look: Pick<CellLook, 'width' | 'align' | 'top'>,
  keepNext = false,
): TableCell {
  const around = { ...aligned[look.align], ...(keepNext && { keepNext }) }
  const paragraphs = [new Paragraph({ style: 'TableText', ...around, ...runsOf(text, strong) })]
  if (note) paragraphs.push(new Paragraph({ style: 'TableNote', ...around, ...runsOf(note) }))
  return cell(paragraphs, { ...look, bottom: hair })
}

function tableOf(rows: TableRow[], widths: readonly number[], firstRow: boolean): Table {
  return new Table({
    rows,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    tableLook: { firstRow, firstColumn: true, noHBand: true, noVBand: true },
    borders: { ...bare, insideHorizontal: none, insideVertical: none },
  })
}

/** A table with its caption above; `width` in twips. Heading rows come again on every page. */
export function docxTable(
  { caption, columns, rows }: PaperTable,
  width: number,
): (Paragraph | Table)[] {
  const widths = widthsOf(
    columns.map(({ share }) => share),
    width,
  )
  const all = rows.flat().reduce((sum, { text, note = '' }) => sum + text.length + note.length, 0)
  const isShort = rows.length <= FEW_ROWS && all <= LITTLE_TEXT
  const body = rows.map((cells, index) => {
    const length = Math.max(0, ...cells.map(({ text }) => text.length))
    // The last rows stand together, so that none is alone on a page.
    const isLast = index >= rows.length - 3
    const keepNext = length <= MOST_WHOLE && (isShort || isLast) && index < rows.length - 1
    return new TableRow({
      cantSplit: length <= MOST_WHOLE,
      children: columns.map(({ align }, i) =>
        bodyCell(cells[i] ?? { text: '' }, { align, width: widths[i] ?? 0 }, keepNext),
      ),
    })
  })
  return [
    new Paragraph({ style: 'Caption', ...runsOf(caption) }),
    tableOf([...head(columns, widths), ...body], widths, true),
    new Paragraph({ style: 'TableNote', text: '' }),
  ]
}

/** The front sheet's facts; `width` in twips. */
export function docxFacts({ rows }: Facts, width: number): (Paragraph | Table)[] {
  const widths = widthsOf([3, 8], width)
  const body = rows.map(
    ([name, text], index) =>
      new TableRow({
        cantSplit: text.length <= MOST_WHOLE,
        children: [{ text: name, strong: true as const }, { text }].map((content, i) =>
          bodyCell(content, {
            align: 'left',
            width: widths[i] ?? 0,
            ...(index === 0 && { top: firm }),
          }),
        ),
      }),
  )
  return [tableOf(body, widths, false), new Paragraph({ style: 'TableNote', text: '' })]
}
