import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Filled, Joined, JoinPlan } from './joiners.ts'
import type { Outcome, Plan } from './load.ts'
import { runChild } from './run-child.ts'
import type { Target } from './targets.ts'

/** Joining one large board: alone after a restart, and 50 at once while four others work on it. */
export interface JoinFigures {
  bytes: number
  cold: Joined
  crowd: Joined
  /** the four others' edit delivery without and with the crowd, p99 in ms */
  calm: number
  disturbed: number
}

const OBJECTS = 20_000
const EDITS = 100_000
const CROWD = 50
const OTHERS = 4

/** Measures joining a board of 20,000 objects and 100,000 edits on `target`. */
export async function measureJoin(target: Target): Promise<JoinFigures> {
  const folder = mkdtempSync(path.join(tmpdir(), 'rapport-bench-'))
  try {
    const first = await target.start(folder)
    const seats = await first.board(2 + CROWD + OTHERS)
    const [writer, coldSeat, ...rest] = seats
    if (!writer || !coldSeat) throw new Error('a board has seats')
    const { bytes: sent } = await runChild<Filled>('joiners.ts', {
      mode: 'fill',
      port: first.port,
      seat: writer,
      objects: OBJECTS,
      edits: EDITS,
    } satisfies JoinPlan)
    // Every server gets the time to write behind the last person's leaving, and to fold what it wrote.
    await pause(8_000)
    await first.stop()

    const server = await target.start(folder)
    try {
      const { port, pid } = server
      // A garbage-collected answer is smaller than what was sent before it.
      const bytes = sent * 0.4
      const join = (who: typeof seats, at: number): Promise<Joined> =>
        runChild('joiners.ts', { mode: 'join', port, pid, seats: who, bytes, at })
      const cold = await join([coldSeat], 0)

      const others = rest.slice(CROWD)
      const load = (from: number): Promise<Outcome> =>
        runChild('load.ts', {
          port,
          pid,
          boards: [others],
          cursors: 20,
          edits: 10,
          warmUp: 0,
          from,
          window: 4000,
          drain: 15_000,
        } satisfies Plan)
      const calm = await load(Date.now() + 4000)
      const at = Date.now() + 4000
      const [disturbed, crowd] = await Promise.all([load(at), join(rest.slice(0, CROWD), at + 500)])
      return { bytes: sent, cold, crowd, calm: calm.p99, disturbed: disturbed.p99 }
    } finally {
      await server.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
