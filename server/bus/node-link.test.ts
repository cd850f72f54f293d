import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe } from 'vitest'
import { openSqliteStore } from '../store/sqlite.ts'
import { linkContract } from './contract-links.ts'
import { createLocalHub } from './local.ts'

describe('links between nodes in one process, on SQLite', { timeout: 60_000 }, () => {
  let dir = ''
  let hub = createLocalHub()
  beforeEach(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'rapport-'))
    hub = createLocalHub()
  })
  afterEach(() => rm(dir, { recursive: true }))

  linkContract(async () => ({ bus: hub.connect(), store: await openSqliteStore(dir) }))
})
