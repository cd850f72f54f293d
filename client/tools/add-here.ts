import { addObjects } from '../../shared/board/commands.ts'
import type { Box } from '../../shared/geometry.ts'
import type { ObjectDefinition } from '../../shared/objects/define.ts'
import { USER, type Workspace } from '../model/workspace.ts'

/** Adds one object of a kind as the rail's presets want it, as an undo step of its own that can be withdrawn; answers its id. */
export function addHere(
  { board, doc, ui, undo }: Workspace,
  definition: ObjectDefinition,
  { x, y, width, height }: Box,
  frame: string | undefined,
): string | undefined {
  return undo.draft(() => {
    const [id] = addObjects(
      doc,
      [
        {
          type: definition.type,
          at: [x, y],
          size: [width, height],
          ...(frame !== undefined && { frame }),
          fields: {
            ...definition.fresh?.(board.objects()),
            ...ui.getState().presets[definition.type],
          },
        },
      ],
      USER,
    )
    return id
  })
}
