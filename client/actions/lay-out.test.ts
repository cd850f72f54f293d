import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { NewObject } from '../../shared/board/commands.ts'
import type { Point } from '../../shared/geometry.ts'
import { workspaceWith } from '../model/fixtures/workspace.ts'
import type { Workspace } from '../model/workspace.ts'
import { runLayOut } from './lay-out.ts'
import { layOutActions } from './lay-out-actions.ts'

// Nobody looks at a page that is hidden, so what is laid out is there at once.
beforeAll(() => void vi.stubGlobal('document', { hidden: true }))
afterAll(() => void vi.unstubAllGlobals())

const organisation = (id: string, at: Point, fields: Record<string, unknown> = {}): NewObject => ({
  id,
  type: 'organisation',
  at,
  fields: { name: id, ...fields },
})

function workspace(canEdit = true): Workspace {
  return workspaceWith(
    [
      ...['a', 'b', 'c', 'd'].map((id, i) => organisation(id, [i * 10, 0])),
      organisation('locked', [7, 7], { locked: true }),
      organisation('furniture', [9, 9], { furniture: true }),
      { id: 'aim', type: 'objective', at: [3, 3], fields: { title: 'Aim' } },
      { id: 'gift', type: 'commitment', at: [5, 5], fields: { by: 'a', to: 'aim' } },
      { id: 'ab', type: 'relationship', at: [0, 0], fields: { from: 'a', to: 'b' } },
    ],
    canEdit,
  )
}

const placesIn = ({ board }: Workspace): Record<string, Point> =>
  Object.fromEntries([...board.objects()].map(({ id, at }) => [id, at]))

test('arranging moves all that is free and nothing that is locked, held or furniture, as one step of undo', async () => {
  const w = workspace()
  w.board.holdFor(({ id }) => id === 'd')
  const before = placesIn(w)
  expect(await runLayOut(w, 'objectives')).toBe(true)
  const after = placesIn(w)
  const stayed = Object.keys(before).filter((id) => isDeepStrictEqual(before[id], after[id]))
  expect(stayed.sort()).toEqual(['ab', 'd', 'furniture', 'locked'])
  w.undo.undo()
  expect(placesIn(w)).toEqual(before)
  w.undo.redo()
  expect(placesIn(w)).toEqual(after)
})

test('of several selected organisations these alone are arranged', async () => {
  const w = workspace()
  w.ui.setState({ selection: new Set(['a', 'b']) })
  const before = placesIn(w)
  await runLayOut(w, 'circle')
  const after = placesIn(w)
  const moved = Object.keys(before).filter((id) => !isDeepStrictEqual(before[id], after[id]))
  expect(moved.sort()).toEqual(['a', 'b'])
})

test('arranging is offered to those who may edit alone', () => {
  const offered = (w: Workspace): number => layOutActions.filter(({ can }) => can(w)).length
  expect(offered(workspace())).toBe(4)
  expect(offered(workspace(false))).toBe(0)
})

test('given up, nothing is moved and nothing is told', async () => {
  const w = workspace()
  const before = placesIn(w)
  expect(await runLayOut(w, 'circle', AbortSignal.abort())).toBe(true)
  expect(placesIn(w)).toEqual(before)
  expect(w.undo.canUndo).toBe(false)
})

test('where editing is withdrawn while the map is arranged, it stays as it was', async () => {
  const w = workspace()
  const before = placesIn(w)
  let mayEdit = true
  const done = runLayOut({ ...w, canEdit: () => mayEdit }, 'circle')
  mayEdit = false
  expect(await done).toBe(true)
  expect(placesIn(w)).toEqual(before)
})

test('while the map is arranged that can be seen, and given up from elsewhere', async () => {
  const w = workspace()
  const before = placesIn(w)
  const seen = new Promise<void>((resolve) => {
    w.ui.subscribe(({ working }, was) => {
      if (was.working && !working) resolve()
    })
  })
  layOutActions.find(({ id }) => id === 'lay-out-circle')?.run(w)
  w.ui.getState().working?.cancel()
  await seen
  expect(placesIn(w)).toEqual(before)
  expect(w.ui.getState().message).toBeNull()
})
