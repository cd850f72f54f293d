import * as Y from 'yjs'
import { readField, type Field } from '../objects/fields.ts'
import { nameKey } from '../text/line.ts'
import { otherEnd } from './readings.ts'

const lines = (field: Field, raw: unknown): readonly string[] =>
  readField(field, raw) as readonly string[]

/** Both lists as one: what the second says that the first doesn't comes after it. */
function joined(own: readonly string[], others: readonly string[]): string[] {
  const known = new Set(own.map(nameKey))
  return [...own, ...others.filter((line) => !known.has(nameKey(line)))]
}

function addText(into: Y.Map<unknown>, key: string, others: unknown): void {
  const added = others instanceof Y.Text ? others.toJSON().trim() : ''
  if (added === '') return
  const own = into.get(key)
  if (!(own instanceof Y.Text)) {
    into.set(key, new Y.Text(added))
    return
  }
  if (!own.toJSON().includes(added)) own.insert(own.length, own.length > 0 ? `\n${added}` : added)
}

/** Nobody has said anything there. */
const isUnsaid = (field: Field, raw: unknown): boolean =>
  raw === undefined || raw === '' || (field.kind === 'choice' && raw === field.default)

/**
 * Adds to an object what another one of its type says: lists are joined, texts come after one another, and where the first says
 * nothing it says what the other does. `turned`: the ends of the other are the other way round. What is kept out of the
 * inspector stays as it is. To be called in a transaction.
 */
export function foldInto(
  into: Y.Map<unknown>,
  other: Y.Map<unknown>,
  fields: Readonly<Record<string, Field>>,
  turned = false,
): void {
  for (const [key, field] of Object.entries(fields)) {
    if (field.hidden) continue
    const [own, others] = [into.get(key), other.get(key)]
    if (field.kind === 'text') {
      addText(into, key, others)
    } else if (field.kind === 'ends') {
      if (!(own instanceof Y.Map) || !(others instanceof Y.Map)) continue
      for (const end of ['from', 'to'] as const) {
        const [side, otherSide] = [own.get(end), others.get(turned ? otherEnd[end] : end)]
        if (side instanceof Y.Map && otherSide instanceof Y.Map)
          foldInto(side, otherSide, field.fields)
      }
    } else if (field.kind === 'list' || field.kind === 'references') {
      const [before, said] = [lines(field, own), lines(field, others)]
      const all = joined(before, said)
      if (all.length > before.length) into.set(key, all)
    } else if (isUnsaid(field, own) && !isUnsaid(field, others)) {
      into.set(key, others)
    }
  }
}
