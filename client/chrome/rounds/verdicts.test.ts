import { expect, test } from 'vitest'
import { workspaceWith } from '../../model/fixtures/workspace.ts'
import { unwritten, writeVerdicts } from './verdicts.ts'

const ENDED = Date.UTC(2026, 2, 4, 10)
const LINE = '2 true · 1 partly · 0 false (4 March 2026)'

const results = {
  kind: 'truth' as const,
  n: 3,
  scribed: 0,
  statements: [
    { object: 'a', true: 2, partly: 1, false: 0 },
    { object: 'b', true: 1, partly: 1, false: 1 },
    { object: 'note', true: 3, partly: 0, false: 0 },
    { object: 'gone', true: 3, partly: 0, false: 0 },
  ],
}

test('cards say how many said what, and what most said, or that people see it differently', () => {
  const workspace = workspaceWith([
    { id: 'a', type: 'assumption', at: [0, 0], fields: { title: 'A', detail: 'Heard in May' } },
    { id: 'b', type: 'assumption', at: [0, 0], fields: { title: 'B' } },
    { id: 'note', type: 'note', at: [0, 0], fields: { text: 'C' } },
  ])
  const { board, undo } = workspace
  const fields = (id: string) => board.object(id)!.fields
  expect(unwritten(workspace, results, ENDED).map(({ object }) => object)).toEqual(['a', 'b'])
  writeVerdicts(workspace, results, ENDED)
  writeVerdicts(workspace, results, ENDED)
  expect(fields('a')).toMatchObject({ verdict: 'true', detail: `Heard in May\n${LINE}` })
  expect(fields('b')['verdict']).toBe('split')
  expect(fields('b')['detail']).toBe('1 true · 1 partly · 1 false (4 March 2026)')
  expect(fields('note')).toEqual({ text: 'C' })
  expect(unwritten(workspace, results, ENDED)).toEqual([])
  undo.undo()
  expect(fields('a')).toMatchObject({ detail: 'Heard in May' })
  expect(unwritten(workspace, results, ENDED)).toHaveLength(2)
})

test('a card that is held as it is stays so', () => {
  const workspace = workspaceWith([
    { id: 'a', type: 'assumption', at: [0, 0], fields: { title: 'A', locked: true } },
  ])
  workspace.board.holdFor(({ fields }) => fields['locked'] === true)
  writeVerdicts(workspace, results, ENDED)
  expect(workspace.board.object('a')!.fields['verdict']).toBeUndefined()
})
