import type { BoardObject } from '../board/object.ts'
import type { Say } from '../words/words.ts'
import { definitionOf } from './index.ts'

/** What an object is called in lists and sentences: its title on one line, or “unnamed” and its kind. */
export function titleOf(object: BoardObject | undefined, say: Say): string {
  if (!object) return say('something that is gone')
  const definition = definitionOf(object.type)
  const title = definition ? object.fields[definition.title] : undefined
  const text = typeof title === 'string' ? title.replace(/\s+/gu, ' ').trim().slice(0, 120) : ''
  return text || unnamed(object, say)
}

/** What stands for the title of an object that has none, in the middle of a sentence. */
export const unnamed = ({ type }: BoardObject, say: Say): string =>
  say('unnamed {kind}', { kind: say(definitionOf(type)?.name.one ?? 'Object').toLowerCase() })
