import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { assert } from '../assert.ts'
import { addObjects, type NewObject } from '../board/commands.ts'
import { viewOf } from '../board/view.ts'
import { buildBoard } from '../templates/build.ts'
import { composePaper } from './compose-paper.ts'
import { awkwardBoard, contactBoard, emptyBoard, MADE_AT, westbury } from './fixtures/boards.ts'
import { figureRoom } from './page.ts'
import { textsOf, type Block, type Paper } from './paper.ts'
import { readPaperSettings } from './settings.ts'

const paperOf = (doc: Y.Doc, title = 'A paper'): Paper =>
  composePaper(viewOf(doc), { title, generatedAt: MADE_AT })

const blocksOf = (paper: Paper): Block[] => paper.sections.flatMap((section) => [...section.blocks])

/** A board of the template for a day: `cards` in its first stage, two of the organisations tied. */
function dayBoard(
  cards: readonly Pick<NewObject, 'type' | 'fields'>[],
  names = ['Council', 'Trust', 'Police'],
): Y.Doc {
  const made = buildBoard({
    title: 'A day',
    template: 'one-day',
    organisations: names.map((name) => ({ name, sector: 'public' as const })),
  })
  assert(made.ok, 'the board is made')
  const doc = new Y.Doc()
  Y.applyUpdate(doc, made.value)
  const { objects } = viewOf(doc)
  const lane = objects.find(({ fields }) => fields['title'] === 'Our issues')
  assert(lane, 'the first stage has a lane')
  const [from, to] = objects.filter(({ type }) => type === 'organisation')
  addObjects(
    doc,
    cards.map((card) => ({ ...card, at: [lane.at[0] + 40, lane.at[1] + 120], frame: lane.id })),
    'test',
  )
  if (from && to)
    addObjects(
      doc,
      [{ type: 'relationship', at: [0, 0], fields: { from: from.id, to: to.id } }],
      'test',
    )
  return doc
}

describe('the maps of a paper', () => {
  it('splits a map that is too large to read, with a key, and gives up on one that is boundless', () => {
    const figures = (doc: Y.Doc) =>
      blocksOf(paperOf(doc)).filter((block) => block.kind === 'figure')
    expect(figures(westbury())).toHaveLength(1)
    const names = Array.from({ length: 24 }, (_, i) => `Organisation ${i}`)
    const [overview, ...parts] = figures(
      contactBoard(
        'Many',
        names,
        names.slice(1).map((name, i) => [name, names[i] ?? '', 2] as const),
      ),
    )
    expect(overview?.scene.pieces.at(-1)?.type).toBe('parts')
    expect(parts.length).toBeGreaterThan(1)
    const shown = new Set(parts.flatMap(({ scene }) => scene.pieces.map(({ id }) => id)))
    for (const { id } of overview?.scene.pieces ?? [])
      if (id !== 'parts') expect(shown).toContain(id)
    for (const part of parts) {
      const [width, height] = figureRoom(
        part.scene.box.width > part.scene.box.height ? 'landscape' : 'portrait',
      )
      const scale = Math.min(width / part.scene.box.width, height / part.scene.box.height)
      for (const item of part.scene.pieces.flatMap(({ items }) => [...items]))
        if (item.kind === 'text' && item.size >= 13)
          expect(item.size * scale).toBeGreaterThanOrEqual(4.99)
    }
    expect(figures(awkwardBoard())).toHaveLength(1)
  })

  it('shows a stage in which people put something on a page of its own, and names those that it leaves out', () => {
    const paper = paperOf(dayBoard([{ type: 'note', fields: { text: 'Carers know first' } }]))
    const [overview, ...parts] = blocksOf(paper).filter((block) => block.kind === 'figure')
    expect(parts.map(({ alternative }) => alternative)).toEqual([
      'Part A of the map, “1. What needs to be said?”. It shows 1 card: “Carers know first”.',
      'Part B of the map, “4. Who works with whom?”. It shows 3 organisations: Council, Police and Trust. 1 relationship; both sides answered in 0.',
    ])
    expect(overview?.caption).toMatch(
      /Left out, because nobody put anything there: “2\. .+”, .+ and “12\. .+”\.$/,
    )
    const headings = blocksOf(paper).flatMap((b) => (b.kind === 'heading' ? [b.text] : []))
    expect(headings).toContain('The map, part A: 1. What needs to be said?')
  })

  it('shows what lies outside the frames as parts too, a thing of a neighbour’s only once', () => {
    const doc = dayBoard([])
    addObjects(
      doc,
      [
        { type: 'note', at: [-900, 5000], fields: { text: 'Far out' } },
        { type: 'note', at: [1590, 300], fields: { text: 'Between two stages' } },
      ],
      'test',
    )
    const parts = blocksOf(paperOf(doc)).filter((block) => block.kind === 'figure')
    const told = parts.slice(1).map(({ alternative }) => alternative)
    expect(told).toHaveLength(3)
    for (const text of ['Far out', 'Between two stages'])
      expect(told.filter((one) => one.includes(text))).toHaveLength(1)
  })

  it('shows a card that sticks out of its stage with that stage, and on no other page', () => {
    const doc = dayBoard([])
    addObjects(doc, [{ type: 'note', at: [1480, 300], fields: { text: 'Sticks out' } }], 'test')
    const parts = blocksOf(paperOf(doc)).filter((block) => block.kind === 'figure')
    expect(parts.slice(1).map(({ alternative }) => alternative)).toEqual([
      expect.stringMatching(/^Part A of the map, “1\. .*“Sticks out”/),
      expect.stringMatching(/^Part B of the map, “4\. /),
    ])
  })

  it('has no page of a template’s frames alone', () => {
    const figures = blocksOf(paperOf(dayBoard([], []))).filter((block) => block.kind === 'figure')
    expect(figures).toHaveLength(1)
    expect(figures[0]?.caption).toMatch(/Nobody has put anything on it yet\.$/)
    expect(figures[0]?.scene.pieces.at(-1)?.items).toEqual([])
  })

  it('makes a map of each frame that is asked for, and passes over one that is gone', () => {
    const doc = emptyBoard()
    addObjects(
      doc,
      [
        { id: 'f', type: 'frame', at: [0, 0], size: [600, 400], fields: { title: 'Stage one' } },
        { type: 'note', at: [50, 100], frame: 'f', fields: { text: 'Inside' } },
        { type: 'note', at: [900, 0], fields: { text: 'Outside' } },
      ],
      'test',
    )
    const settings = readPaperSettings({ frames: ['f', 'gone'], wholeBoard: false })
    const paper = composePaper(viewOf(doc), { title: 'A paper', generatedAt: MADE_AT, settings })
    const headings = blocksOf(paper).flatMap((b) => (b.kind === 'heading' ? [b.text] : []))
    expect(headings.filter((text) => text.startsWith('The map'))).toEqual(['The map: Stage one'])
    expect([...textsOf(paper.sections)]).not.toContain('Outside')
  })
})
