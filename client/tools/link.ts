import type { ObjectDefinition } from '../../shared/objects/define.ts'
import { canEnd } from '../model/kinds.ts'
import { linking } from './linking.ts'
import { toolHead } from './tool-head.ts'
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
  return { ...toolHead(definition), start: idle }
}
