import { expect, test } from 'vitest'
import { note } from '../../shared/objects/note.ts'
import { workspaceWith } from '../model/fixtures/workspace.ts'
import { at, contextOf } from './fixtures/gesture.ts'
import { placeTool } from './place.ts'

test('the frame that would take what is placed is outlined until the press is given up', () => {
  const w = workspaceWith([{ id: 'frame', type: 'frame', at: [0, 0], size: [400, 400] }])
  const context = contextOf(w)
  const { start } = placeTool(note)
  start.move?.(context, at([50, 50]))
  expect(w.ui.getState().sketch).toEqual({ kind: 'drop', into: ['frame'] })
  start.down?.(context, at([50, 50]))?.cancel?.(context)
  expect(w.ui.getState().sketch).toBeNull()
})
