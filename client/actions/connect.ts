import type { ObjectDefinition } from '../../shared/objects/define.ts'
import { definitions } from '../../shared/objects/index.ts'
import { canEnd, isLink } from '../model/kinds.ts'
import type { Workspace } from '../model/workspace.ts'
import { link } from '../tools/linking.ts'
import type { Action } from './action.ts'

/** The two selected objects and the kind of link that fits them best, in the order in which they were selected. */
function pairOf({
  board,
  ui,
}: Workspace): { definition: ObjectDefinition; from: string; to: string } | undefined {
  const [a, b, more] = [...ui.getState().selection].flatMap((id) => {
    const object = board.object(id)
    return object && !isLink(object) ? [object] : []
  })
  if (!a || !b || more) return undefined
  const definition = definitions.find(
    (one) => one.place === 'link' && canEnd(one, 'from', a) && canEnd(one, 'to', b),
  )
  return definition && { definition, from: a.id, to: b.id }
}

/** What joins two selected objects. */
export const connectActions: readonly Action[] = [
  {
    id: 'connect',
    label: 'Join the two',
    icon: 'spline',
    keys: ['Mod+j'],
    where: 'window',
    can: (workspace) => workspace.canEdit() && pairOf(workspace) !== undefined,
    run: (workspace) => {
      const pair = pairOf(workspace)
      if (pair) link(workspace, pair.definition, pair.from, pair.to)
    },
  },
]
