import { describe, expect, test } from 'vitest'
import { addObjects, removeObjects, setField } from '../../shared/board/commands.ts'
import { connector } from '../../shared/objects/connector.ts'
import { workspaceWith } from '../model/fixtures/workspace.ts'
import type { Workspace } from '../model/workspace.ts'
import { dragging } from './drag.ts'
import { linking } from './linking.ts'
import { resizing } from './resizing.ts'
import { at, contextOf } from './fixtures/gesture.ts'
import type { ToolContext, ToolState } from './tool.ts'
import { turning } from './turning.ts'

const back: ToolState = { name: 'back' }

const board = (): Workspace =>
  workspaceWith([
    { id: 'frame', type: 'frame', at: [0, 0], size: [400, 400] },
    { id: 'in', type: 'note', at: [10, 10], size: [100, 100], frame: 'frame' },
    { id: 'one', type: 'shape', at: [600, 0], size: [100, 100] },
    { id: 'two', type: 'shape', at: [800, 0], size: [100, 100] },
  ])

const select = ({ ui }: Workspace, ...ids: string[]): ReadonlySet<string> => {
  ui.setState({ selection: new Set(ids) })
  return ui.getState().selection
}

describe('what is locked while it is held stays where it was, and says why', () => {
  const gestures: Record<string, (context: ToolContext) => ToolState> = {
    dragged: (c) => dragging(c, at([610, 10]), select(c.workspace, 'one'), back),
    turned: (c) => turning(c, at([650, 130]), back),
    resized: (c) => resizing(c, at([700, 100]), { kind: 'resize', x: 1, y: 1 }, 'auto', back),
  }
  test.each(Object.keys(gestures))('%s', (how) => {
    const w = board()
    const context = contextOf(w)
    select(w, 'one')
    const before = w.board.object('one')
    const state = gestures[how]?.(context)
    state?.move?.(context, at([900, 300]))
    w.board.holdFor(({ id }) => id === 'one')
    w.ui.setState({ locks: new Set(['one']) })
    state?.up?.(context, at([900, 300]))
    expect(w.board.object('one')).toEqual(before)
    expect(w.ui.getState()).toMatchObject({
      preview: null,
      message: { text: 'That is locked. A facilitator can unlock it.' },
    })
  })

  test('and the others go on alone', () => {
    const w = board()
    const context = contextOf(w)
    const state = dragging(context, at([610, 10]), select(w, 'one', 'two'), back)
    w.board.holdFor(({ id }) => id === 'one')
    state.up?.(context, at([610, 60]))
    expect(w.board.object('one')?.at).toEqual([600, 0])
    expect(w.board.object('two')?.at).toEqual([800, 50])
  })
})

test('what somebody puts into a frame while it is dragged goes along, and what they take out stays', () => {
  const w = board()
  const context = contextOf(w)
  const state = dragging(context, at([200, 5]), select(w, 'frame'), back)
  state.move?.(context, at([200, 505]))
  const fresh = {
    id: 'late',
    type: 'note',
    at: [200, 200],
    size: [100, 100],
    frame: 'frame',
  } as const
  addObjects(w.doc, [fresh], 'other')
  setField(w.doc, 'in', 'frame', undefined, 'other')
  state.up?.(context, at([200, 1005]))
  expect(w.board.object('frame')?.at).toEqual([0, 1000])
  expect(w.board.object('late')).toMatchObject({ at: [200, 1200], frame: 'frame' })
  expect(w.board.object('in')?.at).toEqual([10, 10])
})

test('no tie is drawn from what somebody has deleted meanwhile', () => {
  const w = board()
  const context = contextOf(w)
  const state = linking(connector, 'one', at([650, 50]), back)
  state.move?.(context, at([750, 50]))
  removeObjects(w.doc, ['one'], 'other')
  expect(state.up?.(context, at([850, 50]))).toBe(back)
  expect([...w.board.ofType('connector')]).toEqual([])
  expect(w.ui.getState().sketch).toBeNull()
})
