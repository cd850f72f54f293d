import { afterEach, beforeEach, expect, test } from 'vitest'
import { newId } from '../../shared/ids.ts'
import type { BoardStore } from '../store/store.ts'
import type { ClusterBus } from './bus.ts'
import { HandClock, Member, randomOf, unreliable, until } from './test-links.ts'

/** What one node has of its own. */
export interface Node {
  bus: ClusterBus
  store: BoardStore
}

/** Two nodes with one board open, which tests can use up. */
export function twoNodes(makeNode: () => Promise<Node>) {
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

const numbersOf = ({ news }: Member): number[] => news.map(({ seq }) => seq)
/** 1 to `count`. */
export const upTo = (count: number): number[] =>
  Array.from({ length: count }, (_, index) => index + 1)

/** What links keep to over any bus and store; run it from a test file of the engines' own. */
export function linkContract(makeNode: () => Promise<Node>): void {
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
    await one.store.compact(place.board, {
      epoch: 'e1',
      snapshot: new TextEncoder().encode('a1+a2'),
      upTo: 2,
    })
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
