/** The shell is fetched so long after the page has begun, ms: it must not compete with the first board for line and processor. */
const KEEP_AFTER_MS = 5_000

/** Keeps the app itself in this browser, so that it opens without the server; where the browser refuses, all else goes on. */
export function keepShell(): void {
  if (!import.meta.env.PROD || !navigator.serviceWorker) return
  const keep = (): void => {
    const address = new URL('service-worker.js', document.baseURI)
    // Refused in private windows, and with no connection; the next visit tries again.
    navigator.serviceWorker.register(address, { type: 'module' }).catch(() => undefined)
  }
  setTimeout(keep, KEEP_AFTER_MS)
}
