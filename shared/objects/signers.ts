import type { BoardObject } from '../board/object.ts'
import { readField, type Signature, type SignaturesField } from './fields.ts'

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

/** The lines that `object` asks to be signed, as a signature keeps them. */
export function linesToSign({ of }: Pick<SignaturesField, 'of'>, object: BoardObject): string[] {
  const lines = readField({ kind: 'list', label: '' }, object.fields[of]) as readonly string[]
  return lines.map((line) => line.trim()).filter(Boolean)
}

/** A signature, and whether what was signed is still what stands there. */
export interface Standing extends Signature {
  readonly stands: boolean
}

/** The signatures of `object` in its field `key`. One stands until a line is added, changed or removed; one that doesn't know its lines always does. */
export function standingsOf(field: SignaturesField, key: string, object: BoardObject): Standing[] {
  const now = linesToSign(field, object)
  const same = (of: readonly string[]): boolean =>
    of.every((line) => now.includes(line)) && now.every((line) => of.includes(line))
  const signatures = readField(field, object.fields[key]) as readonly Signature[]
  return signatures.map((one) => ({ ...one, stands: one.of === undefined || same(one.of) }))
}
