import type { BoardObject } from '../board/object.ts'
import { definitionOf } from './index.ts'

/** What an object is called in lists and sentences: its title on one line, or “unnamed” and its kind. */
export function titleOf(object: BoardObject | undefined): string {
  if (!object) return 'something that is gone'
  const definition = definitionOf(object.type)
  const title = definition ? object.fields[definition.title] : undefined
  const text = typeof title === 'string' ? title.replace(/\s+/gu, ' ').trim().slice(0, 120) : ''
  return text || `unnamed ${(definition?.name.one ?? 'object').toLowerCase()}`
}
