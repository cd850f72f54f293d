import type { Clock } from '../../server/clock.ts'

interface Timer {
  at: number
  task: () => void
  /** the process that set it */
  of: object
}

/** Time that moves only when it is told to; timers belong to a process and die with it. */
export class SimClock {
  now = 1_000_000
  #timers: Timer[] = []

  /** The clock of one process. */
  forProcess(of: object): Clock {
    return {
      now: () => this.now,
      after: (delay, task) => {
        const timer = { at: this.now + delay, task, of }
        this.#timers.push(timer)
        return () => this.#remove(timer)
      },
    }
  }

  /** Timers that a process has not used or cancelled yet. */
  pending(of: object): number {
    return this.#timers.filter((timer) => timer.of === of).length
  }

  /** A process ends without a word. */
  kill(of: object): void {
    this.#timers = this.#timers.filter((timer) => timer.of !== of)
  }

  /** Moves on by `ms`, running what falls due in order; `between` runs after each. */
  async advance(ms: number, between: () => Promise<void>): Promise<void> {
    const end = this.now + ms
    for (;;) {
      let next: Timer | undefined
      for (const timer of this.#timers) if (!next || timer.at < next.at) next = timer
      if (!next || next.at > end) break
      this.now = Math.max(this.now, next.at)
      this.#remove(next)
      next.task()
      await between()
    }
    this.now = end
  }

  #remove(timer: Timer): void {
    const index = this.#timers.indexOf(timer)
    if (index >= 0) this.#timers.splice(index, 1)
  }
}
