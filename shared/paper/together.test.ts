import { expect, test } from 'vitest'
import type { Finding } from '../measures/finding.ts'
import { tell } from '../text/saying.ts'
import { speechOf } from '../words/speech.ts'
import { english } from '../words/words.ts'
import { together } from './together.ts'

const speech = speechOf(english)
const of = (what: string, says: string, more: Partial<Finding> = {}): Finding => ({
  says,
  values: { what },
  ids: [what],
  ...more,
})
const told = (findings: readonly Finding[], most = 9): string[] =>
  together(findings, speech, most).map((finding) => tell(finding, speech.say))

test('what is said of several things in the same words is said once, of all of them', () => {
  const findings = [
    of('Council', '{what}: no owner'),
    of('Beds', '{what}: no date'),
    of('Police', '{what}: no owner'),
    of('Trust', '{what}: no owner'),
  ]
  expect(told(findings)).toEqual(['Council, Police and Trust: no owner', 'Beds: no date'])
  expect(told(findings, 2)).toEqual(['Council, Police and 1 more: no owner', 'Beds: no date'])
  expect(together(findings, speech, 2).map(({ ids }) => ids)).toEqual([
    ['Council', 'Police', 'Trust'],
    ['Beds'],
  ])
})

test('names alone, and what else differs, stay apart', () => {
  const findings = [
    of('Council', '{what}'),
    of('Police', '{what}'),
    of('Home', '{what}: {day}', { days: { day: '2026-03-01' } }),
    of('Beds', '{what}: {day}', { days: { day: '2026-04-01' } }),
    of('Fire', '{what}: held by {who}', { values: { what: 'Fire', who: 'Council' } }),
    of('Flood', '{what}: held by {who}', { values: { what: 'Flood', who: 'Trust' } }),
  ]
  expect(told(findings)).toHaveLength(6)
})
