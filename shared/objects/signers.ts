import type { BoardObject } from '../board/object.ts'
import { readField, type SignaturesField } from './fields.ts'

/** Ids of those who should sign: whom the object names, of those that still exist; all of `candidates` where it names nobody. */
export function signersOf(
  { parties, types }: Pick<SignaturesField, 'parties' | 'types'>,
  object: BoardObject,
  candidates: Iterable<BoardObject>,
): readonly string[] {
  const there = [...candidates].filter(({ type }) => types.includes(type)).map(({ id }) => id)
  const named = readField({ kind: 'references', label: '', types }, object.fields[parties])
  const wanted = (named as readonly string[]).filter((id) => there.includes(id))
  return wanted.length > 0 ? wanted : there
}
