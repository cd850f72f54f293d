import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addObjects, removeObjects, setField, setOpenReading } from '../board/commands.ts'
import { viewOf } from '../board/view.ts'
import { contentOf } from '../compare/content.ts'
import { composePaper } from './compose-paper.ts'
import { awkwardBoard, contactBoard, emptyBoard, MADE_AT, westbury } from './fixtures/boards.ts'
import { textsOf, type Block, type Paper, type Table } from './paper.ts'
import { readPaperSettings } from './settings.ts'

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
    const said = [...textsOf(front ? [front] : [])]
    expect(said.slice(0, 3)).toEqual([
      'Board paper',
      'A paper',
      expect.stringMatching(/^Decide together/),
    ])
    expect(said).toEqual(
      expect.arrayContaining([
        '4 March 2026',
        'Eight organisations mapped 13 relationships between them, as of 4 March 2026. Both sides said how far they trust each other in 11 of those 13, and in four the two sides are a step or more apart. Over the 23 sides that gave a figure, trust is 62%.',
        'The map holds two shared objectives and two commitments, one of them imposed. 10 points need attention and are listed in this paper.',
        'Objectives without public value: One call reaches whoever can help.',
        'Give one commitment an owner and a date by the next meeting, or withdraw it.',
      ]),
    )
  })

  it('says that its text is a draft until somebody has written another', () => {
    const isDraft = (block: Block): boolean => block.kind === 'paragraph' && block.style === 'draft'
    expect(blocksOf(paperOf(westbury())).filter(isDraft)).toHaveLength(3)
    const settings = readPaperSettings({
      profile: 'nhs',
      title: 'Working together',
      meetingDate: '2026-03-18',
      purpose: 'assurance',
      summary: 'We agree.\n\nMostly.',
      recommendations: '1. Approve it.\n(2) Meet in May.\n- 3 hubs are enough.',
      fields: { item: '7', wards: 'All' },
      eyebrow: 'Report to the partnership',
      labels: { item: 'Item', purpose: ' ' },
      own: [
        { label: 'Portfolio', text: 'Health and care' },
        { label: ' ', text: 'Not in the paper' },
      ],
      without: ['findings', 'matrix', 'flags'],
    })
    const blocks = blocksOf(
      composePaper(viewOf(westbury()), { title: 'A paper', generatedAt: MADE_AT, settings }),
    )
    expect(blocks.filter(isDraft)).toEqual([])
    expect(blocks).toContainEqual({
      kind: 'bullets',
      numbered: true,
      items: ['Approve it.', 'Meet in May.', '3 hubs are enough.'],
    })
    const facts = blocks.find((block) => block.kind === 'facts')
    expect(facts?.rows.slice(0, 3)).toEqual([
      ['Item', '7'],
      ['Meeting date', '18 March 2026'],
      ['Action requested', 'For assurance'],
    ])
    expect(facts?.rows.at(-1)).toEqual(['Portfolio', 'Health and care'])
    expect(blocks[0]).toMatchObject({ text: 'Report to the partnership', style: 'eyebrow' })
    const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))
    expect(headings.slice(0, 4)).toEqual([
      'Working together',
      'Executive summary',
      'Recommendations',
      'The map',
    ])
    expect(headings).not.toContain('What needs attention')
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
    expect(rowsOf(tableOf(paper, /Found on the board/))).toContainEqual([
      'Objectives without public value / If working together does not get people more, there is no point in it.',
      '1',
      'One call reaches whoever can help',
    ])
  })

  it('tells each organisation’s word of each other in a matrix, nothing where nothing was said', () => {
    const matrix = tableOf(paperOf(westbury()), /What each organisation says/)
    expect(matrix.columns.map(({ label }) => label)).toEqual([
      'Organisation',
      ...Array.from({ length: 8 }, (_, i) => String(i + 1)),
    ])
    expect(rowsOf(matrix)[2]).toEqual(['3. Larkfield Homes', '', '3.3', '·', '', '', '1.5', '', ''])
  })

  it('says what became of trust, gaps and things since a version', () => {
    const doc = westbury()
    const before = contentOf(doc)
    setOpenReading(
      doc,
      {
        relationship: 'tie12',
        end: 'to',
        at: '2026-03-04T09:00:00Z',
        reliability: 3,
        purpose: 3,
        openness: 3,
      },
      'test',
    )
    addObjects(doc, [{ type: 'risk', at: [0, 0], fields: { title: 'A hard frost' } }], 'test')
    removeObjects(doc, ['iss1'], 'test')
    setField(doc, 'com1', 'owner', 'B. Osei', 'test')
    const since = { name: 'Autumn', at: '2025-11-02T10:00:00.000Z', before, after: contentOf(doc) }
    const paper = composePaper(viewOf(doc), { title: 'A paper', generatedAt: MADE_AT, since })
    expect(rowsOf(tableOf(paper, /then and now/))).toEqual([
      [
        'Mind in Westbury',
        'Westbury County Council',
        '1.7',
        '3',
        'Raised / Reliability 1, now 3; Openness 1, now 3',
        '+2, now +0.7',
      ],
    ])
    expect(rowsOf(tableOf(paper, /added, removed and changed/))).toEqual([
      ['A hard frost', 'Risk', 'Added'],
      ['Who pays when the pilot ends', 'Issue', 'Removed'],
      ['Four night-time peer supporters', 'Commitment', 'Owner: R. Adeyemi, now B. Osei'],
    ])
    expect([...textsOf(paper.sections)]).toContain(
      'Since “Autumn” of 2 November 2025: trust rose on one side; one gap narrowed; one thing was added to the board; one thing was removed from the board; one thing on the board was changed.',
    )
    const still = { ...since, before: since.after }
    const quiet = composePaper(viewOf(doc), {
      title: 'A paper',
      generatedAt: MADE_AT,
      since: still,
    })
    expect([...textsOf(quiet.sections)]).toContain(
      'Nothing has changed since “Autumn” of 2 November 2025.',
    )
  })

  it('says how many minutes went to the top issues', () => {
    const doc = westbury()
    const issue = (title: string, kind: string, importance: number, talked: unknown) => ({
      type: 'issue',
      at: [0, 0] as const,
      fields: { title, kind, importance, talked },
    })
    addObjects(
      doc,
      [
        issue('Who hears last', 'important', 3, 32),
        issue('The logo on the vans', 'sideShow', 4, 14.4),
        issue('Parking', 'important', 1, 1),
        issue('Not a number', 'important', 4, 'ages'),
      ],
      'test',
    )
    setField(doc, 'iss1', 'talked', 8, 'test')
    const paper = paperOf(doc)
    expect([...textsOf(paper.sections)]).toContain(
      'Of the 55 minutes spent on issues, 40 went to the top issues: Who hears last (32) and Who pays when the pilot ends (8).',
    )
    expect(rowsOf(tableOf(paper, /spent on each issue/)).map((row) => row.at(-1))).toEqual([
      '32',
      '14',
      '8',
      '1',
    ])
    expect([...textsOf(paperOf(westbury()).sections)].join('\n')).not.toContain('minutes')
  })

  it('ends with no point alone on a page: what it was made from comes before the figures', () => {
    const last = blocksOf(paperOf(westbury())).at(-1)
    expect(last?.kind).toBe('table')
  })

  it('makes a register of each kind of object that has one, references by name and dates in words', () => {
    const paper = paperOf(westbury())
    expect(rowsOf(tableOf(paper, /Commitments/))[0]).toEqual([
      'Four night-time peer supporters',
      'People',
      'Mind in Westbury',
      'Nobody waits in hospital for a place at home',
      'R. Adeyemi',
      '1 Oct 2026',
      'Rota',
      'Accepted',
    ])
  })

  it('turns the page once: wide tables after the map, the rest upright', () => {
    const order = paperOf(westbury()).sections.map(({ orientation }) => orientation)
    expect(order[0]).toBe('portrait')
    expect(order.lastIndexOf('landscape')).toBe(order.length - 2)
    expect(order.slice(1).indexOf('portrait')).toBe(order.length - 2)
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

  it('tells of pressure where an organisation has published it, and nowhere else', () => {
    const doc = westbury()
    expect(JSON.stringify(paperOf(doc))).not.toContain('Pressure')
    setField(doc, 'housing', 'pressure', 3, null)
    setField(doc, 'housing', 'pressureNote', 'Two thirds of calls are repairs', null)
    expect(rowsOf(tableOf(paperOf(doc), /Pressure/))).toEqual([
      ['Larkfield Homes', 'Strained (3)', 'Two thirds of calls are repairs'],
    ])
  })

  it('is the same whichever way the board came', () => {
    const doc = westbury()
    const replica = new Y.Doc()
    Y.applyUpdateV2(replica, Y.encodeStateAsUpdateV2(doc))
    expect(paperOf(replica)).toEqual(paperOf(doc))
  })
})
