import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { viewOf } from '../board/view.ts'
import { composePaper } from './compose-paper.ts'
import { awkwardBoard, contactBoard, emptyBoard, MADE_AT, westbury } from './fixtures/boards.ts'
import { textsOf, type Block, type Paper, type Table } from './paper.ts'

const paperOf = (doc: Y.Doc, title = 'A paper'): Paper =>
  composePaper(viewOf(doc), { title, generatedAt: MADE_AT })

const blocksOf = (paper: Paper): Block[] => paper.sections.flatMap((section) => [...section.blocks])

const tableOf = (paper: Paper, caption: RegExp): Table => {
  const found = blocksOf(paper).find(
    (block): block is Table => block.kind === 'table' && caption.test(block.caption),
  )
  expect(found, `a table called ${caption}`).toBeDefined()
  return found!
}

const rowsOf = (table: Table): string[][] =>
  table.rows.map((row) => row.map(({ text, note }) => (note ? `${text} / ${note}` : text)))

describe('the board paper', () => {
  it('opens with what it is about, who took part and what stands out', () => {
    const [front] = paperOf(westbury()).sections
    expect(front?.blocks.map((block) => block.kind)).toEqual([
      'paragraph',
      'heading',
      'paragraph',
      'facts',
      'heading',
      'bullets',
    ])
    expect([...textsOf(front ? [front] : [])]).toEqual(
      expect.arrayContaining([
        '4 March 2026',
        'Both sides gave a figure for trust in 11 of 13 relationships.',
        'In 4 of those 11 the two sides are a step or more apart.',
        '2 commitments, 1 of them imposed.',
      ]),
    )
  })

  it('sets both sides of a relationship side by side, the gap signed, nothing averaged over the two', () => {
    const table = tableOf(paperOf(westbury()), /Trust between organisations/)
    expect(table.columns.map(({ group, label }) => (group ? `${group}: ${label}` : label))).toEqual(
      [
        'Organisation A',
        'Organisation B',
        ...['Reliability', 'Shared purpose', 'Openness', 'Trust'].map(
          (label) => `A’s trust in B: ${label}`,
        ),
        ...['Reliability', 'Shared purpose', 'Openness', 'Trust'].map(
          (label) => `B’s trust in A: ${label}`,
        ),
        'Gap,\u00a0A\u00a0−\u00a0B',
      ],
    )
    const rows = rowsOf(table)
    expect(rows).toHaveLength(13)
    expect(rows[1]).toEqual([
      'Westbury County Council',
      'Mind in Westbury',
      '3',
      '4',
      '4',
      '89%',
      '1',
      '3',
      '1',
      '22%',
      '+2 / Openness +3',
    ])
    // “Don’t know” is an answer, silence is none, and neither counts as zero.
    expect(rows).toContainEqual([
      'Ashdown College',
      'Westbury County Council',
      '3',
      '?',
      '?',
      '67%',
      '3',
      '3',
      '3',
      '67%',
      '0',
    ])
    expect(rows).toContainEqual([
      'Westbury Police',
      'Hill Estate Residents’ Group',
      '2',
      '2',
      '3',
      '44%',
      '–',
      '–',
      '–',
      '–',
      '–',
    ])
  })

  it('shows the order of the two sides as a minus where the second says more', () => {
    const doc = contactBoard(
      'Contact',
      ['One', 'Two'],
      [
        ['One', 'Two', 4],
        ['Two', 'One', 1],
      ],
    )
    expect(rowsOf(tableOf(paperOf(doc), /Contact/))).toEqual([
      ['One', 'Two', 'Rarely (1)', 'All the time (4)', '−3'],
    ])
  })

  it('sets apart the modes that the two sides see, without choosing one', () => {
    const rows = rowsOf(tableOf(paperOf(westbury()), /Mode of partnership/))
    expect(rows).toContainEqual([
      'Westbury County Council',
      'NHS Westbury Integrated Care Board',
      'Genuine',
      'Looks aligned',
      'Different',
    ])
    expect(rows).toContainEqual([
      'Mind in Westbury',
      'Hill Estate Residents’ Group',
      'Genuine',
      'Genuine',
      'Same',
    ])
  })

  it('lists what was not answered, by who and about whom', () => {
    const paper = paperOf(westbury())
    expect(rowsOf(tableOf(paper, /Sides of relationships/))).toEqual([
      ['Hill Estate Residents’ Group', 'Nothing answered', 'Westbury Police'],
      ['Larkfield Homes', 'Nothing answered', 'Westbury Fire and Rescue Service'],
      ['Mind in Westbury', 'Openness', 'NHS Westbury Integrated Care Board'],
      ['Westbury Fire and Rescue Service', 'Nothing answered', 'Larkfield Homes'],
    ])
    expect(rowsOf(tableOf(paper, /empty side/))).toEqual([
      ['What it brings', 'Larkfield Homes'],
      ['What it wants', 'Ashdown College'],
    ])
    expect([...textsOf(paper.sections)]).toContain(
      '1 objective without a public value: One call reaches whoever can help.',
    )
  })

  it('makes a register of each kind of object that has one, references by name and dates in words', () => {
    const paper = paperOf(westbury())
    expect(rowsOf(tableOf(paper, /Commitments/))[0]).toEqual([
      'Four night-time peer supporters',
      'People',
      'Mind in Westbury',
      'Nobody waits in hospital for a place at home',
      'R. Adeyemi',
      '1 October 2026',
      'Rota',
      'Accepted',
    ])
  })

  it('turns the page once: wide tables after the map, the rest upright', () => {
    expect(paperOf(westbury()).sections.map(({ orientation }) => orientation)).toEqual([
      'portrait',
      'landscape',
      'landscape',
      'portrait',
    ])
  })

  it('numbers its headings without a jump, on every board', () => {
    for (const board of [westbury(), emptyBoard(), awkwardBoard()]) {
      const levels = blocksOf(paperOf(board)).flatMap((block) =>
        block.kind === 'heading' ? [block.level] : [],
      )
      expect(levels[0]).toBe(1)
      expect(levels.slice(1)).not.toContain(1)
      for (const [i, level] of levels.entries())
        expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1)
    }
  })

  it('prints its formula, and says how many characters it could not show', () => {
    const texts = [...textsOf(paperOf(awkwardBoard()).sections)].join('\n')
    expect(texts).toContain('trust % = (mean − 1) / 3 × 100')
    expect(texts).toMatch(/\d+ characters on the board are not in the typeface/)
    expect([...textsOf(paperOf(westbury()).sections)].join('\n')).not.toContain('typeface')
  })

  it('never carries a marking above OFFICIAL-SENSITIVE', () => {
    expect(paperOf(awkwardBoard()).marking).toBe('OFFICIAL-SENSITIVE')
    expect(paperOf(emptyBoard()).marking).toBe('')
  })

  it('is the same whichever way the board came', () => {
    const doc = westbury()
    const replica = new Y.Doc()
    Y.applyUpdateV2(replica, Y.encodeStateAsUpdateV2(doc))
    expect(paperOf(replica)).toEqual(paperOf(doc))
  })
})
