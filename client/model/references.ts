import type { BoardObject } from '../../shared/board/object.ts'
import { idsIn, isKeyed, type Field } from '../../shared/objects/fields.ts'
import { definitions } from '../../shared/objects/index.ts'

const none: ReadonlySet<string> = new Set()

const mayRefer = (field: Field): boolean =>
  field.kind === 'reference' || field.kind === 'references' || isKeyed(field)

const referring = new Map(
  definitions.map(({ type, fields }) => [
    type,
    Object.entries(fields).filter(([, field]) => mayRefer(field)),
  ]),
)

/** The ids that an object's reference fields hold. */
export function referencesOf({ type, fields }: BoardObject): string[] {
  const ids: string[] = []
  for (const [key, field] of referring.get(type) ?? []) ids.push(...idsIn(field, fields[key]))
  return ids
}

/** Who refers to whom, backwards. */
export class Referrers {
  readonly #of = new Map<string, Set<string>>()
  readonly #to = new Map<string, readonly string[]>()

  /** Ids of the objects that refer to `id`. */
  of(id: string): ReadonlySet<string> {
    return this.#of.get(id) ?? none
  }

  /** Takes down that `id` refers to `targets` and to nothing else; returns all its old and new targets if that is a change. */
  set(id: string, targets: readonly string[]): readonly string[] {
    const before = this.#to.get(id) ?? []
    if (before.length === targets.length && before.every((target, i) => target === targets[i])) {
      return []
    }
    for (const target of before) {
      const referrers = this.#of.get(target)
      referrers?.delete(id)
      if (referrers?.size === 0) this.#of.delete(target)
    }
    if (targets.length === 0) this.#to.delete(id)
    else this.#to.set(id, targets)
    for (const target of targets) {
      const referrers = this.#of.get(target)
      if (referrers) referrers.add(id)
      else this.#of.set(target, new Set([id]))
    }
    return before.length === 0 ? targets : [...before, ...targets]
  }
}
