import type { ObjectDefinition } from '../../../shared/objects/define.ts'
import { definitions } from '../../../shared/objects/index.ts'

/** One part of the outline: everything in one order or another, what is said of it, or one kind's table. */
export type Part = 'frames' | 'kinds' | 'comments' | (string & {})

/** The kinds that have a table. */
export const tabled: readonly ObjectDefinition[] = definitions.filter(({ register }) => register)

/** The kind whose table a part is; undefined for the lists of everything. */
export const kindOf = (part: Part): ObjectDefinition | undefined =>
  tabled.find(({ type }) => type === part)
