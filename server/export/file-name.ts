import type { ExportFormat } from '../../shared/exchange/export-formats.ts'

const suffix: Readonly<Record<ExportFormat, string>> = {
  json: '.rapport.json',
  png: '.png',
  svg: '.svg',
  pdf: ' - board paper.pdf',
  docx: ' - board paper.docx',
  xlsx: ' - registers.xlsx',
  csv: ' - registers.zip',
  kumu: '.kumu.json',
  graphml: '.graphml',
  gexf: '.gexf',
}

/** A file's name in plain ASCII, from the board's title and the day: “Winter pressures 2026-03-04.png”; `table` is the id of the one register in it. */
export function fileNameOf(title: string, format: ExportFormat, at: Date, table?: string): string {
  const plain = title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z0-9 _-]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 80)
    .trim()
  const end = table === undefined ? suffix[format] : ` - ${table}.csv`
  return `${plain || 'Board'} ${at.toISOString().slice(0, 10)}${end}`
}
