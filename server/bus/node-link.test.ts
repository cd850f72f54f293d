import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../../shared/ids.ts'
import { openPostgresStore } from '../store/postgres.ts'
import { openSqliteStore } from '../store/sqlite.ts'
import type { BoardStore } from '../store/store.ts'
import { hasPostgres, hasRedis, startPostgres, startRedis, type Service } from '../test-services.ts'
import type { ClusterBus } from './bus.ts'
import { createLocalHub } from './local.ts'
import { createRedisBus } from './redis.ts'
import { HandClock, Member, randomOf, unreliable, until } from './test-links.ts'

interface Node {
  bus: ClusterBus
  store: BoardStore
}

const silent = { info: () => undefined, warn: () => undefined }

/** Two nodes with one board open, which tests can use up. */
function twoNodes(makeNode: () => Promise<Node>) {
  const clock = new HandClock()
  const board = newId()
  const nodes: Node[] = []
  const members: Member[] = []
  return {
    clock,
    board,
    async node(): Promise<Node> {
      const made = await makeNode()
      nodes.push(made)
      return made
    },
    member({ bus, store }: Node, start = { epoch: 'e1', seq: 0 }): Member {
      const made = new Member(board, start, { bus, store, clock })
      members.push(made)
      return made
    },
    create: (store: BoardStore, epoch = 'e1') =>
      store.create(
        { id: board, title: 'T', epoch, readOnly: false, createdAt: 1, changedAt: 1 },
        [],
        new TextEncoder().encode('snapshot'),
      ),
    /** Both open the board and know of each other. */
    async both(spoil = (bus: ClusterBus): ClusterBus => bus): Promise<[Member, Member]> {
      const [one, two] = [await this.node(), await this.node()]
      await this.create(one.store)
      const pair: [Member, Member] = [
        this.member({ ...one, bus: spoil(one.bus) }),
        this.member({ ...two, bus: spoil(two.bus) }),
      ]
      await until(
        () => pair.every(({ link, reads }) => !link.isAlone && reads > 0),
        () => clock.advance(100),
      )
      await Promise.all(pair.map(({ link }) => link.catchUp()))
      return pair
    },
    async dispose(): Promise<void> {
      for (const { link } of members) link.close()
      await Promise.all(nodes.map(({ bus, store }) => Promise.all([bus.close(), store.close()])))
    },
  }
}

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

const numbersOf = ({ news }: Member): number[] => news.map(({ seq }) => seq)
const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)

function linkSuite(makeNode: () => Promise<Node>): void {
  let place: ReturnType<typeof twoNodes>
  beforeEach(() => {
    place = twoNodes(makeNode)
  })
  afterEach(() => place.dispose())

  test('edits reach the other node with their numbers and claims, without a read of the log', async () => {
    const [one, two] = await place.both()
    const reads = two.reads
    const claims = [{ clientId: 2 ** 32 - 1, participant: 'asha' }]
    await one.append(['a1', 'a2'], claims)
    await one.append(['a3'])
    await until(() => two.link.seq === 3)
    expect(two.news.map(({ seq, claims: made }) => [seq, made])).toEqual([
      [1, claims],
      [2, claims],
      [3, []],
    ])
    expect([two.texts, two.reads]).toEqual([['a1', 'a2', 'a3'], reads])
    expect(one.link.seq).toBe(3)
  })

  test('both edit at once over a bus that drops, doubles and reorders: each edit comes once and in the log’s order', async () => {
    const random = randomOf(7)
    const [one, two] = await place.both((bus) => unreliable(bus, random))
    const write = async (member: Member, name: string): Promise<void> => {
      for (const number of upTo(40)) await member.append([`${name}${number}`, `${name}${number}+`])
    }
    await Promise.all([write(one, 'a'), write(two, 'b')])
    await until(
      () => one.link.seq === 160 && two.link.seq === 160,
      () => place.clock.advance(10),
    )
    expect(one.known).toEqual(two.known)
    for (const member of [one, two]) {
      expect(member.news).toHaveLength(80)
      expect(numbersOf(member)).toEqual(numbersOf(member).sort((a, b) => a - b))
    }
  })

  test('edits whose hints are lost come by looking now and then, or when a later one shows that they are missing', async () => {
    let isDeaf = false
    const [one, two] = await place.both((bus) => ({
      ...bus,
      subscribe: (board, listener) =>
        bus.subscribe(board, {
          gap: () => listener.gap(),
          lost: () => listener.lost(),
          frame: (frame) => isDeaf || listener.frame(frame),
        }),
    }))
    isDeaf = true
    await one.append(['a1'])
    place.clock.advance(5_000)
    await until(() => two.link.seq === 1)
    await one.append(['a2'])
    isDeaf = false
    await one.append(['a3'])
    await until(
      () => two.link.seq === 3,
      () => place.clock.advance(30),
    )
    expect(two.texts).toEqual(['a1', 'a2', 'a3'])
  })

  test('what is too large for the bus is read from the log', async () => {
    const [one, two] = await place.both()
    const large = 'x'.repeat(200_000)
    await one.append([large])
    await until(
      () => two.link.seq === 1,
      () => place.clock.advance(30),
    )
    expect(two.texts).toEqual([large])
  })

  test('a node that fell behind a compaction gets the snapshot and what is behind it', async () => {
    const [one, two] = await place.both()
    two.link.close()
    await one.append(['a1', 'a2', 'a3'])
    await one.store.compact(place.board, new TextEncoder().encode('a1+a2'), 2)
    const late = place.member({ bus: two.bus, store: two.store })
    await until(() => late.link.seq === 3)
    expect(late.texts).toEqual(['a1+a2', 'a3'])
    expect(numbersOf(late)).toEqual([2, 3])
  })

  test('a board that was opened elsewhere meanwhile misses nothing of what was written alone', async () => {
    const first = await place.node()
    await place.create(first.store)
    const one = place.member(first)
    await until(() => one.reads > 0)
    const second = await place.node()
    const writing = (async () => {
      for (const number of upTo(50)) await one.append([`a${number}`])
    })()
    const two = place.member(second)
    await writing
    await until(
      () => two.link.seq === 50,
      () => place.clock.advance(30),
    )
    expect(numbersOf(two)).toEqual(upTo(50))
  })

  test('presence goes to who is there, is asked for by who comes, and ends with who leaves', async () => {
    const [one, two] = await place.both()
    one.link.presence(new TextEncoder().encode('asha is here'))
    await until(() => two.told.presence.length === 1)
    expect(two.told.presence).toEqual(['asha is here'])
    const before = one.told.announced
    const third = place.member(await place.node())
    await until(() => one.told.announced > before && !third.link.isAlone)
    two.link.close()
    await until(() => one.told.left.length === 1)
    expect(one.told.left).toEqual([two.bus.node])
  })

  test('a node that falls silent is forgotten', async () => {
    const [one, two] = await place.both()
    await two.bus.close()
    await until(
      () => one.told.left.length > 0,
      () => place.clock.advance(1_000),
    )
    expect(one.told.left).toEqual([two.bus.node])
    expect(one.link.isAlone).toBe(true)
  })

  test('a change of people or settings is noticed though nobody told', async () => {
    const [one, two] = await place.both()
    const before = two.told.changed
    await one.append(['a1'])
    await two.link.catchUp()
    expect(two.told.changed).toBe(before)
    await one.store.change(place.board, { readOnly: true })
    place.clock.advance(5_000)
    await until(() => two.told.changed === before + 1)
    expect(two.link.seq).toBe(1)
  })

  test('a board that is removed, or is another one by now, ends the link', async () => {
    const [one, two] = await place.both()
    await one.store.remove(place.board)
    await expect(one.link.catchUp()).rejects.toMatchObject({ code: 'unknown-board' })
    await place.create(two.store, 'e2')
    await two.link.catchUp()
    expect([one.told.ended, two.told.ended]).toEqual([['gone'], ['replaced']])
    expect(two.news).toEqual([])
  })

  test('frames that can’t be read change nothing', async () => {
    const [one, two] = await place.both()
    const random = randomOf(3)
    for (const size of upTo(60)) {
      const bytes = Uint8Array.from({ length: size }, () => Math.floor(random() * 256))
      one.bus.publish(place.board, bytes)
      bytes[0] = 1
      bytes[1] = size % 8
      one.bus.publish(place.board, bytes)
    }
    await one.append(['a1'])
    await until(
      () => two.link.seq === 1,
      () => place.clock.advance(30),
    )
    expect([two.texts, two.told.ended]).toEqual([['a1'], []])
  })
}

describe('links between nodes in one process, on SQLite', { timeout: 60_000 }, () => {
  let dir = ''
  let hub = createLocalHub()
  beforeEach(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'rapport-'))
    hub = createLocalHub()
  })
  afterEach(() => rm(dir, { recursive: true }))

  linkSuite(async () => ({ bus: hub.connect(), store: await openSqliteStore(dir) }))
})

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
    linkSuite(makeNode)

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
