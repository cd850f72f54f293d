import { existsSync } from 'node:fs'
import path from 'node:path'
import { openPostgresStore } from './postgres.ts'
import { openSqliteStore, SQLITE_FILE } from './sqlite.ts'
import type { BoardStore } from './store.ts'

interface Place {
  databaseUrl: string | undefined
  dataDir: string
}

/** Opens the store that the configuration names; rejects with a StoreError whose message an operator can act on. */
export const openStore = ({ databaseUrl, dataDir }: Place): Promise<BoardStore> =>
  databaseUrl === undefined ? openSqliteStore(dataDir) : openPostgresStore(databaseUrl)

/** Whether a server has ever kept boards there, as far as that can be told without opening it: of a database it can't. */
export const mayHoldBoards = ({ databaseUrl, dataDir }: Place): boolean =>
  databaseUrl !== undefined || existsSync(path.join(dataDir, SQLITE_FILE))
