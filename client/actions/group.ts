import { setField } from '../../shared/board/commands.ts'
import { newId } from '../../shared/ids.ts'
import { groupOf, isLink } from '../model/kinds.ts'
import { USER, type Workspace } from '../model/workspace.ts'
import type { Action } from './action.ts'
import { asOneStep, free } from './edit.ts'

/** The selected objects that can be in a group: ties follow what they join. */
const groupable = (workspace: Workspace): string[] =>
  free(workspace).filter((id) => {
    const object = workspace.board.object(id)
    return object !== undefined && !isLink(object)
  })

const groupsAmong = ({ board }: Workspace, ids: readonly string[]): Set<string | undefined> =>
  new Set(
    ids.map((id) => {
      const object = board.object(id)
      return object && groupOf(object)
    }),
  )

function setAll(workspace: Workspace, ids: readonly string[], key: string, value: unknown): void {
  asOneStep(workspace, () => {
    for (const id of ids) setField(workspace.doc, id, key, value, USER)
  })
}

/** What makes several objects one. */
export const groupActions: readonly Action[] = [
  {
    id: 'group',
    label: 'Group',
    icon: 'group',
    keys: ['Mod+g'],
    where: 'window',
    can: (workspace) => {
      if (!workspace.canEdit() || workspace.ui.getState().selection.size < 2) return false
      const ids = groupable(workspace)
      const groups = groupsAmong(workspace, ids)
      return ids.length > 1 && (groups.size > 1 || groups.has(undefined))
    },
    run: (workspace) => setAll(workspace, groupable(workspace), 'group', newId()),
  },
  {
    id: 'ungroup',
    label: 'Ungroup',
    icon: 'ungroup',
    keys: ['Mod+Shift+g'],
    where: 'window',
    can: (workspace) =>
      workspace.canEdit() &&
      [...groupsAmong(workspace, groupable(workspace))].some((group) => group !== undefined),
    run: (workspace) => setAll(workspace, groupable(workspace), 'group', undefined),
  },
]
