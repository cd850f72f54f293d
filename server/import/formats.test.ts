import { readFileSync } from 'node:fs'
import Graph from 'graphology'
import gexf from 'graphology-gexf'
import graphml from 'graphology-graphml'
import * as prng from 'lib0/prng'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addObjects } from '../../shared/board/commands.ts'
import { rootsOf } from '../../shared/board/layout.ts'
import { stateOf, westbury, MADE_AT } from '../../shared/paper/fixtures/boards.ts'
import type { ExportFormat } from '../../shared/exchange/export-formats.ts'
import { renderExport } from '../export/render.ts'
import { previewFile } from './preview.ts'
import { bytesOf, imported, mapOf, NOW, refusal } from './test-import.ts'

const fixture = (name: string): Uint8Array =>
  readFileSync(new URL(`fixtures/${name}`, import.meta.url))

async function exported(doc: Y.Doc, format: ExportFormat): Promise<Uint8Array> {
  const job = { format, state: stateOf(doc), title: 'Map', generatedAt: MADE_AT }
  const made = await renderExport(job)
  if (!made.ok) throw new Error(made.error.detail)
  return made.value.bytes
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

/** A board with everything that a network file can carry, and names that are not easy to write. */
function intricate(): Y.Doc {
  const doc = westbury()
  addObjects(
    doc,
    [
      {
        id: 'odd',
        type: 'organisation',
        at: [900, -40],
        fields: {
          name: '=HYPERLINK("x") & <Søns> ‘Café’ 団',
          sector: 'community',
          brings: ['A hall, warm', 'Volunteers; many'],
          pace: 4,
          detail: 'Line one\nline "two"',
        },
      },
      {
        id: 'odd-tie',
        type: 'relationship',
        at: [0, 0],
        fields: {
          from: 'odd',
          to: 'council',
          label: 'Winter <plan>',
          sharedPlace: 'Market Street',
          ends: {
            from: {
              mode: 'naive',
              leaning: 2,
              levelNow: 0,
              levelNeeded: 3,
              evidence: 'Asked & told',
            },
            to: { mode: 'genuine', levelNow: 4, contact: 1, team: 'Hubs' },
          },
        },
      },
      { id: 'twin-tie', type: 'relationship', at: [0, 0], fields: { from: 'council', to: 'odd' } },
    ],
    'test',
  )
  const { readings } = rootsOf(doc)
  const at = '2026-02-01T09:30:00.000Z'
  const reading = { relationship: 'odd-tie', at, source: 'open' }
  readings.set('a', { ...reading, end: 'from', reliability: 4, purpose: 'unknown', openness: 1 })
  readings.set('b', { ...reading, end: 'to', overall: 2.25 })
  return doc
}

describe('round trips', () => {
  test.each(['kumu', 'graphml', 'gexf', 'xlsx', 'csv'] as const)(
    'organisations, ties and what each side said come back from %s',
    async (format) => {
      const doc = intricate()
      const { map, summary } = imported('auto', await exported(doc, format))
      const before = mapOf(doc)
      if (format === 'xlsx' || format === 'csv') {
        // The registers have the columns that people read.
        expect(Object.keys(map.organisations)).toEqual(
          expect.arrayContaining(Object.keys(before.organisations)),
        )
        const sides = (all: typeof map) => all.ties.map(({ sides: found }) => found)
        for (const tie of sides(before)) {
          const names = Object.keys(tie)
          const same = sides(map).find((one) => names.every((name) => name in one))
          for (const name of names) {
            expect(same?.[name]).toMatchObject({ ...tie[name], trust: expect.anything() })
          }
        }
        return
      }
      expect(map).toEqual(before)
      const again = await exported(imported('auto', await exported(doc, format)).doc, format)
      expect(imported('auto', again).map).toEqual(before)
      expect(summary.notes.filter(({ detail }) => !/formula/.test(detail))).toEqual([])
    },
  )

  test.each([
    ['graphml', (text: string) => graphml.parse(Graph, text)],
    ['gexf', (text: string) => gexf.parse(Graph, text)],
  ] as const)('another reader finds the same in %s', async (format, parse) => {
    const doc = intricate()
    const graph = parse(textOf(await exported(doc, format)))
    const { organisations } = mapOf(doc)
    expect(graph.order).toBe(Object.keys(organisations).length)
    expect(graph.type === 'directed' || graph.directedSize === graph.size).toBe(true)
    const odd = graph.getNodeAttributes('odd')
    expect(odd['label']).toBe('=HYPERLINK("x") & <Søns> ‘Café’ 団')
    expect(odd['Sector']).toBe('Community')
    const edges = graph.directedEdges().map((edge) => ({
      ends: graph.extremities(edge),
      ...graph.getEdgeAttributes(edge),
    }))
    const tie = { Relationship: 'odd-tie', 'Shared place': 'Market Street' }
    const there = { Reliability: 4, Openness: 1, Trust: 2.5, 'Level needed': 3 }
    expect(edges).toContainEqual(
      expect.objectContaining({
        ...tie,
        ...there,
        ends: ['odd', 'council'],
        'Don’t know': 'Shared purpose',
      }),
    )
    expect(edges).toContainEqual(
      expect.objectContaining({ ...tie, ends: ['council', 'odd'], Trust: 2.25, Contact: 1 }),
    )
  })

  test('a frame’s network holds what lies in it alone', async () => {
    const doc = new Y.Doc()
    const name = (id: string, frame?: string) => ({
      id,
      type: 'organisation',
      at: [0, 0] as const,
      ...(frame && { frame }),
      fields: { name: id },
    })
    addObjects(doc, [{ id: 'f', type: 'frame', at: [0, 0] }, name('a', 'f'), name('b')], 'test')
    const job = { format: 'kumu', state: stateOf(doc), title: 'x', generatedAt: MADE_AT } as const
    const made = await renderExport({ ...job, frame: 'f' })
    const { elements } = JSON.parse(textOf(made.ok ? made.value.bytes : bytesOf('{}'))) as {
      elements: { label: string }[]
    }
    expect(elements.map(({ label }) => label)).toEqual(['a'])
  })
})

describe('the two real networks', () => {
  const networks = [
    { name: 'texas-hill-country', organisations: 25, ties: 186, differing: 28 },
    { name: 'cheyenne', organisations: 14, ties: 83, differing: 10 },
  ]
  test.each(
    networks.flatMap((network) => ['graphml', 'kumu.json'].map((kind) => ({ ...network, kind }))),
  )('$name comes whole from $kind', ({ name, kind, organisations, ties, differing }) => {
    const { map, summary } = imported('auto', fixture(`${name}.${kind}`))
    const said = map.ties.map(({ sides }) => Object.values(sides).map((side) => contactIn(side)))
    expect(summary.organisations).toBe(organisations)
    expect(said.flat().filter((contact) => contact !== undefined)).toHaveLength(ties)
    const both = said.filter((pair) => !pair.includes(undefined))
    expect(both.filter(([a, b]) => a !== b)).toHaveLength(differing)
    const csv = imported('csv', fixture(`${name}.relationships.csv`), {
      organisations: fixture(`${name}.organisations.csv`),
    })
    const sides = (ofMap: typeof map) =>
      ofMap.ties
        .map((tie) =>
          JSON.stringify(
            tie.sides,
            Object.keys(csv.map.organisations).concat('contact').toSorted(),
          ),
        )
        .toSorted()
    expect(sides(map)).toEqual(sides(csv.map))
  })
})

const contactIn = (side: object): unknown => ('contact' in side ? side.contact : undefined)

describe('files that are wrong', () => {
  const graph = (inside: string, head = '') =>
    `<?xml version="1.0"?>\n${head}<graphml>\n<graph edgedefault="directed">\n${inside}\n</graph></graphml>`
  const nodes = '<node id="a"/>\n<node id="b"/>'
  const many = Array.from({ length: 201 }, (_, i) => `<node id="n${i}"/>`).join('\n')
  const bomb = '<!DOCTYPE x [<!ENTITY a "aaa"><!ENTITY b "&a;&a;&a;">]>\n'

  test.each<[string, Parameters<typeof refusal>[0], string, object]>([
    [
      'entities',
      'auto',
      graph('<node id="&b;"/>', bomb),
      { line: 2, detail: expect.stringContaining('DTD') },
    ],
    ['an unknown entity', 'graphml', graph('<node id="&b;"/>'), { line: 4 }],
    [
      'an outside document type',
      'gexf',
      '<!DOCTYPE gexf SYSTEM "http://example.org/x.dtd"><gexf/>',
      { line: 1 },
    ],
    ['too many nodes', 'auto', graph(many), { line: 204, detail: expect.stringContaining('200') }],
    [
      'a dangling edge',
      'auto',
      graph(`${nodes}\n<edge source="a" target="c"/>`),
      { line: 6, field: 'target' },
    ],
    ['a node twice', 'auto', graph(`${nodes}\n<node id="a"/>`), { line: 6, field: 'id' }],
    [
      'XML that breaks off',
      'auto',
      graph(nodes).slice(0, -9),
      { detail: expect.stringContaining('XML') },
    ],
    [
      'deep nesting',
      'auto',
      `<graphml>${'<graph>'.repeat(200)}`,
      { detail: expect.stringContaining('deep') },
    ],
    ['another XML file', 'graphml', '<svg/>', { field: 'svg' }],
    [
      'an encoding that is none',
      'graphml',
      '<?xml version="1.0" encoding="klingon"?><graphml/>',
      { field: 'encoding' },
    ],
    ['no elements', 'kumu', '{"connections":[]}', { field: 'elements' }],
    [
      'an unknown element',
      'kumu',
      '{"elements":[{"label":"A"}],"connections":[{"from":"A","to":"B"}]}',
      { field: 'connections[0].to' },
    ],
    [
      'a name that is none',
      'kumu',
      '{"elements":[{"label":"A"},{}]}',
      { field: 'elements[1].Label' },
    ],
    [
      'a rating off the scale',
      'kumu',
      '{"elements":[{"label":"A"},{"label":"B"}],"connections":[{"from":"A","to":"B","Trust":9}]}',
      { field: 'connections[0].Trust' },
    ],
    [
      'an answer of tomorrow',
      'kumu',
      '{"elements":[{"label":"A"},{"label":"B"}],"connections":[{"from":"A","to":"B","Trust":2,"Answered on":"2027-01-01"}]}',
      { field: 'connections[0].Answered on' },
    ],
    ['an empty list', 'list', ' \n\n', {}],
    ['too many columns', 'csv', `${'a,'.repeat(300)}b\n`, { line: 1 }],
  ])('%s: refused with the place', (_, format, text, place) => {
    expect(refusal(format, text)).toEqual([expect.objectContaining(place)])
  })

  test('self-ties, duplicates and formulas are taken as far as they can be, and pointed out', () => {
    const { map, summary } = imported(
      'graphml',
      graph(
        `${nodes}\n<node id="c"><data key="label">=SUM(1)</data></node><edge source="a" target="a"/>\n<edge source="a" target="b"/>\n<edge source="a" target="b"/>`,
        '',
      ).replace('<graph ', '<key id="label" for="node" attr.name="label"/>\n<graph '),
    )
    expect(Object.keys(map.organisations)).toEqual(['a', 'b', '=SUM(1)'])
    expect(map.ties).toHaveLength(1)
    expect(summary.notes.map(({ line }) => line)).toEqual([7, 9, 7])
  })

  const accents = 'From;To;Trust\r\nCafé;Brücke;3\r\n'
  test.each([
    ['UTF-16 as Excel writes it', Buffer.from(`\ufeff${accents.replaceAll(';', '\t')}`, 'utf16le')],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${accents}`)],
  ])('%s is understood', (_, bytes) => {
    expect(Object.keys(imported('auto', bytes).map.organisations)).toEqual(['Café', 'Brücke'])
  })

  test.each([
    ['a PDF', '%PDF-1.7\nFrom,To\nA,B\n', /not text/],
    ['a picture', 'GIF89a\u0001\u0000,\u0000;\nA,B\n', /not text/],
    ['an empty file', '', /empty/],
    ['a table of ties without the one end', 'From,Type\nA,formal\n', /“To” is missing/],
  ])(
    '%s that is called a table is refused before anybody is asked about its columns',
    (_, text, why) => {
      const bytes = Buffer.from(text, 'latin1')
      const preview = previewFile({ format: 'auto', bytes, options: { now: NOW } })
      expect(preview).toMatchObject({ ok: false, error: [{ detail: expect.stringMatching(why) }] })
      expect(refusal('csv', bytes)).not.toHaveLength(0)
    },
  )

  test('Windows text is refused where it isn’t UTF-8, and read once somebody says what it is', () => {
    const bytes = Buffer.from(accents, 'latin1')
    expect(refusal('csv', bytes)).toEqual([expect.objectContaining({ line: 2 })])
    const preview = previewFile({ format: 'auto', bytes, options: { now: NOW } })
    expect(preview).toMatchObject({ ok: true, value: { encoding: 'windows-1252', clear: false } })
    const { map } = imported('csv', bytes, { encoding: 'windows-1252' })
    expect(Object.keys(map.organisations)).toEqual(['Café', 'Brücke'])
  })

  test('a board file is taken as it is, and what doesn’t add up is pointed out', () => {
    const objects = {
      a: { type: 'organisation', name: 'A' },
      r: { type: 'risk', heldBy: { $map: { a: 60 } } },
      t: { type: 'relationship', from: 'a', to: 'gone' },
      s: { type: 'relationship', from: 'a', to: 'a' },
    }
    const file = { format: 'rapport-board', schema: 1, objects }
    const { doc, summary } = imported('auto', JSON.stringify(file))
    expect(rootsOf(doc).objects.size).toBe(4)
    expect(
      summary.notes.map(({ field }) => field).toSorted((a = '', b = '') => a.localeCompare(b)),
    ).toEqual(['objects.r.heldBy', 'objects.s', 'objects.t'])
  })

  test('random damage never throws, and a refusal always says something', async () => {
    const random = prng.create(20_260_305)
    const doc = intricate()
    for (const format of ['kumu', 'graphml', 'gexf', 'xlsx'] as const) {
      const source = [...(await exported(doc, format))]
      for (let i = 0; i < 60; i++) {
        const damaged = [...source]
        for (let n = prng.uint32(random, 1, 4); n > 0; n--) {
          const at = prng.uint32(random, 0, damaged.length - 1)
          if (prng.bool(random)) damaged.splice(at, prng.uint32(random, 1, 30))
          else damaged[at] = prng.uint32(random, 0, 255)
        }
        const bytes = Uint8Array.from(damaged)
        const issues = refusal(format, bytes)
        expect(issues.every(({ detail }) => detail.length > 0)).toBe(true)
        const preview = previewFile({ format, bytes, options: { now: NOW } })
        if (issues.length === 0) expect(preview.ok).toBe(true)
      }
    }
  })
})
