import { fail, ok, type Result } from '../../shared/result.ts'
import type { ImportIssue } from './issue.ts'
import { readXml, type XmlReader } from './read-xml.ts'
import type { Source, Sources } from './table.ts'
import { unzip } from './unzip.ts'
import { SheetReader, type Workbook } from './xlsx-sheet.ts'

/** Days between the two starts that workbooks count from (1900 with its false leap day, 1904) and 1970. */
const EPOCH_1900 = -25_569
const EPOCH_1904 = -24_107

const BUILT_IN_DATES = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47])
const isDateFormat = (code: string): boolean =>
  /[dmyh]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '')) && !/^general$/i.test(code)

class StringsReader implements XmlReader {
  readonly strings: string[] = []
  #text = ''
  #inText = false
  #isPhonetic = false

  open(name: string): void {
    if (name === 'si') this.#text = ''
    else if (name === 'rPh') this.#isPhonetic = true
    else if (name === 't') this.#inText = !this.#isPhonetic
  }
  text(text: string): void {
    if (this.#inText) this.#text += text
  }
  close(name: string): void {
    if (name === 'si') this.strings.push(this.#text)
    else if (name === 'rPh') this.#isPhonetic = false
    else if (name === 't') this.#inText = false
  }
}

class StylesReader implements XmlReader {
  readonly dates: boolean[] = []
  readonly #formats = new Map<number, string>()
  #inCells = false

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const id = Number(attributes['numFmtId'] ?? 0)
    if (name === 'numFmt') this.#formats.set(id, attributes['formatCode'] ?? '')
    else if (name === 'cellXfs') this.#inCells = true
    else if (name === 'xf' && this.#inCells) {
      this.dates.push(BUILT_IN_DATES.has(id) || isDateFormat(this.#formats.get(id) ?? ''))
    }
  }
  text(): void {}
  close(name: string): void {
    if (name === 'cellXfs') this.#inCells = false
  }
}

class BookReader implements XmlReader {
  readonly sheets: { name: string; id: string }[] = []
  readonly targets = new Map<string, string>()
  epoch = EPOCH_1900

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const { id = '', Id = '', Target = '', name: sheet = '', date1904 } = attributes
    if (name === 'sheet') this.sheets.push({ name: sheet, id })
    else if (name === 'Relationship') this.targets.set(Id, Target)
    else if (name === 'workbookPr' && (date1904 === '1' || date1904 === 'true')) {
      this.epoch = EPOCH_1904
    }
  }
  text(): void {}
  close(): void {}
}

const WANTED =
  /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/

/** Where a part of the workbook lies in the archive. */
const pathOf = (target: string): string =>
  target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`

/** Reads every sheet of an Excel workbook as a table under its first row; formulas count as what they last gave. */
export function readXlsx(bytes: Uint8Array): Result<Sources, readonly ImportIssue[]> {
  const files = unzip(bytes, (name) => WANTED.test(name))
  if (!files.ok) return files
  const part = (path: string, reader: XmlReader): readonly ImportIssue[] => {
    const file = files.value.get(path)
    const read = file ? readXml(file, reader) : ok(undefined)
    return read.ok ? [] : read.error
  }
  const [book, strings, styles] = [new BookReader(), new StringsReader(), new StylesReader()]
  const failed = [
    ...part('xl/workbook.xml', book),
    ...part('xl/_rels/workbook.xml.rels', book),
    ...part('xl/sharedStrings.xml', strings),
    ...part('xl/styles.xml', styles),
  ]
  if (failed.length > 0) return fail(failed)
  if (book.sheets.length === 0) {
    return fail([{ detail: 'The file is damaged, or it is no Excel workbook (.xlsx).' }])
  }
  const workbook: Workbook = {
    strings: strings.strings,
    isDate: (style) => styles.dates[style] ?? false,
    epoch: book.epoch,
  }
  const tables: Source[] = []
  for (const { name, id } of book.sheets) {
    if (/\(ignore\)/i.test(name)) continue
    const sheet = new SheetReader(workbook, name)
    const problems = part(pathOf(book.targets.get(id) ?? ''), sheet)
    if (problems.length > 0) return fail(problems)
    const [header, ...rows] = sheet.rows
    if (header) tables.push({ name, table: { header: header.cells, rows } })
  }
  return tables.length === 0
    ? fail([{ detail: 'No sheet of the workbook has anything in it.' }])
    : ok({ tables, notes: [] })
}
