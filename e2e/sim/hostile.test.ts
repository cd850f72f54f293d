import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { Chance } from './chance.ts'
import { mutate, soundFrames } from './hostile-frames.ts'
import { expectSame, expectStored } from './checks.ts'
import { rest } from './rest.ts'
import { World } from './world.ts'

const FRAMES = Number(process.env['HOSTILE_FRAMES'] ?? 6_000)
const FIRST = Number(process.env['HOSTILE_FIRST'] ?? 1)
const PER_BOARD = 400
const PER_ROUND = 40

interface Tally {
  closed: number
  taken: number
  slowest: number
}

/** One board on which eve sends mutated frames while asha and ben edit; rejects when that does the two any harm. */
async function attack(seed: number, tally: Tally): Promise<void> {
  const world = new World(seed, { names: ['asha', 'ben', 'eve'] })
  const [asha, ben, eve] = [world.person('asha'), world.person('ben'), world.person('eve')]
  const chance = new Chance(seed)
  await world.begin()
  await world.settle()
  for (let sent = 0; sent < PER_BOARD; sent += PER_ROUND) {
    const frames = soundFrames(Y.encodeStateAsUpdate(asha.doc), chance)
    for (let i = 0; i < PER_ROUND; i += 1) {
      if (!eve.isOnline) {
        world.connect(eve)
        await rest()
      }
      eve.link?.send(mutate(chance.pick(frames) ?? new Uint8Array(), chance))
      const before = performance.now()
      while (eve.link?.deliverToServer());
      tally.slowest = Math.max(tally.slowest, performance.now() - before)
      const isClosed = eve.link?.server.readyState !== 1
      if (isClosed) tally.closed += 1
      if (isClosed || chance.is(0.1)) eve.link?.cut()
      if (chance.is(0.2)) (chance.is(0.5) ? asha : ben).edit()
    }
    eve.link?.cut()
    await world.settle(asha, ben)
    expectSame(asha, ben)
  }
  await expectStored(world.disk, asha)
  expect([asha.ended, ben.ended]).toEqual([[], []])
  tally.taken += asha.doc.store.clients.size
  await world.leave()
}

test('[RM10] client ids out of order in an update don’t make the log lose structs', async () => {
  await attack(5_574, { closed: 0, taken: 0, slowest: 0 })
})

test('[RM10] an item between two others that don’t follow each other is dropped by everyone', async () => {
  await attack(5_985, { closed: 0, taken: 0, slowest: 0 })
})

test(`[RM10] ${FRAMES} mutated frames close their own connection alone, while two people go on`, async () => {
  const tally = { closed: 0, taken: 0, slowest: 0 }
  for (let seed = FIRST; seed < FIRST + FRAMES / PER_BOARD; seed += 1) {
    await attack(seed, tally).catch((error: Error) => {
      throw new Error(`Seed ${seed}: ${error.message}`, { cause: error })
    })
  }
  // Most are unreadable, and some are sound enough to be taken.
  expect(tally.closed).toBeGreaterThan(FRAMES / 10)
  expect(tally.taken).toBeGreaterThan(FRAMES / 100)
  process.stdout.write(`${FRAMES} mutated frames: ${JSON.stringify(tally)} (ms)\n`)
}, 3_600_000)
