import { MOST_COLUMNS } from '../../shared/exchange/mapping.ts'
import { filled } from '../../shared/words/told.ts'
import type { Row } from './table.ts'
import { MOST_ROWS, tooManyRows } from './table.ts'
import { XmlRefusal, type XmlReader } from './read-xml.ts'

/** What cells of a workbook refer to. */
export interface Workbook {
  strings: readonly string[]
  /** whether a cell of the style of this number shows a date */
  isDate(style: number): boolean
  /** days between the start of 1970 and the day that the workbook counts from */
  epoch: number
}

const DAY = 86_400_000

/** A day as Excel counts it, as YYYY-MM-DD; numbers that are no day stay as they are. */
function dayOf(serial: number, epoch: number): string {
  const date = new Date(Math.floor(serial + epoch) * DAY)
  return Number.isNaN(date.getTime()) ? String(serial) : date.toISOString().slice(0, 10)
}

/** The number of a column from 0: A is 0, AA is 26. */
const columnOf = (address: string): number | undefined => {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(address)?.[0]
  if (letters === undefined) return undefined
  return [...letters].reduce((sum, c) => sum * 26 + (c.codePointAt(0) ?? 0) - 64, 0) - 1
}

/** Reads the cells of one sheet as text; what lies further out than any map needs is refused. */
export class SheetReader implements XmlReader {
  readonly rows: Row[] = []
  readonly #book: Workbook
  readonly #sheet: string
  #line = 0
  #cells: string[] = []
  #column = -1
  #type = ''
  #style = 0
  #text = ''
  #inValue = false
  #isPhonetic = false

  constructor(book: Workbook, sheet: string) {
    this.#book = book
    this.#sheet = sheet
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      const line = Number(attributes['r'])
      this.#line = Number.isSafeInteger(line) && line > 0 ? line : this.#line + 1
      this.#cells = []
      this.#column = -1
    } else if (name === 'c') {
      this.#column = columnOf(attributes['r'] ?? '') ?? this.#column + 1
      this.#type = attributes['t'] ?? 'n'
      this.#style = Number(attributes['s'] ?? 0)
      this.#text = ''
    } else if (name === 'rPh') this.#isPhonetic = true
    else if (name === 'v' || name === 't') this.#inValue = !this.#isPhonetic
  }

  text(text: string): void {
    if (this.#inValue) this.#text += text
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#inValue = false
    else if (name === 'rPh') this.#isPhonetic = false
    else if (name === 'c') this.#put(this.#valueOf().trim())
    else if (name === 'row' && this.#cells.length > 0) {
      this.rows.push({ line: this.#line, cells: this.#cells })
    }
  }

  #valueOf(): string {
    const text = this.#text
    switch (this.#type) {
      case 's':
        return this.#book.strings[Number(text)] ?? ''
      case 'b':
        return text === '1' ? 'Yes' : 'No'
      case 'e':
        return ''
      case 'd':
        return text.slice(0, 10)
      case 'n': {
        const value = Number(text)
        if (text === '' || Number.isNaN(value)) return text
        // The shortest text of the number: files carry 17 digits of what was typed as 2.3.
        return this.#book.isDate(this.#style) ? dayOf(value, this.#book.epoch) : String(value)
      }
      default:
        return text
    }
  }

  #put(value: string): void {
    if (value === '') return
    const place = { line: this.#line, field: this.#sheet }
    if (this.#column >= MOST_COLUMNS) {
      throw new XmlRefusal({
        ...place,
        ...filled('The sheet has more than {n} columns.', { n: MOST_COLUMNS }),
      })
    }
    if (this.rows.length > MOST_ROWS) {
      throw new XmlRefusal({ ...place, ...tooManyRows() })
    }
    while (this.#cells.length < this.#column) this.#cells.push('')
    this.#cells[this.#column] = value
  }
}
