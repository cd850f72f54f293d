import { expect, test } from 'vitest'
import { actionOf } from '../actions/list.ts'
import { workspaceWith } from '../model/fixtures/workspace.ts'
import type { Workspace } from '../model/workspace.ts'
import { movers } from './plans.ts'
import { looseIn } from './regroup.ts'

const board = (): Workspace =>
  workspaceWith([
    { id: 'frame', type: 'frame', at: [0, 0], size: [400, 400] },
    { id: 'in', type: 'note', at: [10, 10], size: [100, 100], frame: 'frame' },
    { id: 'kept', type: 'note', at: [10, 200], size: [100, 100], frame: 'frame' },
    { id: 'out', type: 'note', at: [352, 10], size: [100, 100] },
  ])

test('what is nudged goes into the frame below its middle and out of the one that it leaves, as one step', () => {
  const w = board()
  const { ui } = w
  const nudge = (...ids: string[]): void => {
    ui.setState({ selection: new Set(ids) })
    actionOf('nudge-left-far')?.run(w)
    w.undo.cut()
  }
  nudge('out')
  expect(w.board.object('out')).toMatchObject({ at: [342, 10], frame: 'frame' })
  w.undo.undo()
  expect(w.board.object('out')?.at).toEqual([352, 10])
  expect(w.board.object('out')?.frame).toBeUndefined()
  for (let i = 0; i < 7; i++) nudge('in')
  expect(w.board.object('in')?.frame).toBeUndefined()
  nudge('frame', 'kept')
  expect(w.board.object('kept')).toMatchObject({ at: [0, 200], frame: 'frame' })
})

test('a new frame takes what lies in it with its middle, and nothing of another frame or held in place', () => {
  const w = board()
  const around = { x: -20, y: -20, width: 600, height: 600 }
  expect(looseIn(w.board, around)).toEqual(['out'])
  expect(looseIn(w.board, { ...around, width: 421 })).toEqual([])
  w.board.holdFor(({ id }) => id === 'out')
  expect(looseIn(w.board, around)).toEqual([])
})

test('a frame carries what is locked in it, but not what the server would put back', () => {
  const { board: model } = board()
  model.holdFor(
    ({ id }) => id === 'in' || id === 'kept',
    ({ id }) => id === 'kept',
  )
  expect([...movers(model, ['frame', 'kept'])]).toEqual(['frame', 'in'])
  expect([...movers(model, ['in'])]).toEqual([])
})
