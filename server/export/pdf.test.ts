import { beforeAll, describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { viewOf } from '../../shared/board/view.ts'
import { composePaper } from '../../shared/paper/compose-paper.ts'
import {
  awkward,
  awkwardBoard,
  emptyBoard,
  MADE_AT,
  westbury,
} from '../../shared/paper/fixtures/boards.ts'
import { everyRound } from '../../shared/paper/fixtures/rounds.ts'
import { scripts, scriptsBoard } from '../../shared/paper/fixtures/scripts-board.ts'
import { has, printed } from './fixtures/programs.ts'
import { pdfOf } from './pdf.ts'

const paperOf = (doc: Y.Doc) => {
  const view = viewOf(doc)
  return composePaper(view, { title: view.fact('title'), generatedAt: MADE_AT })
}
const made = (doc: Y.Doc): Promise<Uint8Array> => pdfOf(paperOf(doc))
const poppler = has('pdfinfo') && has('pdftotext')

const textOf = (pdf: Uint8Array, ...options: string[]): string =>
  printed('pdftotext', ['-layout', ...options], pdf, ['-'])

describe('the paper as PDF', { timeout: 60_000 }, () => {
  it('has the same bytes for the same board', async () => {
    const [first, second] = [await made(westbury()), await made(westbury())]
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
  })
})

describe.skipIf(!poppler)('the paper as PDF, read by poppler', { timeout: 60_000 }, () => {
  let pdf: Uint8Array
  let structure: string
  beforeAll(async () => {
    pdf = await made(westbury())
    structure = printed('pdfinfo', ['-struct-text'], pdf)
  }, 60_000)

  it('says what it is: tagged, with title and date', () => {
    const info = printed('pdfinfo', ['-isodates'], pdf)
    expect(info).toMatch(/Title: +Winter pressures in Westbury/)
    expect(info).toMatch(/Tagged: +yes/)
    expect(info).toMatch(/CreationDate: +2026-03-04T14:05:00/)
    expect(info).toMatch(/Page size: +595\.28 x 841\.89 pts \(A4\)/)
    expect(printed('pdfinfo', ['-meta'], pdf)).toContain('<pdfuaid:part>1</pdfuaid:part>')
  })

  it('embeds subsets of its one typeface', () => {
    const fonts = printed('pdffonts', [], pdf).trim().split('\n').slice(2)
    expect(fonts.length).toBeGreaterThan(0)
    for (const font of fonts)
      expect(font).toMatch(/^[A-Z]{6}\+AtkinsonHyperlegibleNext.* yes yes yes /)
  })

  it('has its headings in order', () => {
    const headings = [...structure.matchAll(/^ *H(\d) \(block\)\n *"(.*)"/gm)].map(
      ([, level, text]) => `${level} ${text}`,
    )
    expect(headings).toEqual([
      '1 Winter pressures in Westbury',
      '2 Executive summary',
      '2 Findings',
      '2 Recommendations',
      '2 The map',
      '2 Trust matrix',
      '2 Relationships',
      '2 Objectives',
      '2 Commitments',
      '2 How each side sees the relationship',
      '2 Organisations',
      '2 Issues',
      '2 What needs attention',
      '2 What was not answered',
      '2 How this was worked out',
      '3 Trust',
      '3 Gap',
      '3 Figures',
    ])
  })

  it('has tables whose cells have headings, each heading once, rows that hold together', () => {
    const [, trust = ''] = /Table 2\. Trust([\s\S]*?)Table \(block\)/.exec(structure) ?? []
    expect([...trust.matchAll(/"Reliability"/g)]).toHaveLength(2)
    expect(trust.match(/\/Scope \/Column/g)).toHaveLength(13)
    expect(trust.match(/\/ColSpan 4/g)).toHaveLength(2)
    expect(trust.match(/\/Scope \/Row/g)).toHaveLength(26)
    const cells = [...trust.matchAll(/"(.*)"/g)].map(([, text]) => text)
    const row = cells.indexOf('Larkfield Homes')
    expect(cells.slice(row, row + 11)).toEqual(
      'Larkfield Homes|Hill Estate Residents’ Group|3|3|4|78%|1|1|1|0%|+2.3 Openness +3'.split('|'),
    )
  })

  it('marks every page at its top and bottom, and counts them', () => {
    const pages = Number(/Pages: +(\d+)/.exec(printed('pdfinfo', [], pdf))?.[1])
    expect(pages).toBeGreaterThan(5)
    for (let page = 1; page <= pages; page++) {
      const lines = textOf(pdf, '-f', String(page), '-l', String(page)).trim().split('\n')
      expect(lines[0]?.trim()).toBe('OFFICIAL-SENSITIVE: COMMERCIAL')
      expect(lines.at(-1)?.trim()).toBe('OFFICIAL-SENSITIVE: COMMERCIAL')
      expect(lines.join('\n')).toContain(`Page ${page} of ${pages}`)
    }
    // Running heads are for the eye; read out, they would break into every sentence.
    expect(structure).not.toContain('OFFICIAL')
    expect(structure).not.toMatch(/Page \d+ of/)
  })

  it('puts the map on a landscape page as vectors, its words as text', () => {
    const pages = textOf(pdf).split('\f')
    const map = pages.findIndex((page) => /^\s*The map$/m.test(page)) + 1
    expect(printed('pdfinfo', ['-f', String(map), '-l', String(map)], pdf)).toMatch(
      /Page +\d+ size: +841\.89 x 595\.28/,
    )
    expect(printed('pdfimages', ['-list'], pdf).trim().split('\n')).toHaveLength(2)
    expect(pages[map - 1]).toContain('Larkfield Homes')
  })

  it('leaves no heading or caption alone at the foot of a page', () => {
    const pages = textOf(pdf).split('\f')
    for (const page of pages.slice(0, -1)) {
      const body = page
        .trim()
        .split('\n')
        .filter((line) => line.trim() !== '')
        .slice(1, -2)
      expect(body.at(-1)).not.toMatch(
        /^ *(Table \d|Executive summary|Findings|Recommendations|Relationships$|Objectives$|Commitments$|Organisations$|Issues$|What was|How )/,
      )
    }
  })

  it('leaves no question alone at the foot of a page, away from what it came to', async () => {
    const rounds = Array.from({ length: 60 }, everyRound).flat()
    const view = viewOf(emptyBoard())
    const pages = textOf(
      await pdfOf(composePaper(view, { title: 'Asked', generatedAt: MADE_AT, rounds })),
    ).split('\f')
    const feet = pages.flatMap((page) => {
      const lines = page.split('\n').filter((line) => line.trim() !== '')
      return lines.at(-2) ?? []
    })
    expect(feet.length).toBeGreaterThan(60)
    expect(feet.filter((line) => / · 3 March 2026 · |\?$/.test(line))).toEqual([])
  })

  it('says that nothing is there on an empty board', async () => {
    const text = textOf(await made(emptyBoard()))
    expect(text).toContain('There is nothing on the board yet.')
    expect(text).toContain('No organisations are on the map yet.')
  })

  it('survives awkward content and shows what its typeface lacks', async () => {
    const file = await made(awkwardBoard())
    expect(printed('pdfinfo', [], file)).toContain(`Title:           ${awkward.title}`)
    expect(printed('pdfinfo', ['-meta'], file)).toContain('&lt;script&gt;')
    const text = printed('pdftotext', ['-raw'], file, ['-'])
    expect(text).toContain('◊')
    expect(text.match(/^OFFICIAL-SENSITIVE$/gm)?.length).toBeGreaterThan(4)
    expect(text).not.toContain('SECRET')
    expect(text).toContain('each of them shows as ◊')
    // Read out or copied, the text is the original.
    expect(printed('pdfinfo', ['-struct-text'], file)).toContain('</w:t></w:r> ]]> <b>&amp;</b>')
    // All of a long text is there, though it fills pages.
    expect(
      text.replaceAll(/\s+/g, ' ').split('A sentence that goes on, and says the same again.')
        .length,
    ).toBeGreaterThan(1200)
  })
})

describe.skipIf(!poppler)('other scripts in the PDF, read by poppler', { timeout: 60_000 }, () => {
  let pdf: Uint8Array
  beforeAll(async () => {
    pdf = await made(scriptsBoard())
  }, 60_000)

  it('are read out as they were typed, whichever way they run and however they are shaped', () => {
    const structure = printed('pdfinfo', ['-struct-text'], pdf)
    const { emoji, ...words } = scripts
    for (const text of Object.values(words)) expect(structure).toContain(text)
    expect(structure).toContain(emoji.slice(0, 9))
    expect(structure).toContain(
      'מועצת העיר trusts المجلس المحلي 83%; the other way it is 17% (a gap of\u00a0+2).',
    )
  })

  it('are found and copied in their order, and stand on the right', () => {
    const text = printed('pdftotext', ['-l', '1'], pdf, ['-']).replaceAll(/[\u202a-\u202e]/g, '')
    expect(text).toContain('שיתוף פעולה בין הרשויות')
    expect(text).toContain('المجلس المحلي')
    const boxes = printed('pdftotext', ['-bbox', '-l', '1'], pdf, ['-'])
    const right = Math.max(
      ...[...boxes.matchAll(/xMax="([\d.]+)"[^>]*>[^<]*[\u0590-\u05ff]/g)].map(([, x]) =>
        Number(x),
      ),
    )
    expect(right).toBeCloseTo(595.28 - 64, 0)
  })

  it('are set in subsets of typefaces that have them, which a paper without them does not carry', async () => {
    const fonts = printed('pdffonts', [], pdf)
    for (const name of ['NotoSansHebrew', 'NotoSansArabic', 'NotoSans', 'NotoEmoji']) {
      expect(fonts).toMatch(new RegExp(`[A-Z]{6}\\+${name}-\\w+ .* yes yes yes `))
    }
    expect(printed('pdffonts', [], await made(westbury()))).not.toContain('Noto')
  })
})

interface QpdfObject {
  value?: Record<string, unknown>
}

describe.skipIf(!has('qpdf'))('the paper as PDF, checked by qpdf', { timeout: 60_000 }, () => {
  it.each([
    ['a full board', westbury],
    ['an empty board', emptyBoard],
    ['an awkward board', awkwardBoard],
    ['a board in many scripts', scriptsBoard],
  ])('is sound for %s', async (_, board) => {
    expect(printed('qpdf', ['--check'], await made(board()))).toContain(
      'No syntax or stream encoding errors',
    )
  })

  it('describes the map in words, has bookmarks and a language', async () => {
    const json = JSON.parse(printed('qpdf', ['--json=2'], await made(westbury()))) as {
      qpdf: [unknown, Record<string, QpdfObject>]
    }
    const objects = Object.values(json.qpdf[1]).map(({ value }) => value ?? {})
    const figures = objects.filter((object) => object['/S'] === '/Figure')
    expect(figures).toHaveLength(1)
    expect(figures.map((figure) => figure['/Alt'])).toContainEqual(
      expect.stringMatching(
        /^u:A map of 8 organisations: Ashdown College, .*13 relationships; both sides answered in 11\. In 4 the two sides are a step or more apart\. Widest: Larkfield Homes trusts Hill Estate Residents’ Group 78%; the other way it is 0% \(a gap of\u00a0\+2\.3\)/,
      ),
    )
    const catalog = objects.find((object) => object['/Type'] === '/Catalog')
    expect(catalog).toMatchObject({ '/Lang': 'u:en-GB', '/PageMode': '/UseOutlines' })
    const bookmarks = objects.flatMap((object) => (object['/Dest'] ? [object['/Title']] : []))
    expect(bookmarks).toContain('u:What was not answered')
  })
})
