import { describe, expect, it, test } from 'vitest'
import type * as Y from 'yjs'
import { addObjects } from '../board/commands.ts'
import { rootsOf } from '../board/layout.ts'
import { viewOf } from '../board/view.ts'
import { contentOf } from '../compare/content.ts'
import { legend } from '../draw/legend.ts'
import { sceneOf } from '../draw/scene.ts'
import { definitionOf, definitions } from '../objects/index.ts'
import { textWidth } from '../text/measure.ts'
import { cy } from '../words/cy/cy.ts'
import { speechOf } from '../words/speech.ts'
import type { Words } from '../words/words.ts'
import { composePaper } from './compose-paper.ts'
import { describeMap } from './describe-map.ts'
import { awkwardBoard, contactBoard, emptyBoard, MADE_AT, westbury } from './fixtures/boards.ts'
import { everyRound } from './fixtures/rounds.ts'
import { figureRoom } from './page.ts'
import { textsOf } from './paper.ts'
import { profiles } from './profiles.ts'
import { readPaperSettings } from './settings.ts'
import { toldIn } from './told-view.ts'
import { longDate } from './words.ts'

/** Welsh that remembers what it was asked for. */
function listening(): { words: Words; asked: Set<string> } {
  const asked = new Set<string>()
  const texts = new Proxy(cy.texts, {
    get: (known, key: string) => {
      asked.add(key)
      return known[key]
    },
  })
  return { words: { ...cy, texts }, asked }
}

/** One of every type, with nothing in it: each card says that it is new. */
function newThings(): Y.Doc {
  const doc = westbury()
  addObjects(
    doc,
    definitions
      .filter(({ place }) => place === 'box')
      .map(({ type }, i) => ({ type, at: [i * 400, 2_000] as const, fields: {} })),
    'test',
  )
  addObjects(
    doc,
    [
      { type: 'hologram', at: [0, 3_000], fields: {} },
      { type: 'obligation', at: [400, 3_000], fields: { cannotFail: true } },
      {
        type: 'obligation',
        at: [400, 3_400],
        fields: { cannotFail: true, fallback: 'mind', by: 'council', to: 'icb' },
      },
      { type: 'people', at: [800, 3_000], fields: { kind: 'place' } },
      { type: 'decision', at: [1_200, 3_000], fields: { state: 'made', on: '2026-05-06' } },
      { type: 'issue', at: [1_600, 3_000], fields: { kind: 'avoided', talked: 12 } },
      { type: 'risk', at: [2_000, 3_000], fields: { heldBy: { council: 100 } } },
      { type: 'action', at: [2_400, 3_000], fields: { due: '2026-01-01', owner: 'Asha' } },
    ],
    'test',
  )
  return doc
}

const names = Array.from({ length: 60 }, (_, i) => `Body ${i}`)
const boards = {
  westbury,
  newThings,
  emptyBoard,
  awkwardBoard,
  contact: () => contactBoard('Contact', names.slice(0, 3), [['Body 0', 'Body 1', 2]]),
  crowd: () =>
    contactBoard(
      'Crowd',
      names,
      names.slice(1).map((name, i) => [name, names[i] ?? '', 2] as const),
    ),
}

describe.each(Object.entries(boards))('the %s board in Welsh', (_, make) => {
  it.each(profiles.map(({ id }) => id))(
    'lacks no word in a %s paper, and asks for no word of people’s own',
    (profile) => {
      const doc = make()
      const settings = readPaperSettings({
        profile,
        purpose: 'decision',
        meetingDate: '2026-04-01',
        labels: { author: 'Made by us' },
        own: [{ label: 'Portfolio', text: 'Health' }],
      })
      const since = {
        name: 'Autumn',
        at: '2025-11-02T10:00:00.000Z',
        before: contentOf(emptyBoard()),
        after: contentOf(doc),
      }
      const { words, asked } = listening()
      const options = { title: 'A paper', generatedAt: MADE_AT, settings, rounds: everyRound() }
      const paper = composePaper(viewOf(doc), { ...options, since, words })
      composePaper(viewOf(doc), { ...options, since: { ...since, before: since.after }, words })
      expect([...asked].filter((key) => key !== '' && !(key in cy.texts))).toEqual([])
      expect(paper.language).toBe('cy-GB')
      expect(paper.pages).toBe('Tudalen {n} o {all}')
      expect([...textsOf(paper.sections)].join('\n')).not.toMatch(/\{\w+\}|undefined/)
    },
  )
})

test('what is drawn and described beside a map lacks no word', () => {
  const { words, asked } = listening()
  const view = toldIn(viewOf(newThings()), words)
  const items = sceneOf(view.objects, view).pieces.flatMap((piece) => [...piece.items])
  describeMap(view, {})
  for (const measure of ['trust', 'contact'] as const) legend(measure, view.say, view.objects)
  expect([...asked].filter((key) => key !== '' && !(key in cy.texts))).toEqual([])
  const lines = items.flatMap((item) => (item.kind === 'text' ? [item.lines.join(' ')] : []))
  for (const said of ['Amcan', 'Cyhoeddus', 'Heb ei ddweud eto', 'Risg a ddelir gan un yn unig']) {
    expect(lines).toContain(said)
  }
  expect(lines).toContain('Dim perchennog na dyddiad')
  expect(lines).toContain('Westbury Police')
})

test('no word of a card leaves it', () => {
  const view = toldIn(viewOf(newThings()), cy)
  const beyond = sceneOf(view.objects, view).pieces.flatMap(({ type, box, items }) =>
    items.flatMap((item) => {
      // A link has no card, and whose reaction it is stands below.
      if (item.kind !== 'text' || item.align !== 'left' || definitionOf(type)?.place !== 'box')
        return []
      const right = Math.max(...item.lines.map((line) => textWidth(line, item.size, item.weight)))
      return item.x + right > box.width ? [`${type}: ${item.lines.join(' ')}`] : []
    }),
  )
  expect(beyond).toEqual([])
})

test('what a card says of itself is whole at the size in which it is placed', () => {
  const view = toldIn(viewOf(newThings()), cy)
  const own = new Set(cutShort())
  const cut = sceneOf(view.objects, view)
    .pieces.flatMap((piece) => [...piece.items])
    .flatMap((item) => (item.kind === 'text' ? item.lines : []))
    .filter((line) => line.endsWith('…') && !own.has(line))
  expect(cut).toEqual([])
})

/** What is cut short of what people wrote, in any language. */
function cutShort(): string[] {
  const view = toldIn(viewOf(westbury()), cy)
  return sceneOf(view.objects, view)
    .pieces.flatMap((piece) => [...piece.items])
    .flatMap((item) => (item.kind === 'text' ? item.lines : []))
    .filter((line) => line.endsWith('…'))
}

test('a Welsh paper says whole sentences, with what follows a number or a list changed by it', () => {
  const speech = speechOf(cy)
  expect(speech.list(['Mind', 'Age Cymru'])).toBe('Mind ac Age Cymru')
  expect(speech.list(['Mind', 'NHS Kent', 'Wales Council'])).toBe('Mind, NHS Kent a Wales Council')
  expect(speech.list(['Kent', 'NHS Kent'])).toBe('Kent ac NHS Kent')
  expect(speech.list(['Mind', 'Ysgol Dewi'])).toBe('Mind ac Ysgol Dewi')
  expect(speech.list(['Mind', 'Yorkshire'])).toBe('Mind a Yorkshire')
  const ties = (n: number) => speech.told(n, '{n} relationship', '{n} relationships')
  expect([0, 1, 2, 3, 5, 6].map(ties)).toEqual([
    'dim perthynas',
    '1 berthynas',
    '2 berthynas',
    '3 perthynas',
    '5 perthynas',
    '6 pherthynas',
  ])
  const doc = westbury()
  rootsOf(doc).board.set('purpose', 'Decide together')
  const texts = [
    ...textsOf(
      composePaper(viewOf(doc), { title: 'A paper', generatedAt: MADE_AT, words: cy }).sections,
    ),
  ]
  expect(texts).toContain(
    'Mapiodd 8 sefydliad 13 perthynas rhyngddynt, fel yr oedd pethau ar 4 Mawrth 2026. Dywedodd y ddwy ochr gymaint y maent yn ymddiried yn ei gilydd mewn 11 o’r 13 hynny, ac mewn 4 mae’r ddwy ochr gam neu fwy ar wahân. Yn ôl 23 ochr a roddodd ffigur, 62% yw’r ymddiriedaeth.',
  )
  expect(texts).toContain('Decide together')
})

test('no heading of a column is torn in the middle of a word', () => {
  const { sections } = composePaper(viewOf(westbury()), {
    title: 'A paper',
    generatedAt: MADE_AT,
    words: cy,
  })
  const torn = sections.flatMap(({ orientation, blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind !== 'table') return []
      const whole = block.columns.reduce((sum, { share }) => sum + share, 0)
      return block.columns.filter(({ label, share }) =>
        label
          .split(/\s/)
          .some(
            (word) => textWidth(word, 9, 600) > (share / whole) * figureRoom(orientation)[0] - 4,
          ),
      )
    }),
  )
  expect(torn).toEqual([])
})

test('its days are those of the Welsh calendar', () => {
  const { say } = speechOf(cy)
  const form = new Intl.DateTimeFormat('cy-GB', { dateStyle: 'long', timeZone: 'UTC' })
  for (let month = 1; month <= 12; month++) {
    const day = `2026-${String(month).padStart(2, '0')}-05`
    expect(longDate(day, say)).toBe(form.format(new Date(day)))
  }
})

test('a day in a table is short, so that no month breaks inside its word', () => {
  const doc = westbury()
  addObjects(
    doc,
    [{ type: 'objective', at: [0, 0], fields: { title: 'Home', review: '2026-09-30' } }],
    'test',
  )
  const daysIn = (words?: Words): string[] => {
    const { sections } = composePaper(viewOf(doc), {
      title: 'A paper',
      generatedAt: MADE_AT,
      ...(words && { words }),
    })
    const tables = sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'table'))
    return tables.flatMap((table) =>
      table.kind === 'table' ? table.rows.flat().map(({ text }) => text) : [],
    )
  }
  expect(daysIn()).toContain('30 Sep 2026')
  expect(daysIn(cy)).toContain('30 Medi 2026')
  expect(daysIn().filter((text) => /^\d+ \p{L}{6,} \d{4}$/u.test(text))).toEqual([])
})
