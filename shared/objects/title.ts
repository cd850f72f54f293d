import type { BoardObject } from '../board/object.ts'
import type { Say } from '../words/words.ts'
import { shortened } from '../text/shortened.ts'
import { definitionOf } from './index.ts'

const MOST = 120

/** All of an object's title on one line, or “unnamed” and its kind: for who is to judge what it says. */
export function wholeTitleOf(object: BoardObject | undefined, say: Say): string {
  if (!object) return say('something that is gone')
  const definition = definitionOf(object.type)
  const title = definition ? object.fields[definition.title] : undefined
  const text = typeof title === 'string' ? title.replace(/\s+/gu, ' ').trim() : ''
  return text || unnamed(object, say)
}

/** What an object is called in lists and sentences: its title on one line, cut where it is very long, or “unnamed” and its kind. */
export const titleOf = (object: BoardObject | undefined, say: Say): string =>
  shortened(wholeTitleOf(object, say), MOST)

/** What stands for the title of an object that has none, in the middle of a sentence. */
export const unnamed = ({ type }: BoardObject, say: Say): string =>
  say('unnamed {kind}', { kind: say(definitionOf(type)?.name.one ?? 'Object').toLowerCase() })
