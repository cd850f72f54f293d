import { unzipSync, zipSync } from 'fflate'
import writeXlsxFile from 'write-excel-file/node'
import type { Register, RegisterCell } from './registers.ts'

/** Excel holds no more in one cell. */
const MOST_CHARACTERS = 32_767
const MOST_NAME = 31

const cellOf = (cell: RegisterCell) => {
  if (typeof cell === 'number') return { value: cell, type: Number }
  if (typeof cell === 'object') {
    const date = new Date(`${cell.day}T00:00:00Z`)
    return Number.isNaN(date.getTime())
      ? { value: cell.day, type: String }
      : { value: date, type: Date, format: 'yyyy-mm-dd', align: 'left' as const }
  }
  // Typed as text, so that no cell can act as a formula.
  return cell === ''
    ? null
    : {
        value: cell.slice(0, MOST_CHARACTERS),
        type: String,
        wrap: true,
        alignVertical: 'top' as const,
      }
}

const widthOf = (label: string, i: number): number =>
  i === 0 ? 40 : Math.min(36, Math.max(14, label.length + 2))

/** All registers as a workbook, a sheet each, the heading row kept in view; the same registers give the same bytes. */
export async function xlsxOf(registers: readonly Register[]): Promise<Uint8Array> {
  const sheets = registers.map(({ name, columns, rows }) => ({
    sheet: name.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, MOST_NAME),
    stickyRowsCount: 1,
    columns: columns.map((label, i) => ({ width: widthOf(label, i) })),
    data: [
      columns.map((label) => ({
        value: label,
        type: String,
        fontWeight: 'bold' as const,
        wrap: true,
      })),
      ...rows.map((row) => row.map(cellOf)),
    ],
  }))
  const files = unzipSync(await writeXlsxFile(sheets).toBuffer())
  return zipSync(files, { mtime: new Date(1980, 0, 1), level: 6 })
}
