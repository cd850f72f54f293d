import { expect, test } from 'vitest'
import { workspaceWith } from '../../model/fixtures/workspace.ts'
import { askedAbout, joinsTwo, notWeighed } from './asked.ts'

test('a question about a selection is about what people put there, not about what it lies on', () => {
  const { board } = workspaceWith([
    { id: 'stage', type: 'frame', at: [0, 0], fields: { furniture: true } },
    { id: 'lane', type: 'frame', at: [0, 0], frame: 'stage' },
    { id: 'how', type: 'text', at: [0, 0], frame: 'stage', fields: { furniture: true } },
    { id: 'beds', type: 'issue', at: [0, 0], frame: 'lane' },
    { id: 'pay', type: 'issue', at: [0, 0], frame: 'lane' },
  ])
  const asked = (...ids: string[]) => askedAbout(ids.map((id) => board.object(id)!))
  expect(asked('stage', 'lane', 'how', 'beds', 'pay')).toEqual(['beds', 'pay'])
  expect(asked('stage', 'how')).toEqual(['stage', 'how'])
  expect(asked('lane')).toEqual(['lane'])
})

test('where nothing is selected, true or false is about the assumptions of which nothing is known yet', () => {
  const { board } = workspaceWith([
    { id: 'b', type: 'assumption', at: [0, 0], order: 'a1' },
    { id: 'found', type: 'assumption', at: [0, 0], order: 'a2', fields: { verdict: 'partly' } },
    { id: 'a', type: 'assumption', at: [0, 0], order: 'a0' },
  ])
  expect(notWeighed(board.ofType('assumption'))).toEqual(['a', 'b'])
})

test('trust is asked about a relationship whose two organisations are there', () => {
  const tie = (id: string, from: string, to: string) =>
    ({ id, type: 'relationship', at: [0, 0], fields: { from, to } }) as const
  const { board } = workspaceWith([
    { id: 'a', type: 'organisation', at: [0, 0] },
    { id: 'b', type: 'organisation', at: [0, 0] },
    { id: 'n', type: 'note', at: [0, 0] },
    tie('good', 'a', 'b'),
    tie('gone', 'a', 'x'),
    tie('note', 'n', 'b'),
    tie('self', 'a', 'a'),
  ])
  const found = [...board.ofType('relationship')].filter((one) => joinsTwo(one, board))
  expect(found.map(({ id }) => id)).toEqual(['good'])
})
