/** Runs a task when it is its turn. */
export type Turn = <T>(task: () => Promise<T>) => Promise<T>

/** Lets at most `most` tasks run at once; the others wait for their turn in the order in which they came. */
export function inTurns(most: number): Turn {
  const waiting: (() => void)[] = []
  let running = 0
  return async (task) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve))
    else running += 1
    try {
      return await task()
    } finally {
      // Whoever is next takes over this one's place.
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
