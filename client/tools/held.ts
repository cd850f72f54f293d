import type { Workspace } from '../model/workspace.ts'
import { t } from '../words/t.ts'

/** Why none of these objects may be changed, for people; undefined when one may be, or when nobody may change anything here. */
export function whyHeld(workspace: Workspace, ids: Iterable<string>): string | undefined {
  const { board, me, ui } = workspace
  if (!workspace.canEdit()) return undefined
  const objects = [...ids].flatMap((id) => board.object(id) ?? [])
  if (objects.length === 0 || !objects.every((object) => board.isHeld(object))) return undefined
  const { locks } = ui.getState()
  if (!objects.some(({ id }) => locks.has(id))) {
    return t('That belongs to the template and stays as it is.')
  }
  return me.role === 'facilitator'
    ? t('That is locked. Unlock it to change it.')
    : t('That is locked. A facilitator can unlock it.')
}

/** Tells this person why none of these objects may be changed; returns whether there was anything to tell. */
export function sayHeld(workspace: Workspace, ids: Iterable<string>): boolean {
  const text = whyHeld(workspace, ids)
  if (text !== undefined) workspace.ui.setState({ message: { text } })
  return text !== undefined
}
