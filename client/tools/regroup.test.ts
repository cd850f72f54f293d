import { describe, expect, test } from 'vitest'
import { setField } from '../../shared/board/commands.ts'
import { byPaint } from '../../shared/draw/scene.ts'
import { boxOf } from '../../shared/geometry.ts'
import { frame } from '../../shared/objects/frame.ts'
import { actionOf } from '../actions/list.ts'
import { workspaceWith } from '../model/fixtures/workspace.ts'
import type { Workspace } from '../model/workspace.ts'
import { addHere } from './add-here.ts'
import { commit } from './following.ts'
import { movePlan, movers } from './plans.ts'
import { homesOn, looseIn, looseOf, regroup } from './regroup.ts'
import type { ToolContext } from './tool.ts'

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

test('a new frame takes what lies in it with its middle, frames among it, and nothing of another frame or held in place', () => {
  const w = board()
  const around = { x: -20, y: -20, width: 600, height: 600 }
  expect(looseIn(w.board, around)).toEqual(['frame', 'out'])
  expect(looseIn(w.board, { ...around, width: 421 })).toEqual(['frame'])
  w.board.holdFor(({ id }) => id === 'out')
  expect(looseIn(w.board, around)).toEqual(['frame'])
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

describe('a frame in a frame', () => {
  const nested = (): Workspace =>
    workspaceWith([
      { id: 'small', type: 'frame', at: [800, 0], size: [200, 200] },
      { id: 'deep', type: 'note', at: [810, 10], size: [50, 50], frame: 'small' },
      { id: 'large', type: 'frame', at: [0, 0], size: [600, 600] },
    ])

  /** Moves `id` with all it carries, and puts it where it belongs then. */
  const move = (w: Workspace, id: string, x: number): void => {
    const moved = movePlan(w.board, movers(w.board, [id]), [x, 0])
    commit({ workspace: w } as ToolContext, new Set([id]), moved, looseOf(w.board, moved.keys()))
  }

  test('goes into a larger one above it, is carried by it with what it holds, and out again, each as one step', () => {
    const w = nested()
    move(w, 'small', -700)
    expect(w.board.object('small')).toMatchObject({ at: [100, 0], frame: 'large' })
    expect([...w.board.objects()].sort(byPaint).map(({ id }) => id)).toEqual([
      'large',
      'small',
      'deep',
    ])
    move(w, 'large', 1000)
    expect(w.board.object('small')).toMatchObject({ at: [1100, 0], frame: 'large' })
    expect(w.board.object('deep')).toMatchObject({ at: [1110, 10], frame: 'small' })
    w.undo.undo()
    expect(w.board.object('deep')?.at).toEqual([110, 10])
    w.undo.undo()
    expect(w.board.object('small')).toMatchObject({ at: [800, 0], order: 'a0' })
    expect(w.board.object('small')?.frame).toBeUndefined()
    w.undo.redo()
    move(w, 'small', 900)
    expect(w.board.object('small')?.frame).toBeUndefined()
    expect(w.board.object('deep')?.frame).toBe('small')
  })

  test('never goes into a smaller one, nor into one that lies in it', () => {
    const w = nested()
    move(w, 'large', 600)
    expect(w.board.object('large')?.frame).toBeUndefined()
    move(w, 'small', 0)
    expect(w.board.object('small')?.frame).toBe('large')
    const box = boxOf([850, 50], [100, 100])
    regroup(w, new Map([['large', box]]), ['large'])
    expect(w.board.object('large')?.frame).toBeUndefined()
  })

  test('is told where it would go before it is let go, and never into what moves along', () => {
    const { board: model } = nested()
    const [small, deep] = [model.object('small')!, model.object('deep')!]
    const at = (x: number) => boxOf([x, 20], [40, 40])
    expect(homesOn(model, ['small', 'deep'])(small, at(20))).toBe('large')
    expect(homesOn(model, ['small', 'deep'])(deep, at(820))).toBeUndefined()
    expect(homesOn(model, ['deep'])(deep, at(820))).toBe('small')
    expect(homesOn(model, ['deep'])(deep, at(5000))).toBeUndefined()
  })

  test('that lies in itself by way of another, as a foreign client may write it, still moves', () => {
    const w = nested()
    setField(w.doc, 'small', 'frame', 'large', null)
    setField(w.doc, 'large', 'frame', 'small', null)
    move(w, 'small', 40)
    expect(w.board.object('small')?.at).toEqual([840, 0])
    expect(w.board.object('large')?.at).toEqual([40, 0])
    expect(w.board.object('deep')?.at).toEqual([850, 10])
  })

  test('is taken by a new one that is drawn around it, and lies above that', () => {
    const w = nested()
    const around = { x: 700, y: -100, width: 500, height: 500 }
    const id = addHere(w, frame, around, undefined, looseIn(w.board, around))
    expect(w.board.object('small')?.frame).toBe(id)
    expect(w.board.object('deep')?.frame).toBe('small')
    expect([...w.board.objects()].sort(byPaint)[0]?.id).toBe(id)
  })
})
