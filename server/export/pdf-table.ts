import type { Cell, Column, Facts, Table } from '../../shared/paper/paper.ts'
import { heightOf, linesOf, styles, type Flow, type Line } from './pdf-flow.ts'

const PAD = { x: 6, y: 4.5 } as const

/** A table's last rows stand together, so that none is alone on a page. */
const LAST_ROWS = 3

/** Where a column's words stand: a centred figure needs next to no room at its sides. */
interface Placed {
  column: Column
  x: number
  width: number
  /** from the column's edge to its words, on either side */
  pad: number
}

type Row = readonly (readonly Line[])[]

function placed(columns: readonly Column[], flow: Flow): Placed[] {
  const sum = columns.reduce((total, { share }) => total + share, 0)
  let x = flow.left
  return columns.map((column) => {
    const width = (flow.width * column.share) / sum
    x += width
    return { column, x: x - width, width, pad: column.align === 'centre' ? 2 : PAD.x }
  })
}

const rowHeight = (row: Row): number => Math.max(0, ...row.map(heightOf)) + 2 * PAD.y

function cellLines({ text, note, strong }: Cell, width: number): Line[] {
  const style = strong ? styles.cellStrong : styles.cell
  const lines = linesOf(text, style, width)
  return note ? [...lines, ...linesOf(note, styles.cellNote, width)] : lines
}

const layRow = (cells: readonly Cell[], places: readonly Placed[]): Row =>
  places.map(({ width, pad }, i) => cellLines(cells[i] ?? { text: '' }, width - 2 * pad))

interface Group {
  label: string
  x: number
  width: number
  span: number
}

function groupsOf(places: readonly Placed[]): Group[] {
  const groups: Group[] = []
  for (const { column, x, width } of places) {
    const label = column.group ?? ''
    const last = groups.at(-1)
    if (last && label !== '' && last.label === label) {
      last.width += width
      last.span++
    } else groups.push({ label, x, width, span: 1 })
  }
  return groups
}

interface Head {
  groups: readonly Group[]
  groupRow: Row
  labels: Row
  height: number
}

function layHead(places: readonly Placed[]): Head {
  const groups = groupsOf(places)
  const grouped = groups.some(({ label }) => label !== '')
  const groupRow = grouped
    ? groups.map(({ label, width }) => linesOf(label, styles.cellStrong, width - 2 * PAD.x))
    : []
  const labels = places.map(({ column, width, pad }) =>
    linesOf(column.label, styles.columnHead, width - 2 * pad),
  )
  const height = (grouped ? rowHeight(groupRow) : 0) + rowHeight(labels)
  return { groups, groupRow, labels, height }
}

type Struct = PDFKit.PDFStructureElement

class TableWriter {
  readonly #flow: Flow
  readonly #places: readonly Placed[]
  readonly #head: Head | undefined

  constructor(flow: Flow, places: readonly Placed[], head?: Head) {
    this.#flow = flow
    this.#places = places
    this.#head = head
  }

  #cell(
    row: Struct | undefined,
    type: 'TH' | 'TD',
    attributes: Record<string, unknown>,
    write: () => void,
  ): void {
    if (!row) {
      this.#flow.pdf.artifact('Pagination', write)
      return
    }
    const cell = this.#flow.pdf.struct(type)
    if (type === 'TH') cell.dictionary.data['A'] = { O: 'Table', ...attributes }
    row.add(cell)
    cell.add(write)
    cell.end()
  }

  #row(table: Struct | undefined): Struct | undefined {
    if (!table) return undefined
    const row = this.#flow.pdf.struct('TR')
    table.add(row)
    return row
  }

  /** The heading rows: part of the table on its first page, repeated for the eye on the others. */
  head(table: Struct | undefined): void {
    if (!this.#head) return
    const flow = this.#flow
    const { groups, groupRow, labels } = this.#head
    const bottomOf = (lines: readonly Line[], height: number): number =>
      flow.y + height - PAD.y - heightOf(lines)
    if (groupRow.length > 0) {
      const height = rowHeight(groupRow)
      const row = this.#row(table)
      for (const [i, { x, width, span, label }] of groups.entries()) {
        const lines = groupRow[i] ?? []
        this.#cell(row, label === '' ? 'TD' : 'TH', { Scope: 'Column', ColSpan: span }, () =>
          flow.write(lines, x + PAD.x, bottomOf(lines, height), width - 2 * PAD.x, 'centre'),
        )
      }
      row?.end()
      flow.y += height
      for (const { x, width, label } of groups) {
        if (label !== '') flow.rule(x + PAD.x, flow.y, width - 2 * PAD.x, 'line', 0.75)
      }
    }
    const height = rowHeight(labels)
    const row = this.#row(table)
    for (const [i, { x, width, pad, column }] of this.#places.entries()) {
      const lines = labels[i] ?? []
      this.#cell(row, 'TH', { Scope: 'Column' }, () =>
        flow.write(lines, x + pad, bottomOf(lines, height), width - 2 * pad, column.align),
      )
    }
    row?.end()
    flow.y += height
    flow.rule(flow.left, flow.y, flow.width, 'ink', 1)
  }

  /** Begins a page unless these rows fit on this one; rows too tall to be held together are left alone. */
  together(rows: readonly Row[]): void {
    const height = rows.reduce((sum, row) => sum + rowHeight(row), 0)
    if (height > this.#flow.room && height <= this.#flow.whole / 3) this.#turn()
  }

  /** One row; only one that is taller than a page is torn, and then its cells go on over the page. */
  row(table: Struct, lines: Row): void {
    const flow = this.#flow
    const { pdf } = flow
    const page = flow.whole - (this.#head?.height ?? 0)
    const height = rowHeight(lines)
    if (height > flow.room && (height <= page || flow.room < page / 3)) this.#turn()
    const row = pdf.struct('TR')
    table.add(row)
    const cells = this.#places.map(({ column }) => {
      const cell = pdf.struct(column.names ? 'TH' : 'TD')
      if (column.names) cell.dictionary.data['A'] = { O: 'Table', Scope: 'Row' }
      row.add(cell)
      return cell
    })
    let rest = lines
    for (;;) {
      const taken = rest.map((cell) => takeLines(cell, flow.room - 2 * PAD.y))
      const left = rest.map((cell, i) => cell.slice(taken[i]?.length ?? 0))
      const more = left.some((cell) => cell.length > 0)
      for (const [i, { x, width, pad, column }] of this.#places.entries()) {
        const part = taken[i] ?? []
        if (part.length === 0) continue
        const goesOn = (left[i]?.length ?? 0) > 0
        cells[i]?.add(() =>
          flow.write(part, x + pad, flow.y + PAD.y, width - 2 * pad, column.align, goesOn),
        )
      }
      flow.y += rowHeight(taken)
      flow.rule(flow.left, flow.y, flow.width, 'line', 0.5)
      if (!more) break
      this.#turn()
      rest = left
    }
    row.end()
  }

  #turn(): void {
    this.#flow.page()
    this.head(undefined)
  }
}

function takeLines(lines: readonly Line[], room: number): readonly Line[] {
  let used = 0
  const end = lines.findIndex(({ style }) => (used += style.lineHeight) > room)
  // A page with no room for even one line would never end.
  return end < 0 ? lines : lines.slice(0, Math.max(1, end))
}

const CAPTION_GAP = 5

const captionLines = (caption: string, flow: Flow): Line[] =>
  linesOf(caption, styles.caption, flow.width)

/** A table of so few rows that it could be short enough to stand on one page. */
const FEW_ROWS = 14

/** What a table needs at least on the page that it begins on: all of it where that is half a page at most, otherwise its caption, heading and the first two rows, in points; of rows as tall as a page only their beginning. */
export function leastTable({ caption, columns, rows }: Table, flow: Flow): number {
  const places = placed(columns, flow)
  const around = heightOf(captionLines(caption, flow)) + CAPTION_GAP + layHead(places).height
  const heights = rows.slice(0, FEW_ROWS).map((row) => rowHeight(layRow(row, places)))
  const sum = (some: readonly number[]): number => some.reduce((a, b) => a + b, 0)
  if (rows.length <= FEW_ROWS && around + sum(heights) <= flow.whole / 2) {
    return around + sum(heights)
  }
  return Math.min(around + Math.min(sum(heights.slice(0, 2)), flow.whole / 3), flow.whole)
}

function begin(flow: Flow, parent: Struct, caption: string, seen: boolean): Struct {
  const table = flow.pdf.struct('Table')
  parent.add(table)
  if (seen) {
    const lines = captionLines(caption, flow)
    const element = flow.pdf.struct('Caption')
    table.add(element)
    element.add(() => flow.write(lines, flow.left, flow.y, flow.width, 'left'))
    element.end()
    flow.y += heightOf(lines) + CAPTION_GAP
  } else table.dictionary.data['A'] = { O: 'Table', Summary: new String(caption) }
  return table
}

/** Writes a table: caption, heading rows, rows; the heading comes again on each page. `written` is told of each row. */
export function writeTable(flow: Flow, parent: Struct, block: Table, written: () => void): void {
  flow.gap(14)
  flow.need(leastTable(block, flow))
  const places = placed(block.columns, flow)
  const head = layHead(places)
  const writer = new TableWriter(flow, places, head)
  const table = begin(flow, parent, block.caption, true)
  writer.head(table)
  const rows = block.rows.map((row) => layRow(row, places))
  for (const [i, row] of rows.entries()) {
    if (i === rows.length - LAST_ROWS) writer.together(rows.slice(i))
    writer.row(table, row)
    written()
  }
  table.end()
  flow.gap(14)
}

/** Writes the front sheet's facts: names on the left, what they are on the right. */
export function writeFacts(flow: Flow, parent: Struct, { caption, rows }: Facts): void {
  flow.gap(18)
  const columns: Column[] = [
    { label: '', share: 3, align: 'left', names: true },
    { label: '', share: 8, align: 'left' },
  ]
  const places = placed(columns, flow)
  const writer = new TableWriter(flow, places)
  const table = begin(flow, parent, caption, false)
  flow.rule(flow.left, flow.y, flow.width, 'ink', 1)
  for (const [name, text] of rows) {
    const [nameAt, textAt] = places
    writer.row(table, [
      linesOf(
        name,
        { ...styles.cellStrong, size: 11, lineHeight: 16 },
        (nameAt?.width ?? 0) - 2 * PAD.x,
      ),
      linesOf(text, { ...styles.cell, size: 11, lineHeight: 16 }, (textAt?.width ?? 0) - 2 * PAD.x),
    ])
  }
  table.end()
  flow.gap(18)
}
