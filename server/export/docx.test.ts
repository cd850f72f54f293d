import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { viewOf } from '../../shared/board/view.ts'
import { composePaper } from '../../shared/paper/compose-paper.ts'
import { docxOf } from './docx.ts'
import {
  awkward,
  awkwardBoard,
  emptyBoard,
  MADE_AT,
  westbury,
} from '../../shared/paper/fixtures/boards.ts'
import { scriptsBoard } from '../../shared/paper/fixtures/scripts-board.ts'
import { has, inFolder, printed, throughLibreOffice, writer } from './fixtures/programs.ts'
import { execFileSync } from 'node:child_process'

const made = (doc: Y.Doc): Promise<Uint8Array> => {
  const view = viewOf(doc)
  return docxOf(composePaper(view, { title: view.fact('title'), generatedAt: MADE_AT }))
}

const partOf = (docx: Uint8Array, path: string): string =>
  strFromU8(unzipSync(docx)[path] ?? new Uint8Array())

const parse = `
import sys, zipfile, xml.dom.minidom
with zipfile.ZipFile(sys.argv[1]) as z:
    assert z.testzip() is None
    for name in z.namelist():
        if name.endswith(('.xml', '.rels')): xml.dom.minidom.parseString(z.read(name))
    print(len(z.namelist()))
`

describe('the paper as a Word file', { timeout: 60_000 }, () => {
  let docx: Uint8Array
  beforeAll(async () => {
    docx = await made(westbury())
  }, 60_000)

  it('has the same bytes for the same board', async () => {
    expect(Buffer.from(await made(westbury())).equals(Buffer.from(docx))).toBe(true)
    expect(partOf(docx, 'docProps/core.xml')).toContain('2026-03-04T14:05:00Z')
  })

  it('has real headings, captions, repeated table headings and rows that hold together', () => {
    const xml = partOf(docx, 'word/document.xml')
    const headings = [
      ...xml.matchAll(/<w:pStyle w:val="Heading(\d)"\/>.*?<w:t [^>]*>(.*?)<\/w:t>/g),
    ].map(([, level, text]) => `${level} ${text}`)
    expect(headings.slice(0, 4)).toEqual([
      '1 Winter pressures in Westbury',
      '2 Executive summary',
      '2 Findings',
      '2 Recommendations',
    ])
    const [, trust = ''] = /Table 2\. Trust.*?(<w:tbl>.*?<\/w:tbl>)/.exec(xml) ?? []
    expect(trust.match(/<w:tblHeader\/>/g)).toHaveLength(2)
    expect(trust.match(/<w:cantSplit\/>/g)).toHaveLength(15)
    expect(trust.match(/<w:gridSpan w:val="4"\/>/g)).toHaveLength(2)
    expect(xml.match(/<w:pStyle w:val="Caption"\/>/g)?.length).toBeGreaterThan(5)
  })

  it('describes the map in words and turns its page', () => {
    const xml = partOf(docx, 'word/document.xml')
    expect(xml).toMatch(/<wp:docPr [^>]*descr="A map of 8 organisations: Ashdown College, /)
    expect(xml.match(/w:orient="landscape"/g)?.length).toBe(2)
  })

  it('marks the top and bottom of every section', () => {
    const parts = unzipSync(docx)
    const edges = Object.keys(parts).filter((path) => /^word\/(header|footer)\d+\.xml$/.test(path))
    expect(edges.length).toBeGreaterThan(3)
    for (const path of edges) expect(partOf(docx, path)).toContain('OFFICIAL-SENSITIVE: COMMERCIAL')
  })

  it('says of each paragraph and each word which way it runs', async () => {
    const xml = partOf(await made(scriptsBoard()), 'word/document.xml')
    const paragraphOf = (text: string): string =>
      xml.match(/<w:p>.*?<\/w:p>/g)?.find((paragraph) => paragraph.includes(text)) ?? ''
    const turned = paragraphOf('מועצת העיר והמשטרה')
    expect(turned).toContain('<w:bidi/>')
    expect(turned).toMatch(/<w:rtl\/><\/w:rPr><w:t [^>]*>מועצת העיר והמשטרה/)
    expect(turned).toMatch(/<w:r><w:t [^>]*>Westbury Council<\/w:t>/)
    const sentence = paragraphOf(' trusts ')
    expect(sentence).not.toContain('<w:bidi/>')
    expect(sentence).toMatch(/<w:rtl\/><\/w:rPr><w:t [^>]*>المجلس المحلي/)
  })

  it('carries its typeface, whole', () => {
    const xml = partOf(docx, 'word/fontTable.xml')
    const key = /embedRegular [^>]*w:fontKey="\{([^}]+)\}"/.exec(xml)?.[1] ?? ''
    const bytes = (key.replaceAll('-', '').match(/../g) ?? [])
      .map((pair) => Number.parseInt(pair, 16))
      .toReversed()
    const font = unzipSync(docx)['word/fonts/font1.odttf'] ?? new Uint8Array()
    const head = font.slice(0, 4).map((byte, i) => byte ^ (bytes[i] ?? 0))
    expect([...head]).toEqual([0, 1, 0, 0])
  })
})

describe.skipIf(!has('python3'))(
  'the Word file, parsed by another program',
  { timeout: 60_000 },
  () => {
    it.each([
      ['a full board', westbury],
      ['an empty board', emptyBoard],
      ['an awkward board', awkwardBoard],
    ])('is a sound archive of well-formed XML for %s', async (_, board) => {
      const parts = inFolder('paper.docx', await made(board()), (__, path) =>
        execFileSync('python3', ['-c', parse, path], { encoding: 'utf8' }),
      )
      expect(Number(parts)).toBeGreaterThan(20)
    })
  },
)

describe.skipIf(!has(writer) || !has('pdftotext'))('the Word file, opened by LibreOffice', () => {
  it(
    'keeps every word, scripts and emoji of the awkward board included',
    { timeout: 120_000 },
    async () => {
      const pdf = throughLibreOffice(await made(awkwardBoard()))
      const text = printed('pdftotext', ['-raw'], pdf, ['-'])
      expect(text).toContain('</w:t></w:r> ]]> <b>&amp;</b>')
      expect(text.replaceAll(/[\u200e\u200f\u202a-\u202e]/g, '')).toContain(
        awkward.hebrew.split(' ')[0],
      )
      expect(text).not.toContain('SECRET')
      expect(text.match(/^OFFICIAL-SENSITIVE$/gm)?.length).toBeGreaterThan(4)
    },
  )

  it(
    'shows the paper with its marking and page numbers on every page',
    { timeout: 120_000 },
    async () => {
      const pdf = throughLibreOffice(await made(westbury()))
      const pages = printed('pdftotext', ['-layout'], pdf, ['-']).split('\f').slice(0, -1)
      expect(pages.length).toBeGreaterThan(5)
      for (const [index, page] of pages.entries()) {
        expect(page.match(/OFFICIAL-SENSITIVE: COMMERCIAL/g)).toHaveLength(2)
        expect(page).toContain(`Page ${index + 1} of ${pages.length}`)
      }
      expect(pages.join('\n')).toContain('trust % = (mean − 1) / 3 × 100')
    },
  )
})
