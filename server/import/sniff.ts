import type { ImportFormat } from '../../shared/exchange/mapping.ts'
import { knownMeaning } from './guess.ts'
import { markedEncoding } from './read-text.ts'
import { isZip } from './read-zip.ts'

const HEAD = 64_000
const LINES = 20

const isKnown = (heading: string): boolean =>
  knownMeaning('organisations', heading) !== undefined ||
  knownMeaning('relationships', heading) !== undefined

/** The format of a file by its content; what is zipped, be it a workbook or CSV files, counts as `xlsx`. Text that is nothing else is a table, or a list where no line has a second column. */
export function formatOf(bytes: Uint8Array): Exclude<ImportFormat, 'auto'> {
  if (isZip(bytes)) return 'xlsx'
  const encoding = markedEncoding(bytes) ?? 'utf-8'
  const head = new TextDecoder(encoding).decode(bytes.subarray(0, HEAD)).trimStart()
  if (head.startsWith('{') || head.startsWith('[')) {
    const isOwn = head.slice(0, 1_000).includes('"rapport-board"')
    return !isOwn && /"(elements|connections)"\s*:/.test(head) ? 'kumu' : 'json'
  }
  if (head.startsWith('<')) return /<(\w+:)?gexf[\s>]/.test(head) ? 'gexf' : 'graphml'
  const lines = head.split(/\r\n?|\n/).filter((line) => line.trim() !== '')
  const isList = lines.slice(0, LINES).every((line) => !/[,;\t]/.test(line))
  return isList && !isKnown(lines[0]?.trim() ?? '') ? 'list' : 'csv'
}
