import { expect, test } from 'vitest'
import { World } from './world.ts'

const SEEDS = Number(process.env['SIM_SEEDS'] ?? 500)
const STEPS = 250

/** Lives through one seed; rejects with the seed in its message when something doesn't hold. */
async function live(seed: number, nodes: number): Promise<void> {
  const world = new World(seed, { nodes })
  try {
    await world.begin()
    for (let step = 0; step < STEPS; step += 1) await world.step()
    await world.settle()
    await world.check()
    await world.leave()
  } catch (error) {
    throw new Error(`Seed ${seed}: ${(error as Error).message}`, { cause: error })
  }
}

const found: readonly [string, readonly number[]][] = [
  ['[RM9] what was refused while the board was read-only is asked for afterwards', [1, 5, 11, 314]],
  ['[RM14] an old socket’s late presence does not end the new one', [2]],
  ['[RM6] the server’s own edit is seen by nobody before it is on disk', [81]],
  ['[RM8] an observer who has what its author has not brought yet is asked again', [5085]],
  ['[SV2] a change sent again by a step 2 is released when that is on disk', [28, 49, 51]],
]
test.each(found)('%s', async (_rule, seeds) => {
  for (const seed of seeds) await live(seed, 1)
})

const nodesOf = (seed: number): number => 2 + (seed % 2)
const foundOnNodes: typeof found = [
  ['[RM15] a board that everyone leaves while it is read is not kept', [15, 44, 47, 60]],
  ['[RM13] a log whose turn a node took that then stopped is folded by who leaves last', [7704]],
  ['[RM8] an observer who comes from a node that is ahead is asked again', [5291]],
  ['[RM1] who is on another node is known, even if that was lost on the way', [109]],
]
test.each(foundOnNodes)('%s', async (_rule, seeds) => {
  for (const seed of seeds) await live(seed, nodesOf(seed))
})

async function liveAll(count: number, nodes: (seed: number) => number): Promise<void> {
  const failed: string[] = []
  const first = Number(process.env['SIM_FIRST'] ?? 1)
  for (let seed = first; seed < first + count && failed.length < 5; seed += 1) {
    await live(seed, nodes(seed)).catch((error: Error) => failed.push(error.message.slice(0, 400)))
  }
  expect(failed).toEqual([])
}

const ALONE = Math.ceil(0.7 * SEEDS)
test(
  `${ALONE} seeded workshops converge and lose nothing that was saved`,
  () => liveAll(ALONE, () => 1),
  600_000,
)

const ON_NODES = SEEDS - ALONE
test(
  `${ON_NODES} seeded workshops on two or three nodes converge and lose nothing that was saved`,
  () => liveAll(ON_NODES, nodesOf),
  600_000,
)
