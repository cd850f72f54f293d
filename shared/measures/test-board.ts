import * as Y from 'yjs'
import { addObjects, setOpenReading, type NewObject } from '../board/commands.ts'
import type { Answer, End } from '../board/readings.ts'
import { viewOf } from '../board/view.ts'
import { inEnglish } from '../words/words.ts'
import type { MapSource } from './source.ts'

/** One side's answer: relationship, end, reliability and, if there is one, openness. */
export type Trust = readonly [
  relationship: string,
  end: End,
  reliability: Answer,
  openness?: Answer,
]

/** A board with these objects and answers, as measures read it. */
export function board(objects: readonly NewObject[], trust: readonly Trust[] = []): MapSource {
  const doc = new Y.Doc()
  addObjects(doc, objects, 'test')
  for (const [relationship, end, reliability, openness] of trust) {
    const answers = { reliability, ...(openness !== undefined && { openness }) }
    setOpenReading(doc, { relationship, end, at: '2026-03-01T00:00:00Z', ...answers }, 'test')
  }
  const view = viewOf(doc)
  return { ...view, say: inEnglish, all: view.objects }
}

/** An object of a type at 0, 0. */
export const one = (id: string, type: string, fields: Record<string, unknown> = {}): NewObject => ({
  id,
  type,
  at: [0, 0],
  fields,
})
/** An organisation whose name is its id. */
export const organisation = (id: string, fields = {}) =>
  one(id, 'organisation', { name: id, ...fields })
/** A relationship between two organisations. */
export const tie = (id: string, from: string, to: string, ends = {}, fields = {}) =>
  one(id, 'relationship', { from, to, ends, ...fields })
