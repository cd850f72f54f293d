import type { ObjectDefinition } from '../../shared/objects/define.ts'
import type { Tool } from './tool.ts'

/** What the rail shows of a tool that makes objects of one kind, and the pointer that it has. */
export const toolHead = (definition: ObjectDefinition): Omit<Tool, 'start'> => ({
  id: definition.type,
  label: definition.name.one,
  help: definition.help,
  icon: definition.icon,
  ...(definition.key !== undefined && { key: definition.key }),
  ...(definition.group !== undefined && { group: definition.group }),
  edits: true,
  cursor: 'crosshair',
})
