import type * as Y from 'yjs'
import { parseComment, type Comment } from '../../shared/board/comments.ts'

/** A comment with its id. */
export interface Said extends Comment {
  readonly id: string
}

/** A first comment and what was answered, in the order in which it was said. */
export interface Thread {
  readonly first: Said
  readonly answers: readonly Said[]
}

const byTime = (a: Said, b: Said): number =>
  a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1

/** The comments of a board as threads, read again when one changes and only when somebody looks. */
export class Comments {
  readonly #stored: Y.Map<unknown>
  readonly #listeners = new Set<() => void>()
  #threads: readonly Thread[] | undefined
  #open: ReadonlyMap<string, number> | undefined

  constructor(stored: Y.Map<unknown>) {
    this.#stored = stored
    stored.observe(this.#onChange)
  }

  /** Every thread, the newest first; an answer whose first comment is gone starts a thread of its own. */
  threads(): readonly Thread[] {
    this.#threads ??= this.#read()
    return this.#threads
  }

  /** How many open threads each object has; objects without are left out. */
  open(): ReadonlyMap<string, number> {
    if (this.#open) return this.#open
    const counts = new Map<string, number>()
    for (const { first } of this.threads()) {
      if (!first.resolved) counts.set(first.object, (counts.get(first.object) ?? 0) + 1)
    }
    this.#open = counts
    return counts
  }

  /** Calls `listener` when a comment came, changed or went; returns how to stop. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  destroy(): void {
    this.#stored.unobserve(this.#onChange)
    this.#listeners.clear()
  }

  readonly #onChange = (): void => {
    this.#threads = undefined
    this.#open = undefined
    for (const listener of this.#listeners) listener()
  }

  #read(): readonly Thread[] {
    const all = new Map<string, Said>()
    for (const [id, value] of this.#stored.entries()) {
      const comment = parseComment(value)
      if (comment) all.set(id, { ...comment, id })
    }
    const answers = new Map<string, Said[]>()
    const firsts: Said[] = []
    const isFirst = ({ thread }: Said): boolean => thread === undefined || !all.has(thread)
    for (const said of all.values()) {
      const first = said.thread === undefined ? undefined : all.get(said.thread)
      if (!first || !isFirst(first) || first.id === said.id) {
        firsts.push(said)
        continue
      }
      const known = answers.get(first.id)
      if (known) known.push(said)
      else answers.set(first.id, [said])
    }
    return firsts
      .sort(byTime)
      .reverse()
      .map((first) => ({ first, answers: (answers.get(first.id) ?? []).sort(byTime) }))
  }
}
