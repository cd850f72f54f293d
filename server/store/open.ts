import { openPostgresStore } from './postgres.ts'
import { openSqliteStore } from './sqlite.ts'
import type { BoardStore } from './store.ts'

/** Opens the store that the configuration names; rejects with a StoreError whose message an operator can act on. */
export const openStore = ({
  databaseUrl,
  dataDir,
}: {
  databaseUrl: string | undefined
  dataDir: string
}): Promise<BoardStore> =>
  databaseUrl === undefined ? openSqliteStore(dataDir) : openPostgresStore(databaseUrl)
