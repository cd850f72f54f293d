import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { importFile } from '../../server/import/import.ts'
import { viewOf } from '../board/view.ts'
import { networkOf } from './network.ts'
import type { MapSource } from './source.ts'
import { matrixOf } from './trust.ts'
import { inEnglish } from '../words/words.ts'

const fixture = (name: string): Uint8Array =>
  readFileSync(new URL(`../../server/import/fixtures/${name}`, import.meta.url))

function load(name: string): MapSource {
  const read = importFile({
    format: 'csv',
    bytes: fixture(`${name}.relationships.csv`),
    options: { now: '2026-01-01T00:00:00Z', organisations: fixture(`${name}.organisations.csv`) },
  })
  if (!read.ok) throw new Error(read.error[0]?.detail)
  const doc = new Y.Doc()
  read.value.apply(doc, 'test')
  const view = viewOf(doc)
  return { ...view, say: inEnglish, all: view.objects }
}

/**
 * Computed from the CSV files by a program of its own, with nothing but the definitions: betweenness as the sum over all
 * ordered pairs s, t of σ(s, v) σ(v, t) / σ(s, t) where v lies on a shortest way, σ by breadth-first counting, ÷ (n − 1)(n − 2).
 */
const known = {
  'texas-hill-country': {
    organisations: 25,
    ties: 186,
    returned: 114,
    density: 0.31,
    centralisation: 37.1528,
    most: ['Texas Highway Patrol', 16],
    brokers: [
      ['Texas Highway Patrol', 0.226377],
      ['Kerr County Sheriffs Office', 0.094604],
      ['Emergency Medical Services', 0.092798],
    ],
    brokerCount: 23,
  },
  cheyenne: {
    organisations: 14,
    ties: 83,
    returned: 48,
    density: 0.456044,
    centralisation: 42.0118,
    most: ['Laramie County Sheriff s Office', 11],
    brokers: [
      ['Laramie County Cheyenne Civil Defense Agency', 0.180128],
      ['Wyoming State Highway Patrol', 0.096368],
      ['Cheyenne Fire Department', 0.087927],
    ],
    brokerCount: 13,
  },
} as const

describe.each(Object.entries(known))('%s', (name, expected) => {
  const source = load(name)
  const found = networkOf(source)
  const nameOf = (id: string | undefined): unknown =>
    id === undefined ? undefined : source.object(id)?.fields['name']

  test('has the density, reciprocity and centralisation that were computed apart', () => {
    expect(matrixOf(source).organisations).toHaveLength(expected.organisations)
    expect(found.density).toMatchObject({
      count: expected.ties,
      of: expected.organisations * (expected.organisations - 1),
    })
    expect(found.density.value).toBeCloseTo(expected.density, 5)
    expect(found.reciprocity).toMatchObject({ count: expected.returned, of: expected.ties })
    expect(found.centralisation.value).toBeCloseTo(expected.centralisation, 3)
    expect([nameOf(found.named[0]?.id), found.named[0]?.count]).toEqual(expected.most)
    expect(found.isolated).toEqual([])
  })

  test('has the brokers that were computed apart', () => {
    expect(found.brokers).toHaveLength(expected.brokerCount)
    for (const [i, [who, score]] of expected.brokers.entries()) {
      expect(nameOf(found.brokers[i]?.id)).toBe(who)
      expect(found.brokers[i]?.score).toBeCloseTo(score, 5)
    }
  })

  test('the matrix holds a figure for each answer, and nothing on its diagonal', () => {
    const { cells } = matrixOf(source)
    const said = cells.flat().filter((value) => value !== undefined)
    expect(said).toHaveLength(expected.ties)
    for (const [i, row] of cells.entries()) expect(row[i]).toBeUndefined()
  })
})
