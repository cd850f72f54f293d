import type { ObjectDefinition } from '../../shared/objects/define.ts'
import { canEnd } from '../model/kinds.ts'
import { linking, linkingBack, sayHow } from './linking.ts'
import { toolHead } from './tool-head.ts'
import type { PointerInput, Tool, ToolContext, ToolState } from './tool.ts'

/** The tool that draws links of one kind from object to object. */
export function linkTool(definition: ObjectDefinition): Tool {
  const endAt = (
    { workspace, scene }: ToolContext,
    input: PointerInput,
    end: 'from' | 'to',
  ): string | undefined =>
    scene.hit(input.world, (id) => {
      const object = workspace.board.object(id)
      return object !== undefined && canEnd(definition, end, object)
    })
  const idle: ToolState = {
    name: 'idle',
    move(context, input) {
      const hover = endAt(context, input, 'from') ?? endAt(context, input, 'to')
      context.workspace.ui.setState({ hover: hover ?? null })
      return undefined
    },
    down(context, input) {
      const from = endAt(context, input, 'from')
      if (from !== undefined) return linking(definition, from, input, idle)
      // Drawn from what it can only end at, it is plain which way round it is meant.
      const to = endAt(context, input, 'to')
      if (to !== undefined) return linkingBack(definition, to, input, idle)
      // A finger may be the first of two that move the map.
      if (!input.touch) sayHow(context.workspace, definition)
      return undefined
    },
  }
  return { ...toolHead(definition), start: idle }
}
