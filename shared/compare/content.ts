import * as Y from 'yjs'
import { rootsOf } from '../board/layout.ts'
import { plain, readObject, type BoardObject } from '../board/object.ts'
import { parseReading, type End, type Reading } from '../board/readings.ts'

/** What a board said at one time: its objects, facts and readings as plain data. */
export interface BoardContent {
  readonly objects: ReadonlyMap<string, BoardObject>
  object(id: string): BoardObject | undefined
  /** the newest reading of that side */
  reading(relationship: string, end: End): Reading | undefined
  /** the board's own keys, such as title and purpose */
  readonly facts: ReadonlyMap<string, unknown>
  readonly comments: ReadonlySet<string>
}

/** All readings, so that of two of the same instant the same one comes last on every replica. */
function readingsIn(doc: Y.Doc): Reading[] {
  const { readings } = rootsOf(doc)
  return [...readings.keys()]
    .sort()
    .flatMap((key) => parseReading(readings.get(key)) ?? [])
    .sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1))
}

/**
 * What the board in `doc` says now; later edits don't show. With `until`, a day `YYYY-MM-DD`, the readings are those that
 * there were at the end of it (UTC); everything else bears no date and is as it is now.
 */
export function contentOf(doc: Y.Doc, until?: string): BoardContent {
  const roots = rootsOf(doc)
  const objects = new Map<string, BoardObject>()
  for (const [id, map] of roots.objects as Y.Map<unknown>) {
    if (map instanceof Y.Map) objects.set(id, readObject(id, map))
  }
  const newest = new Map<string, Reading>()
  for (const reading of readingsIn(doc)) {
    if (until !== undefined && reading.at.slice(0, 10) > until) continue
    newest.set(`${reading.relationship}.${reading.end}`, reading)
  }
  return {
    objects,
    object: (id) => objects.get(id),
    reading: (relationship, end) => newest.get(`${relationship}.${end}`),
    facts: new Map([...roots.board.entries()].map(([key, value]) => [key, plain(value)])),
    comments: new Set(roots.comments.keys()),
  }
}
