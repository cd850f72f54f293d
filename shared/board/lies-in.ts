import type { BoardObject } from './object.ts'

/** Whether an object lies in a frame, however deep; frames that a foreign client put into each other end the search. */
export function liesIn(
  object: BoardObject | undefined,
  frame: string,
  find: (id: string) => BoardObject | undefined,
): boolean {
  const passed = new Set<string>()
  for (let at = object?.frame; at !== undefined && !passed.has(at); at = find(at)?.frame) {
    if (at === frame) return true
    passed.add(at)
  }
  return false
}
