import type { BoardObject } from '../board/object.ts'
import { readAs } from './define.ts'
import { organisation } from './organisation.ts'

/** The organisation of this id, or the one that it was made a part of: what was asked before is kept under the id of then. Undefined when neither is among `objects`. */
export function heirOf(id: string, objects: Iterable<BoardObject>): BoardObject | undefined {
  let later: BoardObject | undefined
  for (const object of objects) {
    if (object.id === id) return object
    if (object.type !== organisation.type || later) continue
    if (readAs(organisation, object).values.was.includes(id)) later = object
  }
  return later
}
