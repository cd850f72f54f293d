import type { BoardObject } from '../../shared/board/object.ts'
import { definitionOf } from '../../shared/objects/index.ts'

const none: ReadonlySet<string> = new Set()

/** The ids that an object's reference fields hold. */
export function referencesOf({ type, fields }: BoardObject): string[] {
  const ids: string[] = []
  for (const [key, field] of Object.entries(definitionOf(type)?.fields ?? {})) {
    const value = fields[key]
    if (field.kind === 'reference' && typeof value === 'string') ids.push(value)
  }
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

  /** Takes down that `id` refers to `targets` and to nothing else. */
  set(id: string, targets: readonly string[]): void {
    for (const target of this.#to.get(id) ?? []) {
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
  }
}
