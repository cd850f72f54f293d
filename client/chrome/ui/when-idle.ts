/**
 * Does `task` `after` ms from now, once the browser has nothing to paint, and `by` ms from now in any case; returns how to call it
 * off before it has begun.
 */
export function whenIdle(task: () => void, after: number, by: number): () => void {
  const timer = setTimeout(() => {
    // Safari has no word for it.
    if (typeof requestIdleCallback === 'undefined') task()
    else requestIdleCallback(task, { timeout: by - after })
  }, after)
  return () => clearTimeout(timer)
}
