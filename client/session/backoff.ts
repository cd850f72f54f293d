const FIRST_MS = 250
const MOST_MS = 10_000
/** A server that restarts, or is too busy, has everyone coming back: they spread over at least this long. */
const BUSY_MS = 2_000

/**
 * How long to wait before the next attempt to connect, ms: doubling with each attempt in vain, and different for each
 * window, so that a whole workshop doesn't come back in the same instant. `chance` is from 0 up to 1.
 */
export function reconnectDelay(attempts: number, isBusy: boolean, chance: number): number {
  const most = Math.min(MOST_MS, FIRST_MS * 2 ** Math.max(0, attempts - 1))
  return (isBusy ? Math.max(BUSY_MS, most) : most) * (0.2 + 0.8 * chance)
}
