import { strToU8, unzipSync, zipSync } from 'fflate'
import writeXlsxFile from 'write-excel-file/node'
import { describe, expect, test } from 'vitest'
import { rootsOf } from '../../shared/board/layout.ts'
import { bytesOf, imported, NOW, refusal } from './test-import.ts'

describe('Excel workbooks', () => {
  const cell = (value: string | number | Date) =>
    value instanceof Date
      ? { value, type: Date, format: 'yyyy-mm-dd' }
      : { value, type: typeof value === 'number' ? Number : String }
  async function workbook(sheets: Record<string, (string | number | Date)[][]>) {
    const all = Object.entries(sheets).map(([sheet, rows]) => ({
      sheet,
      data: rows.map((row) => row.map((value) => cell(value))),
    }))
    return new Uint8Array(await writeXlsxFile(all).toBuffer())
  }

  test('Kumu’s sheets are read, with days, and a sheet that is to be ignored is', async () => {
    const { map, doc } = imported(
      'auto',
      await workbook({
        'Notes (ignore)': [
          ['From', 'To'],
          ['X', 'Y'],
        ],
        Elements: [
          ['Label', 'Type', 'Sector', 'Tags'],
          ['Council', 'Organisation', 'Public', 'one|two'],
          ['Mind', 'Organisation', 'Voluntary', ''],
        ],
        Connections: [
          ['From', 'To', 'Direction', 'Trust', 'Answered on'],
          ['Council', 'Mind', 'directed', 2.5, new Date('2026-01-31T00:00:00Z')],
          ['Mind', 'Council', 'directed', 4, ''],
        ],
      }),
    )
    expect(Object.keys(map.organisations)).toEqual(['Council', 'Mind'])
    expect(map.ties[0]?.sides).toMatchObject({
      Council: { trust: { overall: 2.5 } },
      Mind: { trust: { overall: 4 } },
    })
    const days = [...rootsOf(doc).readings.values()].map((one) => (one as { at: string }).at)
    expect(days.sort()).toEqual(['2026-01-31T00:00:00.000Z', NOW])
  })

  async function withSheet(xml: string): Promise<Uint8Array> {
    const files = unzipSync(await workbook({ Connections: [['From', 'To']] }))
    const sheet = Object.keys(files).find((name) => name.includes('worksheets/sheet'))!
    const head = '<worksheet><sheetData>'
    return zipSync({ ...files, [sheet]: strToU8(`${head}${xml}</sheetData></worksheet>`) })
  }

  test('what claims to be huge is refused by its claim', async () => {
    const far =
      '<row r="1"><c r="XFD1" t="str"><v>x</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row>'
    expect(refusal('xlsx', await withSheet(far))[0]?.detail).toContain('200 columns')
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(90_000_000) }, { level: 9 })
    expect(bomb.length).toBeLessThan(200_000)
    expect(refusal('xlsx', bomb)[0]?.detail).toContain('larger than 80 MB')
    expect(refusal('xlsx', bytesOf('PK nothing'))).toHaveLength(1)
  })

  test('a formula counts as what it gave, never as a formula', async () => {
    const rows =
      '<row r="1"><c r="A1" t="inlineStr"><is><t>Label</t></is></c><c r="B1" t="inlineStr"><is><t>Sector</t></is></c></row>' +
      '<row r="2"><c r="A2" t="str"><f>CMD()</f><v>Council</v></c></row>'
    const { map } = imported('xlsx', await withSheet(rows))
    expect(Object.keys(map.organisations)).toEqual(['Council'])
  })
})
