import type { BoardStore } from './store.ts'

/**
 * Opens (and creates if need be) the SQLite store in the folder `dir`. Rejects with a StoreError whose message
 * an operator can act on when the folder is read-only, full, or holds a newer version's file.
 */
export function openSqliteStore(dir: string): Promise<BoardStore> {
  return Promise.reject(new Error(`not built yet: ${dir}`))
}
