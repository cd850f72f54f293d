import type { Encoding } from '../../shared/exchange/mapping.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { ImportIssue } from './issue.ts'

const NEWLINE = 0x0a

/** The encoding that a byte order mark tells; spreadsheets write UTF-16 as “Unicode text”. */
export function markedEncoding([a, b]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  return a === 0xfe && b === 0xff ? 'utf-16be' : undefined
}

/** The bytes as text, or undefined when they are not in that encoding. */
export function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return undefined
  }
}

const PDF = new TextEncoder().encode('%PDF-')

/** Whether another program wrote the bytes, whatever the file is called: no text has a zero byte in it, but for UTF-16. */
const isNoText = (bytes: Uint8Array): boolean =>
  bytes.includes(0) || PDF.every((byte, i) => bytes[i] === byte)

/** The bytes as text, a byte order mark left out; fails where they are none, with the line of the first byte that is not in the encoding. */
export function readText(
  bytes: Uint8Array,
  encoding: Encoding = 'utf-8',
): Result<string, readonly ImportIssue[]> {
  if (bytes.length === 0) return fail([{ detail: 'The file is empty.' }])
  const marked = markedEncoding(bytes)
  if (!marked && isNoText(bytes)) {
    return fail([
      {
        detail:
          'This is not text, whatever its name says: it may be a PDF, a picture or an old Excel file. Open it in its own program, and save it as CSV or Excel (.xlsx).',
      },
    ])
  }
  const text = decoded(bytes, marked ?? encoding)
  if (text !== undefined) return ok(text)
  if (marked) return fail([{ detail: 'The file begins as UTF-16 text and is none.' }])
  let line = 1
  for (let start = 0; start < bytes.length; line++) {
    const found = bytes.indexOf(NEWLINE, start)
    const end = found < 0 ? bytes.length : found + 1
    if (decoded(bytes.subarray(start, end), encoding) === undefined) break
    start = end
  }
  return fail([
    {
      line,
      detail: 'This is not UTF-8 text. In a spreadsheet, save the file as “CSV UTF-8”.',
    },
  ])
}
