import type { ObjectDefinition } from '../../shared/objects/define.ts'
import { drawing } from '../../shared/objects/drawing.ts'
import { definitions } from '../../shared/objects/index.ts'
import { eraserTool } from './eraser.ts'
import { handTool } from './hand.ts'
import { lassoTool } from './lasso.ts'
import { linkTool } from './link.ts'
import { penTool } from './pen.ts'
import { placeTool } from './place.ts'
import { selectTool } from './select.ts'
import { stampTool } from './stamp.ts'
import type { Tool } from './tool.ts'

/** The tool for objects of a kind: for most it places or links them. */
function toolFor(definition: ObjectDefinition): Tool {
  if (definition.type === drawing.type) return penTool(definition)
  if (definition.type === 'reaction') return stampTool(definition)
  return definition.place === 'link' ? linkTool(definition) : placeTool(definition)
}

/** Every tool, in the order of the rail: select, lasso and hand, then one for each kind of object that a person can make. */
export const tools: readonly Tool[] = [
  selectTool,
  lassoTool,
  handTool,
  ...definitions
    .filter(({ place, type }) => place !== 'none' || type === drawing.type)
    .flatMap((definition) =>
      definition.type === drawing.type ? [toolFor(definition), eraserTool] : toolFor(definition),
    ),
]

/** The tool with this id; the select tool for an id that no tool has. */
export const toolOf = (id: string): Tool => tools.find((tool) => tool.id === id) ?? selectTool
