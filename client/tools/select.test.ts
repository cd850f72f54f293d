import { expect, test } from 'vitest'
import { workspaceWith } from '../model/fixtures/workspace.ts'
import { at, contextOf } from './fixtures/gesture.ts'
import { selectTool } from './select.ts'
import type { ToolState } from './tool.ts'

test('a press on a line among what is selected drags all of it; on a line alone it draws a marquee', () => {
  const w = workspaceWith([
    { id: 'one', type: 'shape', at: [600, 0], size: [100, 100] },
    { id: 'two', type: 'shape', at: [800, 0], size: [100, 100] },
    { id: 'line', type: 'connector', at: [0, 0], fields: { from: 'one', to: 'two' } },
  ])
  const context = contextOf(w)
  const press = (...ids: string[]): ToolState | undefined => {
    w.ui.setState({ selection: new Set(ids) })
    const pointing = selectTool.start.down?.(context, at([750, 50]))
    expect(pointing?.name).toBe('pointing')
    return pointing?.move?.(context, at([750, 90]))
  }
  expect(press('line')?.name).toBe('marquee')
  const drag = press('one', 'two', 'line')
  expect(drag?.name).toBe('dragging')
  drag?.up?.(context, at([750, 90]))
  expect(w.board.object('one')?.at).toEqual([600, 40])
  expect(w.board.object('two')?.at).toEqual([800, 40])
})
