import { expect, test } from 'vitest'
import type { NewObject } from '../board/commands.ts'
import { lensIds, lensOf, opacityUnderLens, type LensId } from './lenses.ts'
import { board, one, organisation, tie, type Trust } from './test-board.ts'

const map: readonly NewObject[] = [
  ...['A', 'B', 'C'].map((id) => organisation(id)),
  tie('ab', 'A', 'B', {
    from: { levelNow: 1, levelNeeded: 3, leaning: 1 },
    to: { levelNow: 2, levelNeeded: 2, leaning: 5 },
  }),
  tie('bc', 'B', 'C', { from: { levelNow: 1, levelNeeded: 1, leaning: 1 } }),
  one('o', 'objective'),
  one('p', 'objective'),
  one('people', 'people'),
  one('reach', 'reach', { from: 'o', to: 'people' }),
  one('owned', 'commitment', { by: 'A', to: 'o', owner: 'Ada', due: '2026-09-01' }),
  one('loose', 'commitment', { by: 'B', to: 'o' }),
  one('alone', 'risk', { heldBy: { C: 100 } }),
  one('shared', 'risk', { heldBy: { A: 50, B: 50 } }),
  one('frame', 'frame'),
  one('words', 'text'),
  one('note', 'note'),
]
const trust: readonly Trust[] = [
  ['ab', 'from', 2],
  ['ab', 'to', 4],
  ['bc', 'from', 4],
  ['bc', 'to', 4],
]

const shown: Record<LensId, { lit: string[]; measure: string; count: number; of: number }> = {
  trust: { lit: ['A', 'B', 'C', 'ab', 'bc'], measure: 'trust', count: 2, of: 2 },
  gaps: { lit: ['A', 'B', 'ab'], measure: 'trust', count: 1, of: 2 },
  level: { lit: ['A', 'B', 'ab'], measure: 'level', count: 1, of: 2 },
  deal: { lit: ['A', 'B', 'ab'], measure: 'trust', count: 1, of: 2 },
  commitments: { lit: ['A', 'B', 'loose', 'o', 'owned'], measure: 'trust', count: 1, of: 2 },
  risk: { lit: ['C', 'alone'], measure: 'trust', count: 1, of: 2 },
  reach: { lit: ['o', 'people', 'reach'], measure: 'trust', count: 1, of: 2 },
}

test.each(lensIds)('the lens “%s” leaves bright what it is about, and counts it', (id) => {
  const { lit, ...rest } = lensOf(id, board(map, trust))
  expect({ ...rest, lit: [...lit].sort() }).toEqual(shown[id])
})

test.each(lensIds)('on an empty board the lens “%s” shows nothing of nothing', (id) => {
  const { lit, count, of } = lensOf(id, board([]))
  expect([lit.size, count, of]).toEqual([0, 0, 0])
})

test('what steps back is still there; frames and words never do', () => {
  const source = board(map, trust)
  const look = lensOf('risk', source)
  const opacity = (id: string): number => opacityUnderLens(look, source.object(id)!)
  expect(['alone', 'C', 'frame', 'words'].map(opacity)).toEqual([1, 1, 1, 1])
  for (const id of ['note', 'A', 'shared']) expect(opacity(id)).toBeLessThan(0.5)
  expect(opacity('ab')).toBeGreaterThan(0)
  expect(opacity('ab')).toBeLessThan(opacity('A'))
})
