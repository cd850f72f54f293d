import type { ObjectDefinition } from '../../shared/objects/define.ts'
import { definitions } from '../../shared/objects/index.ts'
import { canEnd, isLink, linkFrom } from '../model/kinds.ts'
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

/** Whether one object is selected to which a tie could lead. */
function canBeJoined({ board, ui }: Workspace): boolean {
  const [id, more] = [...ui.getState().selection]
  const object = more === undefined ? board.object(id ?? '') : undefined
  return object !== undefined && linkFrom(object) !== undefined
}

/** What joins selected objects. */
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
  {
    id: 'connect-to',
    label: 'Join to…',
    icon: 'spline',
    keys: ['Mod+;'],
    where: 'window',
    can: (workspace) => workspace.canEdit() && canBeJoined(workspace),
    run: ({ ui }) => ui.setState({ dialog: 'relate' }),
  },
]
