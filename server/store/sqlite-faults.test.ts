import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase, type SqliteApi } from './sqlite-database.ts'
import type { StoredDocument } from './store.ts'

/** What a board must hold after everything that was acknowledged, and nothing else. */
type Expected = { snapshot: number; updates: number[] } | undefined

const sizeOf = ({ snapshot, updates }: StoredDocument): Expected => ({
  snapshot: snapshot?.length ?? 0,
  updates: updates.map((update) => update.length),
})

const sized = (size: number): Uint8Array => new Uint8Array(size).fill(size % 251)

/** Creates, appends, compacts and removes in a database that is full sooner or later; gives what it acknowledged. */
function work(db: SqliteApi): { expected: Map<string, Expected>; failed: number } {
  const expected = new Map<string, Expected>()
  let failed = 0
  const attempt = (call: () => unknown, then: () => void): void => {
    try {
      call()
    } catch (error) {
      expect(error).toMatchObject({ code: 'SQLITE_FULL' })
      failed += 1
      return
    }
    then()
  }
  for (let i = 0; i < 6; i += 1) {
    const id = `b${i}`
    const row = { id, title: 'T', epoch: 'e', readOnly: false, createdAt: 1, changedAt: 1 }
    expected.set(id, undefined)
    attempt(
      () => db.create(row, [], sized(3_000 + i)),
      () => expected.set(id, { snapshot: 3_000 + i, updates: [] }),
    )
    for (let k = 0; k < 4; k += 1) {
      const now = expected.get(id)
      const update = sized(1 + ((i * 7_919 + k * 4_001) % 9_000))
      attempt(
        () =>
          db.append([
            [{ board: id, epoch: 'e', update, claims: [{ clientId: k, participant: 'p' }] }],
          ]),
        () => now?.updates.push(update.length),
      )
      if (k !== 2 || !now) continue
      attempt(
        () => db.compact(id, { epoch: 'e', snapshot: sized(9_000 + i), upTo: db.load(id).seq }),
        () => {
          now.snapshot = 9_000 + i
          now.updates = []
        },
      )
    }
    if (i % 3 === 1) {
      attempt(
        () => db.remove(id),
        () => expected.set(id, undefined),
      )
    }
  }
  return { expected, failed }
}

test('[RM3] wherever the disk fills up, what was acknowledged is there after a reopen, and what was refused is not', async () => {
  const faults: number[] = []
  for (let room = 1; room <= 40; room += 1) {
    const dir = await mkdtemp(join(tmpdir(), 'rapport-'))
    const file = join(dir, 'rapport.sqlite')
    openDatabase(file, {}).close()
    const pages = (await stat(file)).size / 4096 + room
    const limited = openDatabase(file, { maxBytes: pages * 4096 })
    const { expected, failed } = work(limited)
    faults.push(failed)
    limited.close()
    const db = openDatabase(file, {})
    for (const [id, wanted] of expected) {
      const found = db.board(id) && sizeOf(db.load(id))
      expect([room, id, found]).toEqual([room, id, wanted])
    }
    db.close()
    await rm(dir, { recursive: true })
  }
  expect(faults.filter((failed) => failed > 0).length).toBeGreaterThan(10)
}, 60_000)
