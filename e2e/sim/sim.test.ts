import { expect, test } from 'vitest'
import { World } from './world.ts'

const SEEDS = Number(process.env['SIM_SEEDS'] ?? 500)
const STEPS = 250

/** Lives through one seed; rejects with the seed in its message when something doesn't hold. */
async function live(seed: number): Promise<void> {
  const world = new World(seed)
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

test(`${SEEDS} seeded workshops converge and lose nothing that was saved`, async () => {
  const failed: string[] = []
  const first = Number(process.env['SIM_FIRST'] ?? 1)
  for (let seed = first; seed < first + SEEDS && failed.length < 5; seed += 1) {
    await live(seed).catch((error: Error) => failed.push(`${error.message}`.slice(0, 400)))
  }
  expect(failed).toEqual([])
}, 600_000)
