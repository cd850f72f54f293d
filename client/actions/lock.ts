import { may } from '../../shared/session/commands.ts'
import type { Workspace } from '../model/workspace.ts'
import { t, tn } from '../words/t.ts'
import type { Action } from './action.ts'

/** The selected objects that are locked, or those that are not. */
function chosen({ board, ui }: Workspace, locked: boolean): string[] {
  const { selection, locks } = ui.getState()
  return [...selection].filter((id) => board.object(id) && locks.has(id) === locked)
}

async function setLock(workspace: Workspace, on: boolean): Promise<void> {
  const ids = chosen(workspace, !on)
  const result = await workspace.command({ type: 'lock', ids, on })
  const done = on
    ? tn(ids.length, 'Locked: it stays as it is', 'Locked: {n} stay as they are')
    : tn(ids.length, 'Unlocked', '{n} unlocked')
  const { ui } = workspace
  if (!result.ok) {
    ui.setState({ message: { text: t(result.error) } })
    return
  }
  // The session that says so is still on its way: what is called locked must not be moved until it is here.
  const locks = new Set(ui.getState().locks)
  for (const id of ids) {
    if (on) locks.add(id)
    else locks.delete(id)
  }
  ui.setState({ locks, message: { text: done } })
}

const action = (on: boolean): Pick<Action, 'where' | 'can' | 'run'> => ({
  where: 'window',
  can: (workspace) =>
    may(workspace.me.role, 'lock') && workspace.canEdit() && chosen(workspace, !on).length > 0,
  run: (workspace) => void setLock(workspace, on),
})

/** What keeps objects as they are for everyone until a facilitator says otherwise. */
export const lockActions: readonly Action[] = [
  { id: 'lock', label: 'Lock', icon: 'lock', keys: ['Mod+Shift+l'], ...action(true) },
  { id: 'unlock', label: 'Unlock', icon: 'lock-open', keys: ['Mod+Alt+l'], ...action(false) },
]
