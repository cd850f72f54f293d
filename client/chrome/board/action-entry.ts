import type { LucideIcon } from 'lucide-react'
import { keyLabel } from '../../actions/keys.ts'
import { actionOf } from '../../actions/list.ts'
import type { Workspace } from '../../model/workspace.ts'
import { t } from '../../words/t.ts'
import type { MenuEntry } from '../ui/menu-entry.ts'
import { isMac } from './is-mac.ts'

/** The action of an id as an entry of a menu, with a line about it if there is one to say; none for an unknown id. */
export function actionEntry(
  workspace: Workspace,
  id: string,
  icon: LucideIcon | undefined,
  about?: string,
): MenuEntry[] {
  const action = actionOf(id)
  if (!action) return []
  const [keys] = action.keys
  return [
    {
      kind: 'command',
      label: t(action.label),
      ...(icon && { icon }),
      ...(about !== undefined && { about }),
      keys: keys === undefined ? undefined : keyLabel(keys, isMac),
      run: () => action.run(workspace),
    },
  ]
}
