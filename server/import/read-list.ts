import type { Encoding } from '../../shared/exchange/mapping.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { ImportIssue } from './issue.ts'
import { readText } from './read-text.ts'
import { MOST_ROWS, tooManyRows, type Sources } from './table.ts'

const BULLET = /^(?:[-*•–]|\d{1,3}[.)])\s+/

/** Reads a pasted list of organisations: one name a line, with or without bullets or numbers before it. */
export function readList(
  bytes: Uint8Array,
  encoding?: Encoding,
): Result<Sources, readonly ImportIssue[]> {
  const text = readText(bytes, encoding)
  if (!text.ok) return text
  const rows = text.value.split(/\r\n?|\n/).flatMap((line, i) => {
    const name = line.trim().replace(BULLET, '')
    return name === '' ? [] : [{ line: i + 1, cells: [name] }]
  })
  if (rows.length === 0) return fail([{ detail: 'The list is empty.' }])
  if (rows.length > MOST_ROWS) return fail([tooManyRows()])
  return ok({
    tables: [{ name: 'list', kind: 'organisations', table: { header: ['Label'], rows } }],
    notes: [],
  })
}
