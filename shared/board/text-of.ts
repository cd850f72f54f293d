import * as Y from 'yjs'
import { rootsOf } from './layout.ts'

/** The Y.Text of an object's field, or undefined when the object is gone or the field holds no text. */
export function textOf(doc: Y.Doc, id: string, key: string): Y.Text | undefined {
  // A foreign client can have stored anything under an id.
  const object: unknown = rootsOf(doc).objects.get(id)
  const text = object instanceof Y.Map ? object.get(key) : undefined
  return text instanceof Y.Text ? text : undefined
}
