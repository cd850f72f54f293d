import { expect, test } from 'vitest'
import { removeObjects } from '../../shared/board/commands.ts'
import { workspaceWith } from '../model/fixtures/workspace.ts'
import { putBack, type CutOff } from './cut-off.ts'

const NOTE = {
  id: 'a',
  type: 'note',
  at: [3, 4] as const,
  fields: { text: 'We need', colour: 'noteBlue' },
}

/** Somebody types “ beds” into a note on a board, where others do as they like. */
function typing() {
  const workspace = workspaceWith([NOTE])
  const object = workspace.board.object('a')
  if (!object) throw new Error('the note is there')
  const last: CutOff = { object, field: 'text', typed: 'We need beds' }
  return { workspace, last }
}

test('what was deleted under somebody’s hands comes back where it was, with all that they typed', () => {
  const { workspace, last } = typing()
  const { board, doc, undo } = workspace
  removeObjects(doc, ['a'], 'them')
  putBack(workspace, last)
  expect(board.object('a')).toMatchObject({
    at: [3, 4],
    fields: { text: 'We need beds', colour: 'noteBlue' },
  })
  undo.undo()
  expect(board.size).toBe(0)
})

test('where somebody else has brought it back already, both are kept; the same one is not made twice', () => {
  const { workspace, last } = typing()
  putBack(workspace, last)
  expect([...workspace.board.objects()].map(({ fields }) => fields['text'])).toEqual([
    'We need',
    'We need beds',
  ])
  putBack(workspace, { ...last, typed: 'We need' })
  expect(workspace.board.size).toBe(2)
})

test('nothing is put back onto a board that takes nothing', () => {
  const { workspace, last } = typing()
  removeObjects(workspace.doc, ['a'], 'them')
  putBack({ ...workspace, canEdit: () => false }, last)
  expect(workspace.board.size).toBe(0)
})
