import type * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { assert } from '../../shared/assert.ts'
import { viewOf } from '../../shared/board/view.ts'
import { composePaper } from '../../shared/paper/compose-paper.ts'
import { awkwardBoard, MADE_AT, westbury } from '../../shared/paper/fixtures/boards.ts'
import { scriptsBoard } from '../../shared/paper/fixtures/scripts-board.ts'
import { has, printed } from './fixtures/programs.ts'
import { pdfOf } from './pdf.ts'

type Dictionary = Record<string, unknown>

interface Pdf {
  get(reference: unknown): Dictionary
  contentOf(page: Dictionary): string
  pages: Dictionary[]
  catalog: Dictionary
  elements: Map<string, Dictionary>
}

async function read(doc: Y.Doc): Promise<Pdf> {
  const view = viewOf(doc)
  const paper = composePaper(view, { title: view.fact('title'), generatedAt: MADE_AT })
  const options = ['--json=2', '--json-stream-data=inline', '--decode-level=generalized']
  const json = JSON.parse(printed('qpdf', options, await pdfOf(paper))) as {
    qpdf: [
      unknown,
      Record<string, { value?: Dictionary; stream?: { dict: Dictionary; data: string } }>,
    ]
  }
  const [, objects] = json.qpdf
  const get = (reference: unknown): Dictionary => {
    if (typeof reference !== 'string') return (reference ?? {}) as Dictionary
    const object = objects[`obj:${reference}`]
    return object?.value ?? object?.stream?.dict ?? {}
  }
  const values = Object.entries(objects).map(
    ([key, { value }]) => [key.slice(4), value ?? {}] as const,
  )
  return {
    get,
    contentOf: ({ '/Contents': contents }) =>
      [contents]
        .flat()
        .map((one) =>
          Buffer.from(objects[`obj:${String(one)}`]?.stream?.data ?? '', 'base64').toString(
            'latin1',
          ),
        )
        .join('\n'),
    pages: values.map(([, value]) => value).filter((value) => value['/Type'] === '/Page'),
    catalog: values.map(([, value]) => value).find((value) => value['/Type'] === '/Catalog') ?? {},
    elements: new Map(
      values.filter(
        ([, value]) =>
          value['/Type'] === '/StructElem' || (typeof value['/S'] === 'string' && '/P' in value),
      ),
    ),
  }
}

/** The content that is painted outside every mark, and the numbers of the marked contents of a page. */
function marksOf(content: string): { unmarked: string[]; numbers: number[] } {
  const open: boolean[] = []
  const unmarked: string[] = []
  const numbers: number[] = []
  // Text strings are hexadecimal, so that no operator can hide in one.
  for (const [token, number] of content.matchAll(
    /\/MCID (\d+)|\b(?:BDC|BMC|EMC|Tj|TJ|Do|sh|f\*?|S|s|B\*?|b\*?|F)(?=\s|$)/g,
  )) {
    if (number !== undefined) numbers.push(Number(number))
    else if (token === 'BDC' || token === 'BMC') open.push(true)
    else if (token === 'EMC') open.pop()
    else if (open.length === 0) unmarked.push(token)
  }
  expect(open).toEqual([])
  return { unmarked, numbers }
}

/** A number tree as a map. */
const numbered = (tree: Dictionary, get: Pdf['get']): Map<number, unknown> => {
  const pairs = (tree['/Nums'] as unknown[] | undefined) ?? []
  const own = pairs.flatMap((key, i) => (i % 2 === 0 ? [[Number(key), pairs[i + 1]] as const] : []))
  const kids = ((tree['/Kids'] as unknown[] | undefined) ?? []).flatMap((kid) => [
    ...numbered(get(kid), get),
  ])
  return new Map([...own, ...kids])
}

describe.skipIf(!has('qpdf'))('the paper as PDF/UA', { timeout: 90_000 }, () => {
  it.each([
    ['a full board', westbury],
    ['an awkward board', awkwardBoard],
    ['a board in many scripts', scriptsBoard],
  ])('marks all that is painted, and knows whose it is, for %s', async (_, board) => {
    const { get, contentOf, pages, catalog, elements } = await read(board())
    expect(get(catalog['/MarkInfo'])).toMatchObject({ '/Marked': true })
    expect(get(catalog['/ViewerPreferences'])).toMatchObject({ '/DisplayDocTitle': true })
    const root = get(catalog['/StructTreeRoot'])
    const parents = numbered(get(root['/ParentTree']), get)
    const used = new Set<string>()
    for (const page of pages) {
      expect(page).toMatchObject({ '/Tabs': '/S' })
      const { unmarked, numbers } = marksOf(contentOf(page))
      expect(unmarked).toEqual([])
      expect(numbers.length).toBeGreaterThan(0)
      const entry = parents.get(Number(page['/StructParents']))
      const owners: unknown = typeof entry === 'string' ? get(entry) : entry
      assert(Array.isArray(owners), 'the page’s contents have owners')
      for (const number of numbers) {
        const owner = String(owners[number])
        expect(elements.has(owner)).toBe(true)
        used.add(owner)
      }
    }
    const empty = [...elements].filter(
      ([id, element]) => !used.has(id) && [element['/K'] ?? []].flat().length === 0,
    )
    // A cell in which nobody has said anything is a cell all the same.
    expect(empty.filter(([, element]) => !['/TD', '/TH'].includes(String(element['/S'])))).toEqual(
      [],
    )
  })

  it('gives every heading cell its scope, every row its cells, every picture its words', async () => {
    const { get, elements } = await read(westbury())
    const all = [...elements.values()]
    const kind = (name: string) => all.filter((element) => element['/S'] === name)
    const attributes = (element: Dictionary): Dictionary => get([element['/A']].flat()[0])
    for (const cell of kind('/TH')) expect(attributes(cell)['/Scope']).toMatch(/^\/(Row|Column)$/)
    for (const figure of kind('/Figure')) {
      expect(String(figure['/Alt']).length).toBeGreaterThan(40)
      expect(attributes(figure)['/BBox']).toHaveLength(4)
    }
    for (const table of kind('/Table')) {
      const rows = (table['/K'] as unknown[]).map(get).filter((row) => row['/S'] === '/TR')
      const widths = rows.map((row) =>
        (row['/K'] as unknown[])
          .map(get)
          .reduce((sum, cell) => sum + Number(attributes(cell)['/ColSpan'] ?? 1), 0),
      )
      expect(new Set(widths).size).toBe(1)
    }
  })
})
