/** What somebody else did to something. */
export type Deed = 'added' | 'changed' | 'moved' | 'removed' | 'answered' | 'commented' | 'resolved'

/** One thing that somebody else did; `who` is null where nobody can tell. */
export interface Change {
  who: string | null
  deed: Deed
  /** id of the object that it was done to */
  id: string
}

/** What several changes of one person come to: what was done, and to which objects. */
export interface Saying {
  who: string | null
  deed: Deed
  ids: readonly string[]
}

interface Waiting extends Change {
  first: number
  last: number
}

/** Something is ripe to be told when it has been left alone for this long (ms): words are typed letter by letter. */
const QUIET_MS = 2000
/** But whoever goes on and on is told of after this long (ms). */
const LONGEST_MS = 15_000
/** What is ripe this soon after (ms) goes out with what is ripe now. */
const TOGETHER_MS = 1000
/** At most one message goes out in this many ms. */
const GAP_MS = 3000

// What is new needs not be told to have been changed as well.
const weaker: Partial<Record<Deed, readonly Deed[]>> = {
  added: ['changed', 'moved'],
  changed: ['moved'],
}

/** Gathers what others do, so that it can be told now and then in few words. It keeps no time of its own: every call says when it is (ms). */
export class Gathered {
  readonly #waiting = new Map<string, Waiting>()
  #told = Number.NEGATIVE_INFINITY

  /** Takes a change in; what is removed before it was told of is not told at all. */
  take(change: Change, now: number): void {
    if (change.deed === 'removed') {
      const before = [...this.#waiting].filter(([, { id }]) => id === change.id)
      for (const [key] of before) this.#waiting.delete(key)
      if (before.some(([, { deed }]) => deed === 'added')) return
    }
    const same = [...this.#waiting].find(
      ([, { who, id, deed }]) =>
        who === change.who &&
        id === change.id &&
        (deed === change.deed ||
          weaker[deed]?.includes(change.deed) === true ||
          weaker[change.deed]?.includes(deed) === true),
    )
    if (!same) {
      const key = `${change.who ?? ''} ${change.deed} ${change.id}`
      this.#waiting.set(key, { ...change, first: now, last: now })
      return
    }
    const [, known] = same
    if (weaker[change.deed]?.includes(known.deed)) known.deed = change.deed
    known.last = now
  }

  /** In how many ms there may be something to tell; undefined: nothing waits. */
  due(now: number): number | undefined {
    const ripe = [...this.#waiting.values()].map((one) => this.#ripeAt(one))
    if (ripe.length === 0) return undefined
    return Math.max(0, this.#told + GAP_MS - now, Math.min(...ripe) - now)
  }

  /** What is to be told now, gathered by person and deed; empty while it is too early. */
  tell(now: number): readonly Saying[] {
    const due = this.due(now)
    if (due === undefined || due > 0) return []
    const sayings = new Map<string, { who: string | null; deed: Deed; ids: string[] }>()
    for (const [key, one] of this.#waiting) {
      if (this.#ripeAt(one) > now + TOGETHER_MS) continue
      this.#waiting.delete(key)
      const group = `${one.who ?? ''} ${one.deed}`
      const known = sayings.get(group)
      if (known) known.ids.push(one.id)
      else sayings.set(group, { who: one.who, deed: one.deed, ids: [one.id] })
    }
    if (sayings.size > 0) this.#told = now
    return [...sayings.values()]
  }

  #ripeAt({ first, last }: Waiting): number {
    return Math.min(last + QUIET_MS, first + LONGEST_MS)
  }
}
