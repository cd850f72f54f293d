import { definitions } from '../../shared/objects/index.ts'
import { handTool } from './hand.ts'
import { linkTool } from './link.ts'
import { placeTool } from './place.ts'
import { selectTool } from './select.ts'
import type { Tool } from './tool.ts'

/** Every tool, in the order of the rail: select and hand, then one for each kind of object that a person can place. */
export const tools: readonly Tool[] = [
  selectTool,
  handTool,
  ...definitions
    .filter((definition) => definition.place !== 'none')
    .map((definition) =>
      definition.place === 'link' ? linkTool(definition) : placeTool(definition),
    ),
]

/** The tool with this id; the select tool for an id that no tool has. */
export const toolOf = (id: string): Tool => tools.find((tool) => tool.id === id) ?? selectTool
