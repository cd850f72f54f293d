import type { Outcome, Plan } from './load.ts'
import { runChild } from './run-child.ts'
import type { Target } from './targets.ts'

/** Boards × people on each. */
export interface Workload {
  boards: number
  people: number
}

/** Whether people would call it working: nothing lost, edits in time, and the server not at its end. */
export const held = (outcome: Outcome): boolean =>
  outcome.lost === 0 && outcome.p99 <= 250 && (outcome.serverCpu ?? 0) < 0.95

/** Whether the load generator, and not the server, was what ran out. */
export const isGeneratorSpent = (outcome: Outcome): boolean => outcome.generatorCpu > 0.9

/** Starts `target`, puts `workload` on it for `seconds`, and stops it. */
export async function measure(
  target: Target,
  { boards, people }: Workload,
  seconds: number,
): Promise<Outcome> {
  const running = await target.start()
  try {
    const plan: Plan = {
      port: running.port,
      pid: running.pid,
      boards: [],
      cursors: 20,
      edits: 2,
      warmUp: 1500,
      window: seconds * 1000,
      drain: 4000,
    }
    for (let board = 0; board < boards; board++) plan.boards.push(await running.board(people))
    return await runChild<Outcome>('load.ts', plan)
  } finally {
    await running.stop()
  }
}

/** The most that was held, and the least that was not; `least` undefined when nothing failed. */
export interface Capacity {
  most: number
  least: number | undefined
  /** the run at `most` */
  outcome: Outcome | undefined
  /** the load generator ended the search, not the server */
  generatorSpent: boolean
}

/**
 * Finds how much `target` holds: from `start` up or down by doubling, then between by halving until the two bounds lie
 * within a factor of `precision`. A size is tried again before it counts as not held: one hiccup of the machine is no verdict.
 */
export async function search(
  run: (size: number) => Promise<Outcome>,
  { start, max, precision }: { start: number; max: number; precision: number },
): Promise<Capacity> {
  const found: Capacity = { most: 0, least: undefined, outcome: undefined, generatorSpent: false }
  const attempt = async (size: number): Promise<void> => {
    for (let tries = 0; tries < 2; tries++) {
      const outcome = await run(size)
      if (held(outcome)) {
        found.most = size
        found.outcome = outcome
        return
      }
      found.generatorSpent = isGeneratorSpent(outcome)
      if ((outcome.serverCpu ?? 0) > 0.95) break
    }
    found.least = size
  }
  const round = (size: number): number =>
    size < 50 ? Math.round(size) : Math.round(size / 25) * 25
  await attempt(start)
  while (found.least === undefined && found.most < max) await attempt(Math.min(max, found.most * 2))
  while (found.most === 0 && found.least !== undefined && found.least > 5)
    await attempt(round(found.least / 2))
  while (found.least !== undefined && found.most > 0 && found.least / found.most > precision) {
    const middle = round((found.least + found.most) / 2)
    if (middle <= found.most || middle >= found.least) break
    await attempt(middle)
  }
  return found
}
