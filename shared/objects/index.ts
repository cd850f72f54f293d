import { assert } from '../assert.ts'
import type { ObjectDefinition } from './define.ts'
import { note } from './note.ts'

/** Every object type, in the order of the tool rail. The only registration there is. */
export const definitions: readonly ObjectDefinition[] = [note]

const byType = new Map(definitions.map((d) => [d.type, d]))
assert(byType.size === definitions.length, 'two object types share a name')

/** The definition of a type; undefined for one that this version doesn't know. */
export const definitionOf = (type: string): ObjectDefinition | undefined => byType.get(type)
