import type { LoggedUpdate } from '../store/store.ts'

/** Bytes of updates kept while one before them is missing; beyond that they are read from the log. */
const MOST_AHEAD = 8_000_000

/** Puts what a node knows of a board's log in order: its own updates, hints that came early, twice or not at all, and reads. */
export class Order {
  /** everything up to this number is known */
  #seq: number
  /** numbers that are said to be in the log: ever, and since the last read began */
  #top: number
  #heard: number
  /** numbers of own updates, and updates of others, behind the first one that is missing */
  readonly #own = new Set<number>()
  readonly #ahead = new Map<number, LoggedUpdate>()
  #aheadBytes = 0

  constructor(seq: number) {
    this.#seq = seq
    this.#top = seq
    this.#heard = seq
  }

  get seq(): number {
    return this.#seq
  }

  /** How far the log reaches, as far as is known. */
  get top(): number {
    return this.#top
  }

  /** Something that was heard of since the last read is not known. */
  get isBehind(): boolean {
    return this.#heard > this.#seq
  }

  /** The log is said to have reached `seq`. */
  hear(seq: number): void {
    this.#top = Math.max(this.#top, seq)
    this.#heard = Math.max(this.#heard, seq)
  }

  /** An own update, which the room holds. */
  own(seq: number): void {
    if (seq > this.#seq) this.#own.add(seq)
    this.hear(seq)
  }

  /** Another node's update. */
  hint(update: LoggedUpdate): void {
    const { seq } = update
    this.hear(seq)
    const isKnown = seq <= this.#seq || this.#own.has(seq) || this.#ahead.has(seq)
    if (isKnown || this.#aheadBytes + update.update.length > MOST_AHEAD) return
    this.#ahead.set(seq, update)
    this.#aheadBytes += update.update.length
  }

  /** Begins a read of the log; all that was heard of so far will be in it. Returns the number that it is to begin behind. */
  beginRead(): number {
    this.#heard = this.#seq
    return this.#seq
  }

  /** Which of a read's updates are news to the room. The caller hands them to it, then calls `moveTo` with the log's number. */
  newsOf(from: number, updates: readonly LoggedUpdate[]): LoggedUpdate[] {
    return updates.filter(({ seq }, index) => {
      // A snapshot holds others' updates even if the one that it is numbered by is an own one.
      const isSnapshot = index === 0 && seq > from + 1
      return seq > this.#seq && (isSnapshot || !this.#own.has(seq))
    })
  }

  /** The others' updates that follow without a gap. The caller hands them to the room, then calls `moveTo` with `upTo`. */
  next(): { updates: LoggedUpdate[]; upTo: number } {
    const updates: LoggedUpdate[] = []
    let upTo = this.#seq
    for (;;) {
      const update = this.#ahead.get(upTo + 1)
      if (update) updates.push(update)
      else if (!this.#own.has(upTo + 1)) return { updates, upTo }
      upTo += 1
    }
  }

  /** Everything up to `seq` is known from now on. */
  moveTo(seq: number): void {
    this.#seq = Math.max(this.#seq, seq)
    this.hear(this.#seq)
    for (const number of this.#own) if (number <= this.#seq) this.#own.delete(number)
    for (const [number, { update }] of this.#ahead) {
      if (number > this.#seq) continue
      this.#ahead.delete(number)
      this.#aheadBytes -= update.length
    }
  }
}
