import type { ObjectDefinition } from '../../shared/objects/define.ts'
import { addHere } from './add-here.ts'
import { toolHead } from './tool-head.ts'
import type { PointerInput, Tool, ToolContext, ToolState } from './tool.ts'

/** The tool that puts one object wherever it is pressed, and stays in hand for the next. */
export function stampTool(definition: ObjectDefinition): Tool {
  const [width, height] = definition.size
  const put = ({ workspace, scene }: ToolContext, { world: [x, y] }: PointerInput): void => {
    if (!workspace.canEdit()) return
    const box = { x: Math.round(x - width / 2), y: Math.round(y - height / 2), width, height }
    addHere(workspace, definition, box, scene.containersAt([x, y])[0])
  }
  const pressing: ToolState = {
    name: 'pressing',
    up(context, input) {
      put(context, input)
      return idle
    },
  }
  const idle: ToolState = { name: 'idle', down: () => pressing }
  return { ...toolHead(definition), start: idle }
}
