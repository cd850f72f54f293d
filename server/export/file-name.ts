import type { ExportFormat } from '../../shared/exchange/export-formats.ts'
import { english, wordsFor, type Words } from '../../shared/words/words.ts'

const suffix: Readonly<Record<ExportFormat, string>> = {
  json: '.rapport.json',
  png: '.png',
  svg: '.svg',
  pdf: '.pdf',
  docx: '.docx',
  xlsx: ' - registers.xlsx',
  csv: ' - registers.zip',
  kumu: '.kumu.json',
  graphml: '.graphml',
  gexf: '.gexf',
}

/** What may end a file's name beside its format: the id of the one register in it, and the words of its language. */
export interface NameParts {
  table?: string
  words?: Words
}

const isPaper = (format: ExportFormat): boolean => format === 'pdf' || format === 'docx'

const ascii = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z0-9 _-]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()

/** A file's name in plain ASCII, from the board's title and the day: “Winter pressures 2026-03-04.png”; of a paper with what it is, in its language. */
export function fileNameOf(
  title: string,
  format: ExportFormat,
  at: Date,
  { table, words = english }: NameParts = {},
): string {
  const plain = ascii(title).slice(0, 80).trim()
  const paper = isPaper(format) ? ` - ${ascii(wordsFor(words, 'board paper'))}` : ''
  const end = table === undefined ? paper + suffix[format] : ` - ${table}.csv`
  const name = plain || ascii(wordsFor(words, 'Board'))
  return `${name} ${at.toISOString().slice(0, 10)}${end}`
}
