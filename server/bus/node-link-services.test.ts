import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openPostgresStore } from '../store/postgres.ts'
import { hasPostgres, hasRedis, startPostgres, startRedis, type Service } from '../test-services.ts'
import type { ClusterBus } from './bus.ts'
import { linkContract, twoNodes, upTo, type Node } from './contract-links.ts'
import { createRedisBus } from './redis.ts'
import { until, type Member } from './test-links.ts'

/** Settles once the bus has contact. */
async function contact(bus: ClusterBus): Promise<void> {
  let isThere = false
  while (!isThere) {
    isThere = await bus.ping().then(
      () => true,
      () => false,
    )
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}

const silent = { info: () => undefined, warn: () => undefined }

const hasBoth = hasPostgres && hasRedis
describe.skipIf(!hasBoth)(
  'links on a real Redis and PostgreSQL (skipped where one is not installed)',
  { timeout: 60_000 },
  () => {
    let postgres: Service
    let redis: Service
    beforeAll(async () => {
      const started = await Promise.all([startPostgres(), startRedis()])
      postgres = started[0]
      redis = started[1]
    }, 60_000)
    afterAll(() => Promise.all([postgres.dispose(), redis.dispose()]))

    const makeNode = async (): Promise<Node> => ({
      bus: createRedisBus(redis.url, { log: silent }),
      store: await openPostgresStore(postgres.url),
    })
    linkContract(makeNode)

    let place: ReturnType<typeof twoNodes>
    beforeEach(() => {
      place = twoNodes(makeNode)
    })
    afterEach(() => place.dispose())

    test('while Redis is away edits go on and arrive by way of the log; after, they are quick again', async () => {
      const [one, two] = await place.both()
      await redis.kill()
      await Promise.all([one.append(['a1']), two.append(['b1'])])
      await until(
        () => one.link.seq === 2 && two.link.seq === 2,
        () => place.clock.advance(100),
      )
      await redis.start()
      await Promise.all([contact(one.bus), contact(two.bus)])
      await Promise.all([one.link.catchUp(), two.link.catchUp()])
      const reads = two.reads
      await one.append(['a2'])
      await until(() => two.link.seq === 3)
      expect(two.reads).toBe(reads)
      expect([one.known, two.known]).toEqual([
        ['a1', 'a2', 'b1'],
        ['a1', 'a2', 'b1'],
      ])
    })

    test('while PostgreSQL is away nothing ends; after, all that was tried again is everywhere once', async () => {
      const [one, two] = await place.both()
      await one.append(['a1'])
      await postgres.kill()
      await expect(one.append(['a2'])).rejects.toMatchObject({ code: 'unavailable' })
      await expect(two.append(['b1'])).rejects.toMatchObject({ code: 'unavailable' })
      await until(
        () => one.told.warnings.length > 0 && two.told.warnings.length > 0,
        () => place.clock.advance(1_000),
      )
      place.clock.advance(20_000)
      await postgres.start()
      await Promise.all([one.append(['a2']), two.append(['b1'])])
      await until(
        () => one.link.seq === 3 && two.link.seq === 3,
        () => place.clock.advance(100),
      )
      const all = ['a1', 'a2', 'b1']
      expect([one.known, two.known]).toEqual([all, all])
      expect([one.told.ended, one.told.warnings.length]).toEqual([[], 1])
    })

    test('both go away under load, in turns, and all nodes agree with the log in the end', async () => {
      const members = await place.both()
      const count = 60
      const write = async (member: Member, name: string): Promise<void> => {
        for (const number of upTo(count)) {
          for (;;) {
            try {
              await member.append([`${name}${number}`])
              break
            } catch {
              place.clock.advance(200)
              await new Promise((resolve) => setTimeout(resolve, 10))
            }
          }
        }
      }
      const writing = Promise.all(members.map((member, index) => write(member, 'ab'[index] ?? '')))
      for (const service of [redis, postgres, redis, postgres]) {
        await service.kill()
        await service.start()
      }
      await writing
      const { seq, updates } = await members[0].store.load(place.board)
      await until(
        () => members.every(({ link }) => link.seq === seq),
        () => place.clock.advance(500),
      )
      const logged = new Set(updates.map((update) => new TextDecoder().decode(update)))
      expect(logged.size).toBe(2 * count)
      for (const member of members) expect(new Set(member.known)).toEqual(logged)
    })
  },
)
