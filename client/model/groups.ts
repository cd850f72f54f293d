import type { BoardModel } from './board.ts'
import { groupOf } from './kinds.ts'

/** These ids and all that are grouped with any of them. */
export function withGroups(board: BoardModel, ids: Iterable<string>): Set<string> {
  const all = new Set(ids)
  const groups = new Set<string>()
  for (const id of all) {
    const object = board.object(id)
    const group = object && groupOf(object)
    if (group !== undefined) groups.add(group)
  }
  if (groups.size === 0) return all
  for (const object of board.objects()) {
    const group = groupOf(object)
    if (group !== undefined && groups.has(group)) all.add(object.id)
  }
  return all
}
