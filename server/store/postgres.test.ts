import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasPostgres, startPostgres, type Service } from '../test-services.ts'
import { storeContract, type StorePlace } from './contract.ts'
import { Database } from './postgres-pool.ts'
import { openPostgresStore } from './postgres.ts'
import type { BoardStore } from './store.ts'

const row = { id: 'b1', title: 'T', epoch: 'e', readOnly: false, createdAt: 1, changedAt: 1 }

describe.skipIf(!hasPostgres)(
  'on a real PostgreSQL (skipped where it is not installed)',
  { timeout: 60_000 },
  () => {
    let postgres: Service
    let databases = 0
    beforeAll(async () => {
      postgres = await startPostgres()
    }, 60_000)
    afterAll(() => postgres.dispose())

    const run = async (url: string, ...statements: string[]): Promise<void> => {
      const client = new Client({ connectionString: url })
      await client.connect()
      for (const statement of statements) await client.query(statement)
      await client.end()
    }

    const newDatabase = async (): Promise<string> => {
      databases += 1
      await run(postgres.url, `CREATE DATABASE d${databases}`)
      return new URL(`/d${databases}`, postgres.url).href
    }

    storeContract(async (): Promise<StorePlace> => {
      const url = await newDatabase()
      return {
        open: () => openPostgresStore(url),
        async bytes() {
          // What docs/decisions says that an operator does for erasure at once.
          await run(url, 'VACUUM FULL', 'CHECKPOINT', 'SELECT pg_switch_wal()', 'CHECKPOINT')
          await postgres.kill()
          const files = await readdir(postgres.dir, { recursive: true, withFileTypes: true })
          const contents = files
            .filter((file) => file.isFile())
            .map((file) => readFile(path.join(file.parentPath, file.name)))
          const bytes = Buffer.concat(await Promise.all(contents))
          await postgres.start()
          return bytes
        },
        dispose: () => run(postgres.url, `DROP DATABASE ${path.basename(url)} WITH (FORCE)`),
      }
    })

    const withStore = async (use: (store: BoardStore) => Promise<void>): Promise<void> => {
      const store = await openPostgresStore(await newDatabase())
      await store.create(row, [], new Uint8Array([0]))
      await use(store)
      await store.close()
    }
    const edit = { board: 'b1', epoch: 'e', update: new Uint8Array([1]), claims: [] }

    test('while the database is away calls are rejected, what was appended before stays, and it goes on after', () =>
      withStore(async (store) => {
        expect(await store.append([edit])).toEqual([1])
        await postgres.kill()
        const unavailable = { code: 'unavailable' }
        await expect(store.append([edit])).rejects.toMatchObject(unavailable)
        await expect(store.ping()).rejects.toMatchObject(unavailable)
        await expect(store.load('b1')).rejects.toMatchObject(unavailable)
        await postgres.start()
        await store.ping()
        expect(await store.append([edit])).toEqual([2])
        expect((await store.load('b1')).updates).toHaveLength(2)
      }))

    test('appends under way when the database dies are all or nothing, and repeating them does no harm', () =>
      withStore(async (store) => {
        const claims = [{ clientId: 1, participant: 'asha' }]
        const appends = Array.from({ length: 30 }, (_, index) => ({
          ...edit,
          update: new Uint8Array([index]),
          claims,
        }))
        const first = store.append(appends.slice(0, 10))
        const under = Promise.allSettled([first, store.append(appends)])
        await first
        await postgres.kill()
        await under
        await postgres.start()
        expect([10, 40]).toContain((await store.load('b1')).seq)
        const numbers = await store.append(appends)
        expect((await store.load('b1')).seq).toBe(numbers.at(-1))
      }))

    test('nodes that open an empty database at once agree, and a newer one is refused', async () => {
      const url = await newDatabase()
      const stores = await Promise.all([1, 2, 3].map(() => openPostgresStore(url)))
      await stores[0]?.create(row, [], new Uint8Array([0]))
      expect(await stores[2]?.boards()).toEqual([row])
      await Promise.all(stores.map((store) => store.close()))
      await run(url, 'UPDATE rapport_schema SET version = 999')
      await expect(openPostgresStore(url)).rejects.toThrow(/newer version of Rapport/)
    })

    test('a refusal says why and holds no part of the address', async () => {
      const { port } = new URL(postgres.url)
      const at = (place: string): Promise<BoardStore> =>
        openPostgresStore(`postgres://me:pass-1@${place}`)
      const noDatabase = await at(`127.0.0.1:${port}/nowhere`).catch((error: unknown) => error)
      const noServer = await at('127.0.0.1:1/nowhere').catch((error: unknown) => error)
      expect(String(noDatabase)).toMatch(/role "me" does not exist/)
      expect(String(noServer)).toMatch(/ECONNREFUSED/)
      expect(JSON.stringify([noDatabase, noServer])).not.toMatch(/pass-1/)
    })

    test('a commit waits for the disk even where the database’s own setting is that it doesn’t', async () => {
      const url = await newDatabase()
      await run(url, `ALTER DATABASE ${path.basename(url)} SET synchronous_commit = off`)
      const db = new Database(url)
      expect(await db.rows('SHOW synchronous_commit')).toEqual([{ synchronous_commit: 'on' }])
      await db.close()
    })
  },
)
