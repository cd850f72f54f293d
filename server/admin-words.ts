import path from 'node:path'
import { exportFormats, type ExportFormat } from '../shared/exchange/export-formats.ts'

// A name's ending is what the file is: registers as CSV are a ZIP of them, and Kumu reads JSON.
const endings: Record<ExportFormat, string> = {
  json: '.json',
  png: '.png',
  svg: '.svg',
  pdf: '.pdf',
  docx: '.docx',
  xlsx: '.xlsx',
  csv: '.zip',
  kumu: '.kumu.json',
  graphml: '.graphml',
  gexf: '.gexf',
}

/** The endings that a file's name may have, as a list to read. */
export const fileEndings = exportFormats
  .map((format) => (format === 'csv' ? '.zip (registers as CSV)' : endings[format]))
  .join(', ')

/** The format that a file's name asks for by its ending; undefined where it has none of them. */
export function formatOf(name: string): ExportFormat | undefined {
  const told = exportFormats.filter((format) => name.toLowerCase().endsWith(endings[format]))
  return told.find((format) => format === 'kumu') ?? told[0]
}

const usages: readonly [verb: string, words: string, does: string][] = [
  ['boards', '', 'list the boards: id, last edited (UTC), title'],
  [
    'export',
    '<id> [file]',
    `write a board to a file, as its ending says: ${fileEndings}; .json if left out`,
  ],
  [
    'import',
    '<file>',
    'make a new board from a Rapport or Kumu JSON, CSV, Excel, GraphML or GEXF file, and print its links',
  ],
  ['links', '<id>', 'make new links for a board, and print them; the old ones still work'],
  [
    'backup',
    '<file>',
    'write all boards to one file, in place of what it held; the server may be running',
  ],
  [
    'restore',
    '<file> [--replace]',
    'put boards of a backup back that are not there; with --replace the others too, as they were (stop the server first)',
  ],
  ['purge', '', 'delete boards that nobody has edited for RETENTION_DAYS'],
]

/** How the verbs are used, or one of them. */
export function usageOf(verb?: string): string {
  const one = usages.find(([name]) => name === verb)
  if (one) {
    const [name, words, does] = one
    return `Usage: npm run admin -- ${name}${words === '' ? '' : ` ${words}`}\n${' '.repeat(7)}${does}`
  }
  const lines = usages.map(([name, words, does]) => `  ${`${name} ${words}`.padEnd(29)}${does}`)
  return `Usage: npm run admin -- <verb>\n\n${lines.join('\n')}`
}

/** “1 board”, “2 boards”. */
export const countText = (count: number, what: string): string =>
  `${count} ${what}${count === 1 ? '' : 's'}`

/** What a file system's codes say, in an operator's words. */
const fileFaults: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'there is no such file or folder',
  EISDIR: 'that is a folder, not a file',
  EACCES: 'this user may not open it',
  EPERM: 'this user may not open it',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
}

/** What went wrong, as one line for the operator. */
export function plainly(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { code, path: file } = error as NodeJS.ErrnoException
  const fault = fileFaults[code ?? '']
  if (fault === undefined) return error.message
  // What is written whole or not at all has this ending until then.
  const meant = file?.endsWith('.part') ? file.slice(0, -path.extname(file).length) : file
  return `${meant ?? 'A file'}: ${fault}.`
}
