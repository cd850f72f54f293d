import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addObjects } from '../../shared/board/commands.ts'
import { boardToJson } from '../../shared/board/json.ts'
import { rootsOf } from '../../shared/board/layout.ts'
import type { BoardObject } from '../../shared/board/object.ts'
import { trustOf } from '../../shared/board/readings.ts'
import { viewOf } from '../../shared/board/view.ts'
import { endsOf } from '../../shared/draw/tie-settings.ts'
import { tieValue } from '../../shared/measures/tie.ts'
import { boxOf, centreOf, grow, intersects, union } from '../../shared/geometry.ts'
import type { ImportOptions } from './import.ts'
import { bytesOf, fixture, imported, NOW, read, refusal } from './test-import.ts'

const csv = (doc: Y.Doc, text: string, options?: Partial<ImportOptions>) =>
  imported('csv', text, options, doc).summary

const named = (doc: Y.Doc, name: string): BoardObject =>
  viewOf(doc).objects.find((object) => object.fields['name'] === name)!

/** What one organisation says about another, in the board's measure. */
function says(doc: Y.Doc, from: string, to: string) {
  const view = viewOf(doc)
  const [a, b] = [named(doc, from).id, named(doc, to).id]
  const tie = view.objects.find((object) => {
    const pair = endsOf(object)
    return pair?.includes(a) && pair.includes(b)
  })!
  return tieValue(tie, endsOf(tie)![0] === a ? 'from' : 'to', view)
}

describe('relationships CSV', () => {
  test.each([
    { name: 'texas-hill-country', organisations: 25, ties: 186, differing: 28 },
    { name: 'cheyenne', organisations: 14, ties: 83, differing: 10 },
  ])('$name comes in whole, with both sides of each tie', (network) => {
    const doc = new Y.Doc()
    const summary = imported('csv', fixture(`${network.name}.relationships.csv`), {}, doc).summary
    const view = viewOf(doc)
    expect(summary).toMatchObject({
      organisations: network.organisations,
      readings: 0,
      contacts: network.ties,
      levels: 0,
    })
    expect(view.tieMeasure).toBe('contact')
    expect(summary.notes).toEqual([])

    const relationships = view.objects.filter((object) => object.type === 'relationship')
    const values = relationships.map((tie) => [
      tieValue(tie, 'from', view),
      tieValue(tie, 'to', view),
    ])
    expect(values.flat().filter((value) => value !== undefined)).toHaveLength(network.ties)
    const both = values.filter(([a, b]) => a !== undefined && b !== undefined)
    expect(both.filter(([a, b]) => a !== b)).toHaveLength(network.differing)
    const pairs = relationships.map((tie) => [...endsOf(tie)!].sort().join())
    expect(new Set(pairs).size).toBe(pairs.length)

    const boxes = view.objects
      .filter((o) => o.type === 'organisation')
      .map((o) => boxOf(o.at, o.size))
    const overlaps = boxes.filter((a, i) =>
      boxes.some((b, j) => i !== j && intersects(grow(a, 8), b)),
    )
    expect(overlaps).toEqual([])
  })

  test('frequency 1, continuously, is the closest contact', () => {
    const doc = new Y.Doc()
    imported('csv', fixture('texas-hill-country.relationships.csv'), {}, doc)
    expect(says(doc, 'US Army MAST (Ft Sam Houston)', 'Bandera County Sheriffs Office')).toBe(4)
    expect(
      says(doc, 'Division of Disaster Emergency Services', 'US Army MAST (Ft Sam Houston)'),
    ).toBe(1)
  })

  test('the list of organisations gives each its sector', () => {
    const doc = new Y.Doc()
    const organisations = fixture('cheyenne.organisations.csv')
    const summary = imported(
      'csv',
      fixture('cheyenne.relationships.csv'),
      { organisations },
      doc,
    ).summary
    expect(summary.organisations).toBe(14)
    expect(named(doc, 'Red Cross').fields['sector']).toBe('private')
    expect(named(doc, 'Laramie County Cheyenne Civil Defense Agency').fields['sector']).toBe(
      'public',
    )
  })

  test('who is on a board without ties takes part in the layout, unless they are held in place', () => {
    const doc = new Y.Doc()
    const fixed = { furniture: true }
    addObjects(
      doc,
      [
        { id: 'red', type: 'organisation', at: [900, 900], fields: { name: 'Red Cross' } },
        { id: 'held', type: 'organisation', at: [0, 0], fields: { name: 'Held', ...fixed } },
        { id: 'map', type: 'frame', at: [-2000, 0] },
        { id: 'in', type: 'organisation', at: [-1900, 90], frame: 'map', fields: { name: 'In' } },
      ],
      'test',
    )
    const summary = imported(
      'csv',
      fixture('texas-hill-country.relationships.csv'),
      {
        organisations: fixture('texas-hill-country.organisations.csv'),
      },
      doc,
    ).summary
    expect(summary.organisations).toBe(24)
    expect(summary.notes.some(({ detail }) => /Red Cross.*private/.test(detail))).toBe(true)
    const { objects, object } = viewOf(doc)
    expect([object('held')?.at, object('in')?.at]).toEqual([
      [0, 0],
      [-1900, 90],
    ])
    const ring = objects.filter(
      ({ id, type }) => type === 'organisation' && id !== 'held' && id !== 'in',
    )
    expect(ring).toHaveLength(25)
    const around = union(ring.map(({ at, size }) => boxOf(at, size)))!
    const [x, y] = centreOf(around)
    const turns = ring.map(({ at, size }) => {
      const [a, b] = centreOf(boxOf(at, size))
      return Math.hypot((2 * (a - x)) / around.width, (2 * (b - y)) / around.height)
    })
    // On the ring, as the others: neither in its middle nor outside.
    expect(Math.min(...turns)).toBeGreaterThan(0.7)
  })

  test('trust becomes dated readings; a missing direction stays missing', () => {
    const doc = new Y.Doc()
    const summary = csv(doc, 'From,To,Trust\nCouncil,Police,3\nPolice,Council,1\nCouncil,Mind,?\n')
    expect(summary).toMatchObject({ organisations: 3, relationships: 2, readings: 3 })
    expect(viewOf(doc).tieMeasure).toBe('trust')
    expect(says(doc, 'Council', 'Police')).toBe(3)
    expect(says(doc, 'Police', 'Council')).toBe(1)
    expect(says(doc, 'Council', 'Mind')).toBe('unknown')
    expect(says(doc, 'Mind', 'Council')).toBeUndefined()
    const [reading] = [...rootsOf(doc).readings.values()]
    expect(reading).toMatchObject({ at: NOW, source: 'import' })
    expect(trustOf(reading as never)).toBe(3)
  })

  test.each<[string, string, Partial<ImportOptions>?]>([
    ['semicolons, a byte order mark and CRLF', '\ufeffFROM;to;Trust\r\nA;B;2\r\n'],
    ['tabs', 'to\tTrust\tfrom\nB\t2\tA\n'],
    ['quoted names over two lines', '"From","To","Trust"\n" A ","B",2\n\n'],
    [
      'a rating that is only said to be one',
      'From,To,Score\nA,B,3\n',
      { measure: 'trust', direction: 'lower' },
    ],
  ])('%s are understood', (_, text, options) => {
    const doc = new Y.Doc()
    csv(doc, text, options)
    expect(says(doc, 'A', 'B')).toBe(2)
  })

  test('level goes to the level now', () => {
    const doc = new Y.Doc()
    csv(doc, 'From,To,Level\nA,B,0\n')
    const tie = viewOf(doc).objects.find((object) => object.type === 'relationship')!
    expect(tie.fields['ends']).toMatchObject({ from: { levelNow: 0 } })
  })

  test('organisations and ties on the board are used again, and what they say is kept', () => {
    const doc = new Y.Doc()
    csv(doc, 'From,To,Contact\nA,B,4\n')
    const { at, id } = named(doc, 'A')
    const summary = csv(doc, 'From,To,Contact\n b ,a,2\nA,B,1\nA,C,3\n')
    expect(summary).toMatchObject({ organisations: 1, relationships: 1 })
    expect(summary.notes).toHaveLength(1)
    expect(named(doc, 'A')).toMatchObject({ id, at })
    expect([says(doc, 'A', 'B'), says(doc, 'B', 'A'), says(doc, 'A', 'C')]).toEqual([4, 2, 3])
  })

  test('what a board shows on its ties is not changed once it has some', () => {
    const doc = new Y.Doc()
    csv(doc, 'From,To,Trust\nA,B,4\n')
    csv(doc, 'From,To,Contact\nA,C,4\n')
    expect(viewOf(doc).tieMeasure).toBe('trust')
  })

  test('a formula stays text and is pointed out, a tie to oneself and a repeated row are left out', () => {
    const doc = new Y.Doc()
    const summary = csv(doc, 'From,To,Trust\n=cmd|A,B,4\nB,B,4\n=cmd|A,B,4\n')
    expect(named(doc, '=cmd|A').type).toBe('organisation')
    expect(summary.notes.map((note) => note.line)).toEqual([2, 3, 4])
    expect(summary.relationships).toBe(1)
  })

  test.each([
    ['no column To', 'From,Trust\nA,3\n', { line: 1, field: 'To' }],
    ['no rating', 'From,To\nA,B\n', { line: 1, field: 'Rating' }],
    ['a rating of unknown meaning', 'From,To,Score\nA,B,1\n', { line: 1, field: 'Rating' }],
    ['two ratings', 'From,To,Trust,Contact\nA,B,1,1\n', { line: 1, field: 'Rating' }],
    ['a number off the scale', 'From,To,Trust\nA,B,3\nA,C,5\n', { line: 3, field: 'Trust' }],
    ['no number', 'From,To,Trust\nA,B,high\n', { line: 2, field: 'Trust' }],
    ['an empty name', 'From,To,Trust\n,B,3\n', { line: 2, field: 'From' }],
    ['a name that is too long', `From,To,Trust\nA,${'x'.repeat(81)},3\n`, { line: 2, field: 'To' }],
    ['two answers of one side', 'From,To,Trust\nA,B,3\nA,B,4\n', { line: 3 }],
    ['an open quotation mark', 'From,To,Trust\nA,B,3\n"A,B,4\n', { line: 3 }],
    ['nothing', '', {}],
    ['a header alone', 'From,To,Trust\n', { line: 1 }],
  ])('%s is refused with its place', (_, text, place) => {
    expect(refusal('csv', text)).toEqual([expect.objectContaining(place)])
  })

  test('bytes that are not UTF-8 are refused with their line', () => {
    const found = read(Uint8Array.from([...bytesOf('From,To,Trust\nA,B,3\n'), 0xc9, 0x0a]), 'csv')
    expect(found.ok ? [] : found.error).toEqual([expect.objectContaining({ line: 3 })])
  })

  test('too many rows, organisations or complaints are refused without drowning anybody', () => {
    const rows = (n: number, row: (i: number) => string) =>
      `From,To,Trust\n${Array.from({ length: n }, (_, i) => row(i)).join('\n')}\n`
    expect(
      refusal(
        'csv',
        rows(50_001, () => 'A,B,3'),
      )[0]?.detail,
    ).toContain('50,000')
    expect(
      refusal(
        'csv',
        rows(201, (i) => `A,B${i},3`),
      )[0]?.detail,
    ).toContain('200')
    expect(
      refusal(
        'csv',
        rows(400, () => 'A,B,9'),
      ),
    ).toHaveLength(21)
  })

  test('a board that would hold too many organisations is left as it was', () => {
    const doc = new Y.Doc()
    const many = Array.from({ length: 190 }, (_, i) => `A,B${i},3`).join('\n')
    csv(doc, `From,To,Trust\n${many}\n`)
    const before = boardToJson(doc)
    const found = read(bytesOf(`From,To,Trust\n${many.replaceAll('B', 'C')}\n`), 'csv')
    expect(found.ok && found.value.apply(doc, 'test').ok).toBe(false)
    expect(boardToJson(doc)).toEqual(before)
  })
})
