import type * as Y from 'yjs'
import { parseReading, type End, type Reading } from '../../shared/board/readings.ts'
import { isRecord } from '../../shared/record.ts'

interface Filed {
  key: string
  relationship: string
  at: string
}

/** The newest reading of each end of each relationship, kept up to date at the cost of what changed, and checked when asked for. */
export class ReadingIndex {
  readonly #stored: Y.Map<unknown>
  /** reading key → the side (`relationship.end`) under which it is filed */
  readonly #sideOf = new Map<string, string>()
  readonly #bySide = new Map<string, Filed[]>()
  readonly #newest = new Map<string, Reading | null>()

  constructor(stored: Y.Map<unknown>) {
    this.#stored = stored
    this.update(stored.keys())
  }

  /** The newest reading that `end` gave; of two of the same instant the one with the greater key, on every replica. */
  newest(relationship: string, end: End): Reading | undefined {
    const side = `${relationship}.${end}`
    const known = this.#newest.get(side)
    if (known !== undefined) return known ?? undefined
    const latestFirst = [...(this.#bySide.get(side) ?? [])].sort((a, b) =>
      a.at === b.at ? (a.key > b.key ? -1 : 1) : a.at > b.at ? -1 : 1,
    )
    let found: Reading | undefined
    for (const { key } of latestFirst) {
      found = parseReading(this.#stored.get(key))
      if (found) break
    }
    this.#newest.set(side, found ?? null)
    return found
  }

  /** Files these keys again; returns the relationships whose readings changed. */
  update(keys: Iterable<string>): Set<string> {
    const relationships = new Set<string>()
    for (const key of keys) {
      this.#take(key, relationships)
      const value = this.#stored.get(key)
      if (!isRecord(value)) continue
      const { relationship, end, at } = value
      if (typeof relationship !== 'string' || typeof end !== 'string') continue
      if (typeof at !== 'string') continue
      const side = `${relationship}.${end}`
      const filed = this.#bySide.get(side)
      if (filed) filed.push({ key, relationship, at })
      else this.#bySide.set(side, [{ key, relationship, at }])
      this.#sideOf.set(key, side)
      this.#newest.delete(side)
      relationships.add(relationship)
    }
    return relationships
  }

  #take(key: string, relationships: Set<string>): void {
    const side = this.#sideOf.get(key)
    if (side === undefined) return
    this.#sideOf.delete(key)
    this.#newest.delete(side)
    const filed = this.#bySide.get(side) ?? []
    for (const { key: other, relationship } of filed) {
      if (other === key) relationships.add(relationship)
    }
    this.#bySide.set(
      side,
      filed.filter((one) => one.key !== key),
    )
  }
}
