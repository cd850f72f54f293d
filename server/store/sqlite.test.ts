import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { storeContract } from './contract.ts'
import { openSqliteStore } from './sqlite.ts'

storeContract(async () => {
  const dir = await mkdtemp(join(tmpdir(), 'rapport-'))
  return {
    open: () => openSqliteStore(dir),
    bytes: async () =>
      Buffer.concat(
        await Promise.all((await readdir(dir)).map((file) => readFile(join(dir, file)))),
      ),
    dispose: () => rm(dir, { recursive: true }),
  }
})

let dir = ''
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'rapport-'))
})
afterEach(() => rm(dir, { recursive: true }))

const row = { id: 'b1', title: 'T', epoch: 'e', readOnly: false, createdAt: 1, changedAt: 1 }

test('a data folder that can’t be made is named in the error', async () => {
  await writeFile(join(dir, 'file'), '')
  await expect(openSqliteStore(join(dir, 'file', 'data'))).rejects.toThrow(
    /data folder .*file\/data can’t be written to \(ENOTDIR\)/,
  )
})

test('a file that is no database, or of a newer version, is refused and left as it is', async () => {
  const file = join(dir, 'rapport.sqlite')
  await writeFile(file, 'These are the minutes of a meeting. '.repeat(200))
  await expect(openSqliteStore(dir)).rejects.toThrow(/can’t be opened: .*not a database/)
  expect(await readFile(file, 'utf8')).toMatch(/^These are the minutes/)
  await rm(file)
  const db = new Database(file)
  db.exec('PRAGMA user_version = 999')
  db.close()
  await expect(openSqliteStore(dir)).rejects.toThrow(/newer version of Rapport/)
})

test('a full disk rejects the append, changes nothing, and goes on once there is room', async () => {
  const store = await openSqliteStore(dir, { maxBytes: 200_000 })
  await store.create(row, [], new Uint8Array([0]))
  const large = { board: 'b1', epoch: 'e', update: new Uint8Array(300_000), claims: [] }
  const small = { board: 'b1', epoch: 'e', update: new Uint8Array([1]), claims: [] }
  await expect(store.append([small, large])).rejects.toMatchObject({ code: 'unavailable' })
  expect((await store.load('b1')).seq).toBe(0)
  expect(await store.append([small])).toEqual([1])
  await store.close()
})
