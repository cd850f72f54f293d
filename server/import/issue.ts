import type { Told } from '../../shared/protocol/told.ts'
import { filled } from '../../shared/words/told.ts'
import type { SideCounts } from './count-sides.ts'

/** One thing about an imported file that a person should know; `line` counts from 1 and includes the header. */
export interface ImportIssue extends Told {
  line?: number
  field?: string
}

/** What an import put on the board, and what it left out and why. */
export interface ImportSummary extends SideCounts {
  organisations: number
  relationships: number
  readings: number
  /** all objects added, organisations and relationships included */
  objects: number
  notes: readonly ImportIssue[]
}

/** More than this many complaints about one file help nobody. */
const MOST = 20

/** Collects complaints about a file, the first ones in full and the rest as a number. */
export class Issues {
  readonly #list: ImportIssue[] = []
  #more = 0

  add(issue: ImportIssue): void {
    if (this.#list.length < MOST) this.#list.push(issue)
    else this.#more += 1
  }

  get some(): boolean {
    return this.#list.length > 0
  }

  list(): readonly ImportIssue[] {
    return this.#more === 0
      ? this.#list
      : [...this.#list, filled('And {n} more of this kind.', { n: this.#more })]
  }
}
