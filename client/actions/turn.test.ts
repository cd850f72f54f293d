import { expect, test } from 'vitest'
import { workspaceWith } from '../model/fixtures/workspace.ts'
import type { Workspace } from '../model/workspace.ts'
import { actionOf } from './list.ts'

const shape = (id: string, x: number, fields: Record<string, unknown> = {}) => ({
  id,
  type: 'shape',
  at: [x, 0] as const,
  size: [100, 100] as const,
  fields,
})

const run = (w: Workspace, id: string, ids: readonly string[]): boolean => {
  w.ui.setState({ selection: new Set(ids) })
  const action = actionOf(id)
  const can = action?.can(w) === true
  if (can) action.run(w)
  return can
}

const turnOf = (w: Workspace, id: string): unknown => w.board.object(id)?.fields['turn']

test('a step right and a step left leave nothing behind, and undo takes them back', () => {
  const w = workspaceWith([shape('a', 0, { turn: 350 })])
  run(w, 'turn-right', ['a'])
  expect(turnOf(w, 'a')).toBe(5)
  run(w, 'turn-left', ['a'])
  expect(turnOf(w, 'a')).toBe(350)
  w.undo.undo()
  expect(turnOf(w, 'a')).toBe(350)
})

test('several turn about their common middle; what is locked stays where it is', () => {
  const w = workspaceWith([shape('a', 0), shape('b', 300), shape('held', 600, { locked: true })])
  for (let i = 0; i < 6; i++) run(w, 'turn-right', ['a', 'b', 'held'])
  expect(turnOf(w, 'a')).toBe(90)
  expect(w.board.object('a')?.at).toEqual([150, -150])
  expect(w.board.object('b')?.at).toEqual([150, 150])
  expect(w.board.object('held')).toMatchObject({ at: [600, 0] })
  expect(turnOf(w, 'held')).toBeUndefined()
})

test('it is offered for nothing that stays upright, not with a frame, and not to observers', () => {
  const objects = [
    shape('a', 0),
    shape('held', 600, { locked: true }),
    { id: 'body', type: 'organisation', at: [300, 0] as const },
    { id: 'frame', type: 'frame', at: [0, 300] as const },
  ]
  const w = workspaceWith(objects)
  expect(run(w, 'turn-right', ['body'])).toBe(false)
  expect(run(w, 'turn-right', ['held'])).toBe(false)
  expect(run(w, 'turn-right', ['a', 'frame'])).toBe(false)
  expect(run(w, 'turn-right', ['a', 'body'])).toBe(true)
  expect(turnOf(w, 'body')).toBeUndefined()
  expect(run(workspaceWith(objects, false), 'turn-right', ['a'])).toBe(false)
})

test('made wider, what is turned keeps the edge that is not moved', () => {
  const w = workspaceWith([shape('a', 0, { turn: 90 })])
  run(w, 'widen', ['a'])
  expect(w.board.object('a')).toMatchObject({ at: [-5, 5], size: [110, 100] })
})
