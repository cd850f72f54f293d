import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'libsql'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLog } from '../log.ts'
import { createRooms } from '../rooms/create-rooms.ts'
import { openSqliteStore, SQLITE_FILE } from '../store/sqlite.ts'
import type { BoardStore } from '../store/store.ts'
import { UNUSED_FOR } from './collect-images.ts'
import { keepRetention } from './retention.ts'

const DAY = 86_400_000

let dir: string
let store: BoardStore
let lines: string[]
beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'rapport-'))
  store = await openSqliteStore(dir)
  lines = []
})
afterEach(async () => {
  await store.close()
  await rm(dir, { recursive: true })
})

const create = (id: string): Promise<void> =>
  store.create(
    { id, title: 'T', epoch: 'e', readOnly: false, createdAt: 0, changedAt: 0 },
    [],
    new Uint8Array([0, 0]),
  )

/** The first sweep at `now`; returns which boards it disconnected. */
async function sweep(now: number, days?: number): Promise<string[]> {
  const log = createLog('info', { write: (line) => void lines.push(line) })
  const rooms = createRooms(store, { log })
  const gone: string[] = []
  let stop = (): void => undefined
  await new Promise<void>((resolve) => {
    stop = keepRetention({
      store,
      rooms: { ...rooms, disconnect: (board) => void gone.push(board) },
      log,
      clock: {
        now: () => now,
        after: () => {
          resolve()
          return () => undefined
        },
      },
      days,
    })
  })
  stop()
  await rooms.close()
  return gone
}

test('a board that can’t be read keeps its images, and those of later boards go all the same', async () => {
  for (const board of ['b1', 'b2']) {
    await create(board)
    const facts = { id: 'i1', type: 'image/png', width: 1, height: 1 } as const
    await store.addImage(board, { ...facts, bytes: new Uint8Array([1]) }, 0, 100)
    await store.markImages(board, ['i1'], 0)
  }
  const version = { id: 'v1', board: 'b1', kind: 'saved', name: '', at: 0, by: null } as const
  await store.addVersion(version, new Uint8Array([255]), 9)
  await sweep(UNUSED_FOR + 1)
  expect(await store.images('b1')).toHaveLength(1)
  expect(await store.images('b2')).toEqual([])
  expect(lines.filter((line) => line.includes('"board":"b1"'))).toHaveLength(1)
})

test('boards that expired go and are closed, though one of them can’t be removed', async () => {
  for (const board of ['b1', 'b2', 'b3']) await create(board)
  await store.close()
  const file = new Database(path.join(dir, SQLITE_FILE))
  file.exec(`CREATE TRIGGER stays BEFORE DELETE ON boards WHEN OLD.id = 'b2'
    BEGIN SELECT RAISE(ABORT, 'b2 stays'); END`)
  file.close()
  store = await openSqliteStore(dir)
  expect(await sweep(2 * DAY, 1)).toEqual(['b1', 'b3'])
  expect((await store.boards()).map(({ id }) => id)).toEqual(['b2'])
  expect(lines.filter((line) => line.includes('"board":"b2"'))).toHaveLength(1)
})
