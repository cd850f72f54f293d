import * as Y from 'yjs'
import type { DrawContext } from '../draw/context.ts'
import { boardKeys, rootsOf, type TieMeasure } from './layout.ts'
import { readMarking, type Marking } from './marking.ts'
import { plain, readObject, type BoardObject } from './object.ts'
import { parseReading, type Reading } from './readings.ts'

/** A board read once: plain objects and their newest readings, for whoever needs no live updates. */
export interface BoardView extends Omit<DrawContext, 'say'> {
  /** every object from the bottom to the top; the same document always gives the same sequence */
  readonly objects: readonly BoardObject[]
  readonly tieMeasure: TieMeasure
  /** a text of the board's own (`title`, `purpose`); empty when it is not set */
  fact(key: string): string
  /** how the board's content is to be handled */
  readonly marking: Marking
}

const byOrder = (a: BoardObject, b: BoardObject): number => {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1
  return a.id < b.id ? -1 : 1
}

/** Reads the whole board as it is now. Later edits do not show; what is malformed is passed over. */
export function viewOf(doc: Y.Doc): BoardView {
  const roots = rootsOf(doc)
  const objects: BoardObject[] = []
  for (const [id, map] of roots.objects as Y.Map<unknown>) {
    if (map instanceof Y.Map) objects.push(readObject(id, map))
  }
  objects.sort(byOrder)
  const byId = new Map(objects.map((object) => [object.id, object]))

  const newest = new Map<string, Reading>()
  // By id first, so that two readings of the same instant give the same answer on every replica.
  for (const key of [...roots.readings.keys()].sort()) {
    const reading = parseReading(roots.readings.get(key))
    if (!reading) continue
    const side = `${reading.relationship}.${reading.end}`
    const known = newest.get(side)
    if (!known || known.at <= reading.at) newest.set(side, reading)
  }

  return {
    objects,
    object: (id) => byId.get(id),
    reading: (relationship, end) => newest.get(`${relationship}.${end}`),
    tieMeasure: roots.board.get(boardKeys.tiesShow) === 'contact' ? 'contact' : 'trust',
    marking: readMarking(plain(roots.board.get(boardKeys.marking))),
    fact: (key) => {
      const value = roots.board.get(key)
      return typeof value === 'string' ? value : value instanceof Y.Text ? value.toJSON() : ''
    },
  }
}
