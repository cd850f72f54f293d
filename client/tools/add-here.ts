import { addObjects, putInto } from '../../shared/board/commands.ts'
import type { Box } from '../../shared/geometry.ts'
import type { ObjectDefinition } from '../../shared/objects/define.ts'
import { freshFields } from '../model/fresh-fields.ts'
import { USER, type Workspace } from '../model/workspace.ts'
import { orderBelow } from './regroup.ts'

/** Adds one object of a kind as the rail's presets want it, around what is `inside` where it carries others, as an undo step of its own that can be withdrawn; answers its id. */
export function addHere(
  workspace: Workspace,
  definition: ObjectDefinition,
  { x, y, width, height }: Box,
  frame: string | undefined,
  inside: readonly string[] = [],
): string | undefined {
  const { board, doc, ui, undo } = workspace
  const order = orderBelow(board, inside)
  const news = {
    type: definition.type,
    at: [x, y] as const,
    size: [width, height] as const,
    ...(frame !== undefined && { frame }),
    ...(order !== undefined && { order }),
    fields: {
      ...freshFields(workspace, definition),
      ...ui.getState().presets[definition.type],
    },
  }
  return undo.draft(() =>
    doc.transact(() => {
      const [id] = addObjects(doc, [news], USER)
      for (const one of inside) putInto(doc, one, id, USER)
      return id
    }, USER),
  )
}
