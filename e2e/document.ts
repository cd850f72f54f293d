import type * as Y from 'yjs'
import { rootsOf } from '../shared/board/layout.ts'
import { readObject, type BoardObject } from '../shared/board/object.ts'
import { parseReading, type Reading } from '../shared/board/readings.ts'

/** The objects of one type in the document, or all. */
export const objectsIn = (doc: Y.Doc, type?: string): BoardObject[] =>
  [...rootsOf(doc).objects]
    .flatMap(([id, map]) => readObject(id, map) ?? [])
    .filter((object) => type === undefined || object.type === type)

/** The texts of the notes in the document, in alphabetical order. */
export const notesIn = (doc: Y.Doc): string[] =>
  objectsIn(doc, 'note')
    .map((note) => String(note.fields['text']))
    .toSorted()

/** Every trust reading in the document. */
export const readingsIn = (doc: Y.Doc): Reading[] =>
  [...rootsOf(doc).readings.values()].flatMap((value) => parseReading(value) ?? [])
