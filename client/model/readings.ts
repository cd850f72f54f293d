import type * as Y from 'yjs'
import { parseReading, type End, type Reading } from '../../shared/board/readings.ts'

/** The newest reading of each end of each relationship, kept up to date at the cost of what changed. */
export class ReadingIndex {
  readonly #stored: Y.Map<unknown>
  readonly #byKey = new Map<string, Reading>()
  /** `relationship.end` → keys of its readings */
  readonly #keys = new Map<string, Set<string>>()
  readonly #newest = new Map<string, Reading>()

  constructor(stored: Y.Map<unknown>) {
    this.#stored = stored
    this.update(stored.keys())
  }

  /** The newest reading that `end` gave; of two of the same instant the one with the greater key, on every replica. */
  newest(relationship: string, end: End): Reading | undefined {
    return this.#newest.get(`${relationship}.${end}`)
  }

  /** Reads these keys again; returns the relationships whose readings changed. */
  update(keys: Iterable<string>): Set<string> {
    const relationships = new Set<string>()
    const sides = new Set<string>()
    const touch = (reading: Reading): string => {
      const side = `${reading.relationship}.${reading.end}`
      relationships.add(reading.relationship)
      sides.add(side)
      return side
    }
    for (const key of keys) {
      const before = this.#byKey.get(key)
      const now = parseReading(this.#stored.get(key))
      if (before) {
        this.#keys.get(touch(before))?.delete(key)
        this.#byKey.delete(key)
      }
      if (now) {
        const side = touch(now)
        const known = this.#keys.get(side)
        if (known) known.add(key)
        else this.#keys.set(side, new Set([key]))
        this.#byKey.set(key, now)
      }
    }
    for (const side of sides) this.#settle(side)
    return relationships
  }

  #settle(side: string): void {
    let newest: { key: string; reading: Reading } | undefined
    for (const key of this.#keys.get(side) ?? []) {
      const reading = this.#byKey.get(key)
      if (!reading) continue
      const later =
        !newest ||
        reading.at > newest.reading.at ||
        (reading.at === newest.reading.at && key > newest.key)
      if (later) newest = { key, reading }
    }
    if (newest) {
      this.#newest.set(side, newest.reading)
    } else {
      this.#newest.delete(side)
      this.#keys.delete(side)
    }
  }
}
