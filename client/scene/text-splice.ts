/** One replacement inside a text: at `index`, `remove` characters give way to `insert`. */
export interface Splice {
  index: number
  remove: number
  insert: string
}

/** A Yjs text delta; only what moves characters matters here. */
export type TextDelta = readonly {
  retain?: number | undefined
  insert?: unknown
  delete?: number | undefined
}[]

const isHigh = (code: number): boolean => code >= 0xd800 && code <= 0xdbff

/**
 * The smallest splice that turns `before` into `after`; undefined when they are equal. `caret` is where the caret stands in
 * `after`: of the equal letters in a run it tells which was typed. Never cuts a surrogate pair in two.
 */
export function spliceBetween(before: string, after: string, caret: number): Splice | undefined {
  if (before === after) return undefined
  const shorter = Math.min(before.length, after.length)
  const tail = after.length - caret
  let start = 0
  const most = Math.min(shorter, Math.max(0, Math.min(caret, before.length - tail)))
  while (start < most && before[start] === after[start]) start++
  let end = 0
  while (
    end < shorter - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  ) {
    end++
  }
  while (start < shorter - end && before[start] === after[start]) start++
  if (start > 0 && isHigh(before.charCodeAt(start - 1))) start--
  if (end > 0 && isHigh(before.charCodeAt(before.length - end - 1))) end--
  return {
    index: start,
    remove: before.length - end - start,
    insert: after.slice(start, after.length - end),
  }
}

/** Where a place in a text is after `delta`; a place where text is inserted stays before it unless `after`. */
export function mapIndex(delta: TextDelta, index: number, after = false): number {
  let old = 0
  let moved = index
  for (const { retain, insert, delete: removed } of delta) {
    if (old > index) break
    if (retain !== undefined) {
      old += retain
    } else if (removed !== undefined) {
      moved -= Math.max(0, Math.min(removed, index - old))
      old += removed
    } else if (insert !== undefined && (old < index || (after && old === index))) {
      moved += typeof insert === 'string' ? insert.length : 1
    }
  }
  return Math.max(0, moved)
}
