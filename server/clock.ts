/** Time as an argument, so that tests need not wait. Times are ms since 1970, delays ms. */
export interface Clock {
  now(): number
  /** Runs `task` once after `delay`; the returned function cancels it. */
  after(delay: number, task: () => void): () => void
}

/** The machine's own clock. Its timers don't keep the process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(delay, task) {
    const timer = setTimeout(task, delay)
    timer.unref()
    return () => clearTimeout(timer)
  },
}
