import type { ObjectDefinition } from '../../shared/objects/define.ts'
import { canEnd } from '../model/kinds.ts'
import { linking } from './linking.ts'
import type { PointerInput, Tool, ToolContext, ToolState } from './tool.ts'

/** The tool that draws links of one kind from object to object. */
export function linkTool(definition: ObjectDefinition): Tool {
  const source = ({ workspace, scene }: ToolContext, input: PointerInput): string | undefined =>
    scene.hit(input.world, (id) => {
      const object = workspace.board.object(id)
      return object !== undefined && canEnd(definition, 'from', object)
    })
  const idle: ToolState = {
    name: 'idle',
    move(context, input) {
      context.workspace.ui.setState({ hover: source(context, input) ?? null })
      return undefined
    },
    down(context, input) {
      const from = source(context, input)
      return from === undefined ? undefined : linking(definition, from, input, idle)
    },
  }
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
