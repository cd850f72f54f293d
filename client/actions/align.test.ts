import { expect, test } from 'vitest'
import { workspaceWith } from '../model/fixtures/workspace.ts'
import type { Workspace } from '../model/workspace.ts'
import { actionOf } from './list.ts'

const size = [100, 100] as const

const frames = (): Workspace =>
  workspaceWith([
    { id: 'a', type: 'frame', at: [0, 0], size: [400, 400] },
    { id: 'b', type: 'frame', at: [70, 600], size: [400, 400] },
    { id: 'deep', type: 'frame', at: [90, 620], size: [200, 200], frame: 'b' },
    { id: 'a1', type: 'note', at: [20, 20], size, frame: 'a' },
    { id: 'a2', type: 'note', at: [220, 20], size, frame: 'a' },
    { id: 'b1', type: 'note', at: [300, 850], size, frame: 'b' },
    { id: 'deep1', type: 'note', at: [100, 630], size, frame: 'deep' },
  ])

const placesOf = ({ board }: Workspace): Record<string, readonly number[]> =>
  Object.fromEntries([...board.objects()].map(({ id, at }) => [id, at]))

test.each([
  ['from the top', (ids: string[]) => ids],
  ['from the bottom', (ids: string[]) => ids.toReversed()],
])(
  'frames that are aligned take along what lies in them as it lies, selected with them %s',
  (_, order) => {
    const w = frames()
    const before = placesOf(w)
    w.ui.setState({ selection: new Set(order([...w.board.objects()].map(({ id }) => id))) })
    actionOf('align-left')?.run(w)
    expect(placesOf(w)).toEqual({
      ...before,
      b: [0, 600],
      deep: [20, 620],
      b1: [230, 850],
      deep1: [30, 630],
    })
  },
)

test('what lies in a locked frame is aligned, though the frame is selected too and stays', () => {
  const w = frames()
  w.board.holdFor(({ id }) => id === 'a')
  w.ui.setState({ selection: new Set(['a', 'a1', 'a2']) })
  actionOf('align-left')?.run(w)
  expect(placesOf(w)).toMatchObject({ a: [0, 0], a1: [20, 20], a2: [20, 20] })
})
