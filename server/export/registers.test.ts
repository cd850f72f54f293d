import { strFromU8, unzipSync } from 'fflate'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { assert } from '../../shared/assert.ts'
import { addObjects, setField } from '../../shared/board/commands.ts'
import { viewOf } from '../../shared/board/view.ts'
import { parse } from 'csv-parse/sync'
import { awkwardBoard, emptyBoard, westbury } from '../../shared/paper/fixtures/boards.ts'
import { csvOf, csvZipOf } from './csv.ts'
import { has, inFolder, calc } from './fixtures/programs.ts'
import { registersOf, type Register } from './registers.ts'
import { xlsxOf } from './xlsx.ts'

const dangerous = ['=1+1', '+cmd|x', '-2+3', '@SUM(A1)', '\t=1', '=HYPERLINK("http://x","y")']

function dangerousBoard() {
  const doc = emptyBoard()
  addObjects(
    doc,
    dangerous.map((name) => ({ type: 'organisation', at: [0, 0], fields: { name } })),
    'test',
  )
  return doc
}

const named = (registers: readonly Register[], id: string): Register => {
  const found = registers.find((register) => register.id === id)
  assert(found, `there is a register called ${id}`)
  return found
}

describe('registers', () => {
  it('hold a table for each kind, empty where there is none of it, both sides of a relationship apart', () => {
    const registers = registersOf(viewOf(westbury()))
    const filled = registers.filter(({ rows }) => rows.length > 0)
    expect(filled.map(({ id }) => id)).toEqual([
      'organisations',
      'relationships',
      'objectives',
      'issues',
      'commitments',
    ])
    const nothing = registersOf(viewOf(emptyBoard()))
    expect(nothing.map(({ columns }) => columns)).toEqual(registers.map(({ columns }) => columns))
    expect(nothing.flatMap(({ rows }) => rows)).toEqual([])
    const ties = named(registers, 'relationships')
    const at = (label: string): number => ties.columns.indexOf(label)
    const row = ties.rows.find((cells) => cells.at(-1) === 'tie12')
    expect(row?.[at('Reliability, says “from”')]).toBe(3)
    expect(row?.[at('Reliability, says “to”')]).toBe(1)
    expect(row?.[at('Answered on, says “to”')]).toEqual({ day: '2026-03-03' })
    expect(named(registers, 'commitments').rows[0]).toContainEqual({ day: '2026-10-01' })
  })

  it('hold what a page has no room for, who has not signed, and the notes with the lanes that they lie in', () => {
    const doc = westbury()
    addObjects(
      doc,
      [
        {
          type: 'agreement',
          at: [0, 0],
          fields: {
            title: 'How we work',
            parties: ['council', 'mind', 'police'],
            promises: ['We ring back'],
            signatures: {
              mind: '2026-03-03',
              icb: { on: '2026-03-04', of: ['We ring'] },
            },
          },
        },
        { id: 'stage', type: 'frame', at: [0, 0], fields: { title: 'Where we differ' } },
        { id: 'lane', type: 'frame', at: [0, 0], frame: 'stage', fields: { title: 'Costs' } },
        { type: 'note', at: [0, 0], frame: 'lane', fields: { text: 'A night in a cell' } },
        { type: 'objective', at: [0, 0], fields: { title: 'Home', learned: 'Ask the ward clerk' } },
      ],
      'test',
    )
    setField(doc, 'council', 'pace', 1, 'test')
    setField(doc, 'council', 'strain', 4, 'test')
    const registers = registersOf(viewOf(doc))
    const cell = (id: string, first: string, label: string) => {
      const { columns, rows } = named(registers, id)
      return rows.find(([name]) => name === first)?.[columns.indexOf(label)]
    }
    expect(cell('working-agreements', 'How we work', 'Not signed by')).toBe(
      'Westbury County Council\nWestbury Police',
    )
    expect(cell('working-agreements', 'How we work', 'Changed since signed by')).toBe(
      'NHS Westbury Integrated Care Board',
    )
    expect(cell('organisations', 'Westbury County Council', 'Pace')).toBe('Steady (1)')
    expect(cell('organisations', 'Westbury County Council', 'Strain on capacity')).toBe(
      'Close to breaking (4)',
    )
    expect(named(registers, 'organisations').columns).not.toContain('Pressure gauge')
    expect(cell('objectives', 'Home', 'What we learned')).toBe('Ask the ward clerk')
    expect(cell('notes', 'A night in a cell', 'Frame')).toBe('Where we differ › Costs')
  })

  it.each([
    ['full', westbury],
    ['empty', emptyBoard],
    ['awkward', awkwardBoard],
    ['dangerous', dangerousBoard],
  ])('come back from CSV as they were, %s board, and none of it acts as a formula', (_, board) => {
    const registers = registersOf(viewOf(board()))
    const files = unzipSync(csvZipOf(registers))
    expect(Object.keys(files)).toEqual(registers.map(({ id }) => `${id}.csv`))
    for (const register of registers) {
      const read = parse(strFromU8(csvOf(register)), {
        bom: true,
        relax_column_count: true,
      })
      expect(read).toHaveLength(register.rows.length + 1)
      for (const cell of read.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
      for (const row of read) expect(row).toHaveLength(register.columns.length)
    }
  })

  it('type every text of a workbook as text', async () => {
    const files = unzipSync(await xlsxOf(registersOf(viewOf(dangerousBoard()))))
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect(sheet).not.toMatch(/<f[ >]/)
    expect(sheet.match(/<row /g)).toHaveLength(dangerous.length + 1)
  })
})

describe('a workbook', () => {
  const sheetsOf = async (board = westbury()) => {
    const registers = registersOf(viewOf(board))
    const files = unzipSync(await xlsxOf(registers))
    const at = registers.findIndex(({ id }) => id === 'relationships')
    return {
      sheet: strFromU8(files[`xl/worksheets/sheet${at + 1}.xml`] ?? new Uint8Array()),
      book: strFromU8(files['xl/workbook.xml'] ?? new Uint8Array()),
      styles: strFromU8(files['xl/styles.xml'] ?? new Uint8Array()),
    }
  }

  it('prints lying, as many pages wide as it takes to read, headings and names on each', async () => {
    const { sheet, book } = await sheetsOf()
    expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>')
    expect(sheet).toMatch(/<pageSetup [^>]*orientation="landscape"[^>]*fitToHeight="0"/)
    expect(sheet).toMatch(/ySplit="1" xSplit="2" .*state="frozen"/)
    expect(book).toContain("'Relationships'!$A:$B,'Relationships'!$1:$1")
  })

  it('has letters with a name and a size, and columns as wide as what stands in them', async () => {
    const { sheet, styles } = await sheetsOf()
    const fonts = styles.match(/<font>.*?<\/font>/g) ?? []
    expect(fonts.length).toBeGreaterThan(1)
    for (const font of fonts) expect(font).toMatch(/<name val=".*<sz val="11"/)
    const widths = [...sheet.matchAll(/<col [^>]*width="(\d+)"/g)].map(([, width]) => Number(width))
    expect(widths[0]).toBe('NHS Westbury Integrated Care Board'.length + 2)
    expect(Math.max(...widths)).toBeLessThanOrEqual(46)
  })

  it('has rows as high as what wraps in them', async () => {
    const doc = emptyBoard()
    const text = 'Carers know first, and nobody asks them before a Monday. '.repeat(4).trim()
    addObjects(
      doc,
      [
        { type: 'organisation', at: [0, 0], fields: { name: 'A', detail: text } },
        {
          type: 'organisation',
          at: [0, 0],
          fields: { name: 'B', brings: ['One', 'Two', 'Three'] },
        },
        { type: 'organisation', at: [0, 0], fields: { name: 'C' } },
      ],
      'test',
    )
    const files = unzipSync(await xlsxOf(registersOf(viewOf(doc))))
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    const heights = [...sheet.matchAll(/<row [^>]* ht="([\d.]+)"/g)].map(([, high]) => Number(high))
    expect(heights.slice(1).map((high) => high / (heights[3] ?? 0))).toEqual([6, 3, 1])
  })
})

describe.skipIf(!has(calc))('a workbook, opened by LibreOffice', { timeout: 120_000 }, () => {
  it.each([
    ['a full', westbury],
    ['an awkward', awkwardBoard],
    ['a dangerous', dangerousBoard],
  ])('holds the organisations of %s board', async (_, board) => {
    const registers = registersOf(viewOf(board()))
    const csv = inFolder('registers.xlsx', await xlsxOf(registers), (folder, path) => {
      const profile = `-env:UserInstallation=file://${folder}/profile`
      execFileSync(
        calc,
        [
          profile,
          '--headless',
          '--convert-to',
          'csv:Text - txt - csv (StarCalc):44,34,76',
          '--outdir',
          folder,
          path,
        ],
        { stdio: 'pipe' },
      )
      return readFileSync(join(folder, 'registers.csv'), 'utf8')
    })
    const [head, ...rows] = parse(csv, { bom: true, relax_column_count: true })
    const { columns, rows: expected } = named(registers, 'organisations')
    expect(head).toEqual(columns)
    expect(rows.map(([name]) => name?.trim())).toEqual(
      expected.map(([name]) => (typeof name === 'string' ? name.trim() : name)),
    )
  })
})
