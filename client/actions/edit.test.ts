import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addObjects, setField } from '../../shared/board/commands.ts'
import { byPaint } from '../../shared/draw/scene.ts'
import { workspaceWith } from '../model/fixtures/workspace.ts'
import type { Workspace } from '../model/workspace.ts'
import { linkBetween } from '../tools/linking.ts'
import { removeCut } from './edit.ts'
import { actionOf } from './list.ts'
import { readingOrder } from './selection.ts'

function workspace(canEdit = true): Workspace {
  return workspaceWith(
    [
      { id: 'frame', type: 'frame', at: [0, 0], size: [800, 600] },
      { id: 'a', type: 'organisation', at: [20, 100], frame: 'frame', fields: { name: 'A' } },
      { id: 'b', type: 'organisation', at: [400, 110], frame: 'frame', fields: { name: 'B' } },
      { id: 'c', type: 'organisation', at: [1000, 90], fields: { name: 'C' } },
      { id: 'ab', type: 'relationship', at: [0, 0], fields: { from: 'a', to: 'b' } },
      { id: 'bc', type: 'relationship', at: [0, 0], fields: { from: 'b', to: 'c' } },
      { id: 'lost', type: 'relationship', at: [0, 0], fields: { from: 'b', to: 'gone' } },
    ],
    canEdit,
  )
}

const run = (w: Workspace, id: string): boolean => {
  const action = actionOf(id)
  const can = action?.can(w) === true
  if (can) action.run(w)
  return can
}

test('duplicate copies a frame with what lies in it and the ties among that, and is one step of undo', () => {
  const w = workspace()
  w.ui.setState({ selection: new Set(['frame']) })
  run(w, 'duplicate')
  const copies = [...w.ui.getState().selection].flatMap((id) => w.board.object(id) ?? [])
  expect(copies.map(({ type }) => type)).toEqual([
    'frame',
    'relationship',
    'organisation',
    'organisation',
  ])
  const [frame, tie, ...organisations] = copies
  expect(organisations.map((o) => o.frame)).toEqual([frame?.id, frame?.id])
  expect([tie?.fields['from'], tie?.fields['to']]).toEqual(organisations.map((o) => o.id))
  run(w, 'undo')
  expect(w.board.size).toBe(7)
})

test('duplicates that walk out of their frame step by step are no longer in it, and those that come into one are', () => {
  const w = workspaceWith([
    { id: 'frame', type: 'frame', at: [0, 0], size: [200, 200] },
    { id: 'in', type: 'note', at: [50, 50], size: [100, 100], frame: 'frame' },
    { id: 'out', type: 'note', at: [-70, -70], size: [100, 100] },
  ])
  const copyOf = (id: string, times: number): string | undefined => {
    w.ui.setState({ selection: new Set([id]) })
    for (let i = 0; i < times; i++) run(w, 'duplicate')
    const [copy = ''] = w.ui.getState().selection
    return w.board.object(copy)?.frame
  }
  expect(copyOf('in', 1)).toBe('frame')
  expect(copyOf('in', 4)).toBeUndefined()
  expect(copyOf('out', 1)).toBe('frame')
  run(w, 'undo')
  expect(w.board.size).toBe(8)
})

test('what is cut is gone with all that was copied of it, but for what is held, and comes back as one step', () => {
  const w = workspace()
  w.board.holdFor(({ id }) => id === 'b')
  w.ui.setState({ selection: new Set(['frame']) })
  removeCut(w)
  expect([...w.board.objects()].map(({ id }) => id)).toEqual(['b', 'c', 'ab', 'bc', 'lost'])
  run(w, 'undo')
  w.board.holdFor(() => false)
  w.ui.setState({ selection: new Set(['frame']) })
  removeCut(w)
  expect([...w.board.objects()].map(({ id }) => id)).toEqual(['c', 'bc', 'lost'])
  run(w, 'undo')
  w.board.holdFor(({ id }) => id === 'frame')
  w.ui.setState({ selection: new Set(['frame', 'c']) })
  removeCut(w)
  expect(w.board.object('c')).toBeUndefined()
  expect(w.board.object('a')?.frame).toBe('frame')
})

test('bring to front and send to back change the order among the others, and undo restores it', () => {
  const w = workspace()
  const top = (): string | undefined => [...w.board.objects()].sort(byPaint).at(-1)?.id
  w.ui.setState({ selection: new Set(['a']) })
  run(w, 'bring-to-front')
  expect(top()).toBe('a')
  run(w, 'send-to-back')
  expect(top()).not.toBe('a')
  run(w, 'undo')
  expect(top()).toBe('a')
})

test('arrows move what is selected with all it holds, and the map when nothing is', () => {
  const w = workspace()
  run(w, 'nudge-right-far')
  expect(w.board.object('a')?.at).toEqual([20, 100])
  expect(w.ui.getState().camera.centre[0]).toBeGreaterThan(0)
  w.ui.setState({ selection: new Set(['frame']) })
  run(w, 'nudge-right-far')
  expect(w.board.object('a')?.at).toEqual([30, 100])
  expect(w.board.object('c')?.at).toEqual([1000, 90])
})

test('Tab goes through what can be seen in reading order, and out at the end', () => {
  const w = workspace()
  const order = readingOrder(w)
  expect(order[0]).toBe('frame')
  expect(order).not.toContain('lost')
  const visited = order.map(() => {
    run(w, 'select-next')
    return [...w.ui.getState().selection][0]
  })
  expect(visited).toEqual(order)
  expect(run(w, 'select-next')).toBe(false)
})

test('who may only read can select and look, and change nothing', () => {
  const w = workspace(false)
  const before = Y.encodeStateVector(w.doc)
  expect(run(w, 'select-all')).toBe(true)
  for (const id of ['delete', 'duplicate', 'edit-text', 'nudge-left', 'bring-to-front', 'undo']) {
    expect(run(w, id)).toBe(false)
  }
  expect(run(w, 'fit')).toBe(true)
  expect(Y.encodeStateVector(w.doc)).toEqual(before)
})

test('the tie between two organisations is found whichever way round it was drawn', () => {
  const { board } = workspace()
  expect(linkBetween(board, 'relationship', 'b', 'a')).toBe('ab')
  expect(linkBetween(board, 'relationship', 'a', 'c')).toBeUndefined()
})

test('two organisations have one tie, however often they are joined; other things may have a connector there and one back', () => {
  const w = workspace()
  addObjects(
    w.doc,
    [
      { id: 'n1', type: 'note', at: [0, 2000] },
      { id: 'n2', type: 'note', at: [900, 2000] },
    ],
    'seed',
  )
  const join = (...ids: string[]): void => {
    w.ui.setState({ selection: new Set(ids) })
    run(w, 'connect')
  }
  join('b', 'a')
  expect([...w.ui.getState().selection]).toEqual(['ab'])
  join('n1', 'n2')
  join('n2', 'n1')
  const connectors = [...w.board.ofType('connector')].map(({ fields }) => [
    fields['from'],
    fields['to'],
  ])
  expect(connectors).toEqual([
    ['n1', 'n2'],
    ['n2', 'n1'],
  ])
})

test('a step forward goes over what lies there, and no further', () => {
  const w = workspace()
  addObjects(
    w.doc,
    [
      { id: 'n1', type: 'note', at: [0, 2000] },
      { id: 'far', type: 'note', at: [5000, 2000] },
      { id: 'n2', type: 'note', at: [50, 2000] },
      { id: 'n3', type: 'note', at: [90, 2000] },
    ],
    'seed',
  )
  const notes = (): string[] =>
    [...w.board.objects()]
      .filter(({ type }) => type === 'note')
      .sort(byPaint)
      .map(({ id }) => id)
  w.ui.setState({ selection: new Set(['n1']) })
  run(w, 'bring-forward')
  expect(notes()).toEqual(['far', 'n2', 'n1', 'n3'])
  run(w, 'send-backward')
  expect(notes()).toEqual(['far', 'n1', 'n2', 'n3'])
})

test('aligning and spacing out move whole groups, and what lies in frames with them', () => {
  const w = workspace()
  addObjects(
    w.doc,
    [
      { id: 'n1', type: 'note', at: [0, 1000], size: [100, 100] },
      { id: 'n2', type: 'note', at: [130, 1040], size: [100, 100] },
      { id: 'n3', type: 'note', at: [700, 1200], size: [100, 100] },
    ],
    'seed',
  )
  const at = (id: string) => w.board.object(id)?.at
  w.ui.setState({ selection: new Set(['n1', 'n2', 'n3']) })
  run(w, 'distribute-across')
  expect([at('n1'), at('n2'), at('n3')]).toEqual([
    [0, 1000],
    [350, 1040],
    [700, 1200],
  ])
  w.ui.setState({ selection: new Set(['n1', 'n2']) })
  expect(run(w, 'group')).toBe(true)
  expect(run(w, 'group')).toBe(false)
  w.ui.setState({ selection: new Set(['n1', 'n2', 'n3']) })
  run(w, 'align-bottom')
  expect([at('n1')?.[1], at('n2')?.[1], at('n3')?.[1]]).toEqual([1160, 1200, 1200])
  run(w, 'undo')
  expect(at('n1')).toEqual([0, 1000])
  run(w, 'ungroup')
  expect(w.board.object('n1')?.fields['group']).toBeUndefined()
  w.ui.setState({ selection: new Set(['frame', 'c']) })
  run(w, 'align-top')
  expect([at('frame'), at('a'), at('c')]).toEqual([
    [0, 0],
    [20, 100],
    [1000, 0],
  ])
})

test('what is held stays as it is, and its copy is free', () => {
  const w = workspace()
  w.board.holdFor(({ id }) => id === 'c')
  setField(w.doc, 'b', 'locked', true, 'seed')
  for (const held of ['b', 'c']) {
    w.ui.setState({ selection: new Set([held]) })
    for (const id of ['delete', 'edit-text', 'bring-to-front', 'cut'])
      expect(run(w, id)).toBe(false)
    const before = w.board.object(held)
    run(w, 'nudge-left')
    expect(w.board.object(held)).toEqual(before)
    run(w, 'duplicate')
    expect(run(w, 'delete')).toBe(true)
    expect(w.board.object(held)).toEqual(before)
  }
})
