import { expect, test } from 'vitest'
import { fail } from '../../shared/result.ts'
import { workspaceWith } from '../model/fixtures/workspace.ts'
import type { Workspace } from '../model/workspace.ts'
import { lockActions } from './lock.ts'

const notes = ['a', 'b'].map((id) => ({ id, type: 'note', at: [0, 0] as const }))

async function run(workspace: Workspace, id: string): Promise<string> {
  workspace.ui.setState({ selection: new Set(['a', 'b']), message: null })
  const said = new Promise<string>((resolve) =>
    workspace.ui.subscribe(({ message }) => {
      if (message !== null && message !== 'missing') resolve(message.text)
    }),
  )
  lockActions.find((action) => action.id === id)?.run(workspace)
  return said
}

const locked = ({ ui }: Workspace): string[] => [...ui.getState().locks]

test('what is called locked or unlocked is so in this window at once', async () => {
  const workspace = workspaceWith(notes)
  expect(await run(workspace, 'lock')).toBe('Locked: 2 stay as they are')
  expect(locked(workspace)).toEqual(['a', 'b'])
  expect(await run(workspace, 'unlock')).toBe('2 unlocked')
  expect(locked(workspace)).toEqual([])
})

test('what could not be locked is not, and why is said', async () => {
  const workspace = workspaceWith(notes)
  const error = 'The server is away.'
  workspace.command = () => Promise.resolve(fail(error))
  expect(await run(workspace, 'lock')).toBe(error)
  expect(locked(workspace)).toEqual([])
})
