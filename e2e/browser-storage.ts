import type { Page } from '@playwright/test'

/** Everything that the page's origin keeps in the browser, as text: its databases, stores of keys and caches. */
export const storedIn = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error ?? new Error('refused'))
      })
    const asText = (value: unknown): string =>
      value instanceof Uint8Array ? new TextDecoder().decode(value) : JSON.stringify(value)
    const found = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)]
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await settled(indexedDB.open(name))
      for (const store of db.objectStoreNames) {
        const rows = db.transaction(store).objectStore(store)
        found.push(name, ...(await settled<unknown[]>(rows.getAll())).map(asText))
      }
      db.close()
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        const isFile = /\.(js|css|woff2|png|svg|ico)(\?|$)/.test(request.url)
        const kept = isFile ? undefined : await cache.match(request)
        found.push(request.url, (await kept?.text()) ?? '')
      }
    }
    return found.join('\n')
  })
