import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as Y from 'yjs'
import { addObjects, placeObjects } from '../shared/board/commands.ts'
import { compact } from '../server/rooms/fold.ts'
import { openSqliteStore } from '../server/store/sqlite.ts'
import { runChild } from './run-child.ts'
import type { Target } from './targets.ts'
import type { Visited, VisitPlan } from './visits.ts'

/** Memory before and `rest` ms after `boards` boards were each opened and left by one person. */
export async function measureVisits(
  target: Target,
  boards: number,
  rest: number,
): Promise<Visited> {
  const running = await target.start()
  try {
    const { port, pid } = running
    const seats = []
    for (let board = 0; board < boards; board++) seats.push(...(await running.board(1)))
    return await runChild<Visited>('visits.ts', { port, pid, seats, rest } satisfies VisitPlan)
  } finally {
    await running.stop()
  }
}

/** A place where ten thousand small commits don't take minutes. */
const quickFolder = (): string =>
  mkdtempSync(path.join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'rapport-bench-'))

async function startTime(target: Target, folder: string): Promise<number> {
  const from = performance.now()
  const running = await target.start(folder)
  const took = performance.now() - from
  await running.stop()
  return took
}

/** Median ms until the server answers, with no board and with `boards` stored. */
export async function measureStart(
  target: Target,
  boards: number,
): Promise<{ empty: number; full: number }> {
  const emptyFolder = quickFolder()
  const fullFolder = quickFolder()
  try {
    const doc = new Y.Doc()
    addObjects(doc, [{ type: 'note', at: [0, 0], fields: { text: 'Stored' } }], null)
    const snapshot = Y.encodeStateAsUpdate(doc)
    const store = await openSqliteStore(fullFolder)
    for (let from = 0; from < boards; from += 100) {
      const some = Array.from({ length: Math.min(100, boards - from) }, (_, at) => `b${from + at}`)
      await Promise.all(
        some.map((id) =>
          store.create(
            { id, title: id, epoch: 'e', readOnly: false, createdAt: 1, changedAt: Date.now() },
            [],
            snapshot,
          ),
        ),
      )
    }
    await store.close()
    const times: { empty: number[]; full: number[] } = { empty: [], full: [] }
    for (let round = 0; round < 5; round++) {
      times.empty.push(await startTime(target, emptyFolder))
      times.full.push(await startTime(target, fullFolder))
    }
    const median = (list: number[]): number => list.toSorted((a, b) => a - b)[2] ?? Number.NaN
    return { empty: median(times.empty), full: median(times.full) }
  } finally {
    rmSync(emptyFolder, { recursive: true, force: true })
    rmSync(fullFolder, { recursive: true, force: true })
  }
}

/** Bytes that `drags` moves of one object add to a compacted board. */
export function measureGrowth(drags: number): number {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const [id = ''] = addObjects(doc, [{ type: 'note', at: [0, 0] }], null)
  const before = compact([...updates])?.state.length ?? Number.NaN
  for (let drag = 1; drag <= drags; drag++) {
    placeObjects(doc, [{ id, at: [drag, drag * 2] }], null)
  }
  return (compact(updates)?.state.length ?? Number.NaN) - before
}
