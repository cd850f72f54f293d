import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { previewFile } from './preview.ts'
import { bytesOf, imported, NOW, refusal } from './test-import.ts'

const fixture = (name: string): Uint8Array =>
  readFileSync(new URL(`fixtures/${name}`, import.meta.url))

describe('what columns mean', () => {
  const odd = 'Who;About;Closeness;Meets\r\nA;B;7;1\r\nB;A;1;4\r\nA;C;4;2,5\r\n'
  const relationships = [
    { column: 'Who', as: 'from' },
    { column: 'About', as: 'to' },
  ]

  test('the preview knows what it can, and asks what a number says', () => {
    const read = previewFile({ format: 'auto', bytes: bytesOf(odd), options: { now: NOW } })
    const [table] = read.ok ? read.value.tables : []
    expect(read).toMatchObject({ ok: true, value: { format: 'csv', clear: false } })
    expect(table?.columns.map(({ guess, unsure }) => [guess.relationships, unsure])).toEqual([
      [{ column: 'Who', as: 'from' }, false],
      [{ column: 'About', as: 'to' }, false],
      [{ column: 'Closeness', as: 'ignored' }, true],
      [{ column: 'Meets', as: 'contact' }, false],
    ])
    expect(table?.first[0]).toEqual(['A', 'B', '7', '1'])
  })

  test.each([
    ['From,To,Frequency\nA,B,1\n', true],
    ['From,To,Trust\nA,B,9\n', false],
    ['From,To,Meetings\nA,B,1\n', false],
    ['Label,Sector\nA,Public\n', true],
  ])('%j has nothing to ask: %s', (text, clear) => {
    const read = previewFile({ format: 'auto', bytes: bytesOf(text), options: { now: NOW } })
    expect(read).toMatchObject({ ok: true, value: { clear } })
  })

  test('a scale of its own is mapped evenly, and either end may be the closer one', () => {
    const { map } = imported('csv', odd, {
      mapping: {
        relationships: [
          ...relationships,
          { column: 'Closeness', as: 'trust', low: 1, high: 7 },
          { column: 'Meets', as: 'contact', closer: 'lower' },
        ],
      },
    })
    expect(map.ties.map(({ sides }) => sides)).toEqual([
      { A: { trust: { overall: 2.5 }, contact: 3 }, C: { trust: {} } },
      { A: { trust: { overall: 4 }, contact: 4 }, B: { trust: { overall: 1 }, contact: 1 } },
    ])
  })

  test.each([
    ['to', { A: {}, B: { overall: 4 } }],
    ['both', { A: { overall: 4 }, B: { overall: 4 } }],
  ] as const)('an answer may be said by %s', (says, trust) => {
    const { map } = imported('csv', 'Who,About,X\nA,B,4\n', {
      mapping: { relationships: [...relationships, { column: 'X', as: 'trust', says }] },
    })
    const [tie] = map.ties
    expect({ A: tie?.sides['A']?.trust, B: tie?.sides['B']?.trust }).toEqual(trust)
  })

  test('what has no direction is said by both', () => {
    const kumu = {
      elements: [{ label: 'A' }, { label: 'B' }],
      connections: [{ from: 'A', to: 'B', direction: 'mutual', trust: 3 }],
    }
    const undirected =
      '<graphml><key id="w" for="edge" attr.name="trust"><default>3</default></key>' +
      '<graph edgedefault="undirected"><node id="A"/><node id="B"/><edge source="A" target="B"/></graph></graphml>'
    for (const { map } of [
      imported('kumu', JSON.stringify(kumu)),
      imported('graphml', undirected),
    ]) {
      expect(map.ties[0]?.sides).toEqual({
        A: { trust: { overall: 3 } },
        B: { trust: { overall: 3 } },
      })
    }
  })

  test.each([
    ['an end that isn’t mapped', [{ column: 'Who', as: 'from' }], { field: 'To' }],
    ['a column that isn’t there', [{ column: 'Whom', as: 'from' }], { field: 'Whom' }],
    [
      'one meaning twice',
      [...relationships, { column: 'Closeness', as: 'trust' }, { column: 'Meets', as: 'trust' }],
      { field: 'Meets' },
    ],
    [
      'a number off its scale',
      [...relationships, { column: 'Closeness', as: 'trust', low: 1, high: 5 }],
      { line: 2, field: 'Closeness' },
    ],
  ])('%s is refused', (_, uses, place) => {
    expect(refusal('csv', odd, { mapping: { relationships: uses } })).toContainEqual(
      expect.objectContaining(place),
    )
  })

  test('two files make one map, whichever comes first', () => {
    const files = [fixture('cheyenne.organisations.csv'), fixture('cheyenne.relationships.csv')]
    const [list, ties] = files as [Uint8Array, Uint8Array]
    const maps = [
      imported('auto', list, { more: [ties] }),
      imported('auto', ties, { more: [list] }),
    ]
    for (const { map } of maps) {
      expect(map.organisations['Red Cross']).toMatchObject({ sector: 'private' })
      expect(map.ties).toHaveLength(59)
    }
  })

  test('a list of organisations tells what the board doesn’t know yet', () => {
    const doc = imported('list', '- Police\n2. Mind\n\nPolice\n').doc
    const list = 'Label,Sector,Brings\nMIND,Charity,Groups|A hall\nNew,Public,\n'
    const { map, summary } = imported('csv', list, {}, doc)
    expect(Object.keys(map.organisations).sort()).toEqual(['Mind', 'New', 'Police'])
    expect(map.organisations['Mind']).toMatchObject({
      sector: 'voluntary',
      brings: ['Groups', 'A hall'],
    })
    expect(summary.organisations).toBe(1)
  })
})
