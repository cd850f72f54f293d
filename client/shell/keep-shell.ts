/** Keeps the app itself in this browser, so that it opens without the server; where the browser refuses, all else goes on. */
export function keepShell(): void {
  if (!import.meta.env.PROD || !navigator.serviceWorker) return
  const keep = (): void => {
    const address = new URL('service-worker.js', document.baseURI)
    // Refused in private windows, and with no connection; the next visit tries again.
    navigator.serviceWorker.register(address, { type: 'module' }).catch(() => undefined)
  }
  // After the page has what it needs: the shell must not compete with the first board on a poor line.
  if (document.readyState === 'complete') keep()
  else addEventListener('load', keep, { once: true })
}
