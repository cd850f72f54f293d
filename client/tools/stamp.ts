import { addObjects } from '../../shared/board/commands.ts'
import type { ObjectDefinition } from '../../shared/objects/define.ts'
import { USER } from '../model/workspace.ts'
import type { PointerInput, Tool, ToolContext, ToolState } from './tool.ts'

/** The tool that puts one object wherever it is pressed, and stays in hand for the next. */
export function stampTool(definition: ObjectDefinition): Tool {
  const [width, height] = definition.size
  const put = ({ workspace, scene }: ToolContext, { world: [x, y] }: PointerInput): void => {
    const { board, doc, ui, undo } = workspace
    if (!workspace.canEdit()) return
    const frame = scene.containersAt([x, y])[0]
    undo.cut()
    addObjects(
      doc,
      [
        {
          type: definition.type,
          at: [Math.round(x - width / 2), Math.round(y - height / 2)],
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
    undo.cut()
  }
  const pressing: ToolState = {
    name: 'pressing',
    up(context, input) {
      put(context, input)
      return idle
    },
  }
  const idle: ToolState = { name: 'idle', down: () => pressing }
  return {
    id: definition.type,
    label: definition.name.one,
    help: definition.help,
    icon: definition.icon,
    ...(definition.key !== undefined && { key: definition.key }),
    ...(definition.group !== undefined && { group: definition.group }),
    edits: true,
    cursor: 'crosshair',
    start: idle,
  }
}
