import * as Y from 'yjs'
import { setEndField, setField } from '../../../shared/board/commands.ts'
import { rootsOf } from '../../../shared/board/layout.ts'
import type { BoardObject } from '../../../shared/board/object.ts'
import type { End } from '../../../shared/board/readings.ts'
import { USER } from '../../model/workspace.ts'
import { asRecord } from '../../../shared/record.ts'

/** Where a field's value stands: in the object itself, or in one end of a relationship. */
export type FieldPath = readonly [key: string] | readonly [ends: 'ends', end: End, key: string]

/** The raw value at `path` of an object. */
export function rawAt(object: BoardObject, path: FieldPath): unknown {
  if (path.length === 1) return object.fields[path[0]]
  return asRecord(asRecord(object.fields[path[0]])[path[1]])[path[2]]
}

/** Writes a plain value at `path`, as this person's edit; `undefined` takes it away. */
export function writeAt(doc: Y.Doc, id: string, path: FieldPath, value: unknown): void {
  if (path.length === 1) setField(doc, id, path[0], value, USER)
  else setEndField(doc, id, path[1], path[2], value, USER)
}

/** The Y.Text at `path`, or undefined where there is none. */
export function textAt(doc: Y.Doc, id: string, path: FieldPath): Y.Text | undefined {
  let value: unknown = rootsOf(doc).objects.get(id)
  for (const key of path) value = value instanceof Y.Map ? value.get(key) : undefined
  return value instanceof Y.Text ? value : undefined
}

/** The Y.Text at `path`, made where there is none yet (an object of a foreign client, or of an older shape). */
export function textToWrite(doc: Y.Doc, id: string, path: FieldPath): Y.Text | undefined {
  const known = textAt(doc, id, path)
  if (known) return known
  const text = new Y.Text()
  let parent: unknown = rootsOf(doc).objects.get(id)
  for (const key of path.slice(0, -1))
    parent = parent instanceof Y.Map ? parent.get(key) : undefined
  const last = path.at(-1)
  if (!(parent instanceof Y.Map) || last === undefined) return undefined
  const before: unknown = parent.get(last)
  doc.transact(() => {
    if (typeof before === 'string') text.insert(0, before)
    parent.set(last, text)
  }, USER)
  return text
}
