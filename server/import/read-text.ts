import { fail, ok, type Result } from '../../shared/result.ts'
import type { ImportIssue } from './issue.ts'

const NEWLINE = 0x0a

/** The bytes as text, a byte order mark left out; fails with the line of the first byte that is not UTF-8. */
export function readText(bytes: Uint8Array): Result<string, readonly ImportIssue[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    return ok(decoder.decode(bytes))
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
  let line = 1
  for (let start = 0; start < bytes.length; line++) {
    const found = bytes.indexOf(NEWLINE, start)
    const end = found < 0 ? bytes.length : found + 1
    try {
      decoder.decode(bytes.subarray(start, end))
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      break
    }
    start = end
  }
  return fail([
    {
      line,
      detail: 'This is not UTF-8 text. In a spreadsheet, save the file as “CSV UTF-8”.',
    },
  ])
}
