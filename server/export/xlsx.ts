import { unzipSync, zipSync } from 'fflate'
import writeXlsxFile, { type Feature, type Image } from 'write-excel-file/node'
import type { Register, RegisterCell } from './registers.ts'

/** Excel holds no more in one cell. */
const MOST_CHARACTERS = 32_767
const MOST_NAME = 31

/** Letters that every spreadsheet program has, at the size that it writes itself. */
const letters = { fontFamily: 'Arial', fontSize: 11 } as const

/** Widths of columns in characters. */
const width = { least: 10, most: 46, page: 240 } as const

/** Heights of rows in points: programs do not all find them by themselves, and Excel has none above the most. */
const height = { line: 14.5, most: 409 } as const

const A4 = 9

const top = { alignVertical: 'top' } as const

const cellOf = (cell: RegisterCell) => {
  if (typeof cell === 'number') return { value: cell, type: Number, align: 'left' as const, ...top }
  if (typeof cell === 'object') {
    const date = new Date(`${cell.day}T00:00:00Z`)
    return Number.isNaN(date.getTime())
      ? { value: cell.day, type: String, ...top }
      : { value: date, type: Date, format: 'yyyy-mm-dd', align: 'left' as const, ...top }
  }
  // Typed as text, so that no cell can act as a formula.
  return cell === ''
    ? null
    : { value: cell.slice(0, MOST_CHARACTERS), type: String, wrap: true, ...top }
}

const headingOf = (label: string) => ({
  value: label,
  type: String,
  fontWeight: 'bold' as const,
  backgroundColor: '#e8e4da',
  bottomBorderStyle: 'thin' as const,
  wrap: true,
  ...top,
})

const longest = (texts: readonly string[]): number =>
  Math.max(0, ...texts.map((text) => text.length))

/** What the lines of a column want, within reason; a heading may wrap between its words. */
function widthsOf({ columns, rows }: Register): number[] {
  return columns.map((label, i) => {
    const lines = rows.flatMap((row) => {
      const cell = row[i] ?? ''
      return typeof cell === 'string' ? cell.split('\n') : ['yyyy-mm-dd']
    })
    const wanted = Math.max(longest(lines), longest(label.split(' '))) + 2
    return Math.min(width.most, Math.max(width.least, wanted))
  })
}

/** How many lines words come to in a column; its width is in digits, and most letters are narrower. */
function linesOf(text: string, columnWidth: number): number {
  const room = columnWidth - 1
  return text.split('\n').reduce((sum, line) => {
    let lines = 1
    let used = 0
    for (const { length } of line.split(' ')) {
      const next = used === 0 ? length : used + 1 + length
      if (next > room && used > 0) lines++
      const own = next > room && used > 0 ? length : next
      lines += Math.max(0, Math.ceil(own / room) - 1)
      used = own > room ? own % room : own
    }
    return sum + lines
  }, 0)
}

function heightOf(row: readonly RegisterCell[], widths: readonly number[]): number {
  const lines = row.map((cell, i) =>
    typeof cell === 'string' ? linesOf(cell, widths[i] ?? width.least) : 1,
  )
  return Math.min(height.most, Math.max(1, ...lines) * height.line)
}

/** Cells that stand in a row as high as the highest of them. */
const inRow = <Value extends object>(
  cells: readonly (Value | null)[],
  high: number,
): ((Value & { height: number }) | null)[] => cells.map((one) => one && { ...one, height: high })

const insertBefore = (content: string, tag: string, inserted: string): string =>
  content.replace(`<${tag}`, `${inserted}<${tag}`)

/** Pages that can be printed as they are: as wide as it takes to read them, their headings on each, with their number. */
function printable(registers: readonly Register[]): Feature<Image['content']> {
  const titles = registers.map(({ name, naming }, i) => {
    const sheet = `'${sheetName(name)}'`
    const columns = `$A:$${String.fromCodePoint(64 + naming)}`
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${sheet}!${columns},${sheet}!$1:$1</definedName>`
  })
  return {
    files: {
      transform: {
        'xl/workbook.xml': {
          transform: (content) =>
            content.replace('<definedNames/>', `<definedNames>${titles.join('')}</definedNames>`),
        },
        'xl/worksheets/sheet{id}.xml': {
          transformElementAttributes: (tag, attributes, _, { columns = [] }) => {
            if (tag !== 'pageSetup') return attributes
            const whole = columns.reduce((sum, column) => sum + (column.width ?? 0), 0)
            const fitToWidth = Math.max(1, Math.ceil(whole / width.page))
            return { ...attributes, paperSize: A4, fitToWidth, fitToHeight: 0 }
          },
          transform: (content) =>
            insertBefore(
              content.replace(
                '</worksheet>',
                '<headerFooter><oddHeader>&amp;L&amp;A</oddHeader><oddFooter>&amp;RPage &amp;P of &amp;N</oddFooter></headerFooter></worksheet>',
              ),
              'sheetViews',
              '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
            ),
        },
      },
    },
  }
}

const sheetName = (name: string): string => name.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, MOST_NAME)

/** All registers as a workbook, a sheet each, the heading row and what names the rows kept in view; the same registers give the same bytes. */
export async function xlsxOf(registers: readonly Register[]): Promise<Uint8Array> {
  const sheets = registers.map((register) => {
    const { name, columns, rows, naming } = register
    const widths = widthsOf(register)
    return {
      sheet: sheetName(name),
      stickyRowsCount: 1,
      stickyColumnsCount: naming,
      orientation: 'landscape' as const,
      columns: widths.map((one) => ({ width: one })),
      data: [
        inRow(columns.map(headingOf), heightOf(columns, widths)),
        ...rows.map((row) => inRow(row.map(cellOf), heightOf(row, widths))),
      ],
    }
  })
  const made = writeXlsxFile(sheets, { ...letters, features: [printable(registers)] })
  const files = unzipSync(await made.toBuffer())
  return zipSync(files, { mtime: new Date(1980, 0, 1), level: 6 })
}
