import { strToU8, zipSync } from 'fflate'
import type { Register, RegisterCell } from './registers.ts'

// A spreadsheet takes a cell that begins like this for a formula, quoted or not.
const formula = /^[=+\-@\t\r]/

const textOf = (cell: RegisterCell): string => {
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'object') return cell.day
  return formula.test(cell) ? `'${cell}` : cell
}

const quoted = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

/** One register as CSV (RFC 4180, UTF-8 with its mark, so that Excel reads it right); no cell can act as a formula. */
export function csvOf({ columns, rows }: Register): Uint8Array {
  const lines = [columns, ...rows].map((row) => row.map((cell) => quoted(textOf(cell))).join(','))
  return strToU8(`\ufeff${lines.join('\r\n')}\r\n`)
}

/** All registers as a ZIP of CSV files; the same registers give the same bytes. */
export function csvZipOf(registers: readonly Register[]): Uint8Array {
  const files = Object.fromEntries(
    registers.map((register) => [`${register.id}.csv`, csvOf(register)]),
  )
  // A zip file keeps local time, so only a local date is the same everywhere.
  return zipSync(files, { mtime: new Date(1980, 0, 1), level: 6 })
}
