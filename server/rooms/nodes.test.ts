import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createLocalHub } from '../bus/local.ts'
import type { BoardStore } from '../store/store.ts'
import { hasPostgres, hasRedis } from '../test-services.ts'
import { useNodes, type NodeSettings } from './test-nodes.ts'
import {
  addBoard,
  addParticipant,
  objectsOf,
  until,
  type Client,
  type Relay,
} from './test-relay.ts'

const storageOf = ({ heard }: Client): string | undefined => heard.sessions.at(-1)?.storage

function isSame(clients: readonly Client[]): boolean {
  const [first, ...others] = clients.map((client) => JSON.stringify(sorted(objectsOf(client))))
  return others.every((other) => other === first)
}

const sorted = (map: Y.Map<unknown>): [string, unknown][] =>
  Object.entries(map.toJSON()).sort(([a], [b]) => (a < b ? -1 : 1))

/** What a server that starts now would read. */
async function stored(store: BoardStore, board: string): Promise<Y.Map<unknown>> {
  const { snapshot, updates } = await store.load(board)
  const doc = new Y.Doc()
  for (const update of [snapshot ?? [], ...updates]) Y.applyUpdate(doc, Uint8Array.from(update))
  return doc.getMap('objects')
}

describe.skipIf(!hasPostgres || !hasRedis)(
  'several nodes on a real PostgreSQL and Redis (skipped where one is not installed)',
  { timeout: 120_000 },
  () => {
    const nodes = useNodes()
    const { start, on } = nodes
    const place = (count: number, partners: readonly string[], settings?: NodeSettings) =>
      nodes.place(count, { partners, facilitators: ['fay'] }, settings)

    const isOnline = ({ heard }: Client, name: string): boolean =>
      heard.sessions.at(-1)?.participants.some((one) => one.name === name && one.online) ?? false

    test('people on two nodes see each other’s edits, presence and names, and who has gone', async () => {
      const [one, two] = await place(2, ['asha', 'ben', 'chidi'])
      const asha = await on(one, 'asha')
      const ben = await on(two, 'ben')
      const chidi = await on(two, 'chidi')
      objectsOf(asha).set('from asha', 1)
      objectsOf(ben).set('from ben', 2)
      await until(() => objectsOf(ben).has('from asha'), 'ben has asha’s edit')
      await until(() => objectsOf(asha).has('from ben'), 'asha has ben’s edit')
      await Promise.all([asha.saved(), ben.saved()])
      objectsOf(asha).delete('from ben')
      await until(() => !objectsOf(ben).has('from ben'), 'ben has the deletion')

      ben.provider.awareness.setLocalState({ cursor: [1, 2], participant: { name: 'Asha' } })
      const shown = (who: Client, of: Client): unknown =>
        who.provider.awareness.states.get(of.doc.clientID)
      await until(() => shown(asha, ben) !== undefined, 'asha sees ben’s cursor')
      expect(shown(asha, ben)).toEqual({
        cursor: [1, 2],
        participant: {
          id: `${nodes.board}-ben`,
          name: 'ben',
          role: 'partner',
          organisation: 'org-ben',
        },
      })
      await until(() => isOnline(asha, 'chidi') && isOnline(chidi, 'asha'), 'all are online')
      const fay = await on(one, 'fay')
      await until(() => shown(fay, ben) !== undefined, 'who comes later sees ben’s cursor')

      ben.provider.destroy()
      await until(() => shown(asha, ben) === undefined, 'ben’s cursor has gone')
      await until(() => !isOnline(asha, 'ben') && isOnline(asha, 'chidi'), 'ben is offline')
      chidi.provider.awareness.setLocalState({ cursor: [3, 4] })
      await until(() => shown(asha, chidi) !== undefined, 'asha sees chidi’s cursor')
      chidi.provider.shouldConnect = false
      await two?.rooms.close()
      await until(
        () => shown(asha, chidi) === undefined,
        'a node takes its people’s presence along',
      )
      await until(() => !isOnline(asha, 'chidi'), 'and they are offline')
    })

    test('three nodes converge while each writes, deletes and compacts', async () => {
      const people = ['asha', 'ben', 'chidi']
      const relays = await place(3, people, { limits: { compactUpdates: 10, slowDisk: 60_000 } })
      const clients = await Promise.all(people.map((name, at) => on(relays[at], name)))
      const write = async (client: Client, name: string): Promise<void> => {
        for (let i = 0; i < 60; i += 1) {
          objectsOf(client).set(`${name}-${i}`, i)
          if (i % 4 === 3) objectsOf(client).delete(`${name}-${i - 1}`)
          await client.saved()
        }
      }
      await Promise.all(clients.map((client, at) => write(client, people[at] ?? '')))
      await until(() => clients.every((client) => objectsOf(client).size === 135), 'all have all')
      const [asha] = clients as [Client]
      const { store } = relays[0] as Relay
      let extra = 0
      const logged = async (): Promise<number> => (await store.load(nodes.board)).updates.length
      do {
        extra += 1
        objectsOf(asha).set('extra', extra)
        await asha.saved()
      } while ((await logged()) > 60)
      const hasExtra = (client: Client): boolean => objectsOf(client).get('extra') === extra
      await until(() => clients.every(hasExtra), 'all have the last one')
      expect(isSame(clients)).toBe(true)
      expect(sorted(await stored(store, nodes.board))).toEqual(sorted(objectsOf(asha)))
      const late = await on(await start(), 'fay')
      expect(isSame([late, asha])).toBe(true)
    })

    test('a node that fell behind a compaction gives its people what they lack, and no more', async () => {
      const [one] = await place(1, ['asha', 'ben'], { limits: { compactUpdates: 5 } })
      let isDeaf = true
      const two = await start({
        wrap: (store) => ({
          ...store,
          updatesAfter: (of, seq) =>
            isDeaf ? Promise.reject(new Error('Away')) : store.updatesAfter(of, seq),
        }),
      })
      const asha = await on(one, 'asha')
      const ben = await on(two, 'ben')
      await until(() => isOnline(asha, 'ben') && isOnline(ben, 'asha'), 'they know of each other')
      await nodes.redis.kill()
      const large = 'x'.repeat(60_000)
      for (let i = 0; i < 12; i += 1) {
        objectsOf(asha).set(`large-${i}`, large)
        await asha.saved()
      }
      const { store } = one as Relay
      await until(() => objectsOf(ben).size === 0, 'ben has nothing')
      let snapshotUpTo = 0
      while (snapshotUpTo < 5) {
        const { seq, updates } = await store.load(nodes.board)
        snapshotUpTo = seq - updates.length
      }
      isDeaf = false
      await until(() => objectsOf(ben).size === 12, 'ben has all')
      await nodes.redis.start()
      objectsOf(ben).set('after', 1)
      await until(() => objectsOf(asha).has('after'), 'asha has ben’s')
      expect(isSame([asha, ben])).toBe(true)
    })

    test('while PostgreSQL is away people are told and go on; after, nothing is lost and all agree', async () => {
      const [one, two] = await place(2, ['asha', 'ben', 'chidi'])
      const asha = await on(one, 'asha')
      const ben = await on(one, 'ben')
      const chidi = await on(two, 'chidi')
      const all = [asha, ben, chidi]
      objectsOf(asha).set('before', 1)
      await asha.saved()
      await nodes.postgres.kill()
      objectsOf(asha).set('away-asha', 1)
      objectsOf(chidi).set('away-chidi', 1)
      await until(() => objectsOf(ben).has('away-asha'), 'people on one node go on together')
      await until(() => all.every((client) => storageOf(client) === 'failing'), 'all are told')
      expect(asha.heard.saved.at(-1)?.messages).toBeLessThan(asha.sent())
      await nodes.postgres.start()
      await until(() => all.every((client) => storageOf(client) === 'ok'), 'all are told again')
      await Promise.all([asha.saved(), chidi.saved()])
      await until(() => all.every((client) => objectsOf(client).size === 3), 'all have all')
      expect(isSame(all)).toBe(true)
      const { store } = one as Relay
      expect(sorted(await stored(store, nodes.board))).toEqual(sorted(objectsOf(ben)))
    })

    test('while Redis is away edits still arrive, and after it all is quick again', async () => {
      // That a disk is slow is told as well, and is not what this is about.
      const [one, two] = await place(2, ['asha', 'ben'], { limits: { slowDisk: 60_000 } })
      const asha = await on(one, 'asha')
      const ben = await on(two, 'ben')
      await nodes.redis.kill()
      objectsOf(asha).set('away-asha', 1)
      objectsOf(ben).set('away-ben', 1)
      await Promise.all([asha.saved(), ben.saved()])
      await until(() => objectsOf(asha).size === 2 && objectsOf(ben).size === 2, 'both have both')
      expect([storageOf(asha), storageOf(ben)]).toEqual(['ok', 'ok'])
      await nodes.redis.start()
      ben.provider.awareness.setLocalState({ cursor: [1, 2] })
      await until(() => asha.provider.awareness.states.has(ben.doc.clientID), 'presence is back')
      objectsOf(asha).set('back', 1)
      await until(() => objectsOf(ben).has('back'), 'ben has it')
    })

    test('both go away in turns under load: what was saved is stored, and all agree in the end', async () => {
      const people = ['asha', 'ben', 'chidi', 'dee']
      const relays = await place(2, people, { limits: { compactUpdates: 20 } })
      const clients = await Promise.all(people.map((name, at) => on(relays[at % 2], name)))
      const stop = new AbortController()
      const counts = await Promise.all([
        ...clients.map(async (client, at) => {
          let count = 0
          for (; !stop.signal.aborted; count += 1) {
            objectsOf(client).set(`${people[at]}-${count}`, count)
            await new Promise((resolve) => setTimeout(resolve, 10))
          }
          return count
        }),
        (async () => {
          for (const service of [nodes.redis, nodes.postgres, nodes.redis, nodes.postgres]) {
            await service.kill()
            await service.start()
          }
          stop.abort()
          return 0
        })(),
      ])
      const sum = counts.reduce((total, count) => total + count, 0)
      await Promise.all(clients.map((client) => client.saved()))
      await until(() => clients.every((client) => objectsOf(client).size === sum), 'all have all')
      expect((await stored((relays[0] as Relay).store, nodes.board)).size).toBe(sum)
    })

    test('two nodes that nobody told of each other lose nothing, and hear each other by way of the log', async () => {
      const one = await start({ bus: createLocalHub().connect(), limits: { compactUpdates: 5 } })
      const two = await start({ bus: createLocalHub().connect(), limits: { compactUpdates: 5 } })
      await addBoard(one.store, nodes.board)
      for (const name of ['asha', 'ben']) await addParticipant(one.store, nodes.board, name)
      const asha = await on(one, 'asha')
      const ben = await on(two, 'ben')
      for (let i = 0; i < 12; i += 1) {
        objectsOf(asha).set(`asha-${i}`, i)
        objectsOf(ben).set(`ben-${i}`, i)
        await Promise.all([asha.saved(), ben.saved()])
      }
      await until(
        () => [asha, ben].every((client) => objectsOf(client).size === 24),
        'both have all',
      )
      expect((await stored(one.store, nodes.board)).size).toBe(24)
    })

    test('a client id that is shown on one node can’t be taken on another', async () => {
      const [one, two] = await place(2, ['asha', 'ben', 'mallory'])
      const asha = await on(one, 'asha')
      const ben = await on(two, 'ben')
      asha.provider.awareness.setLocalState({ cursor: [1, 2] })
      await until(() => ben.provider.awareness.states.has(asha.doc.clientID), 'ben sees asha')
      const forged = new Y.Doc()
      forged.clientID = asha.doc.clientID
      const mallory = await on(two, 'mallory', forged)
      objectsOf(mallory).set('mine', 'mallory')
      await until(
        () => mallory.heard.results.some((told) => 'notice' in told && told.notice === 'refused'),
        'mallory is refused',
      )
      objectsOf(asha).set('mine', 'asha')
      await asha.saved()
      await until(() => objectsOf(ben).has('mine'), 'ben has asha’s')
      expect(objectsOf(ben).get('mine')).toBe('asha')
    })

    test('a client id that two nodes took at once stays with the first; the other node loads the board anew', async () => {
      const [one] = await place(1, ['asha', 'ben', 'mallory'])
      let isDeaf = false
      const two = await start({
        wrap: (store) => ({
          ...store,
          updatesAfter: (of, seq) =>
            isDeaf ? Promise.reject(new Error('Away')) : store.updatesAfter(of, seq),
        }),
      })
      // Without the bus nobody there knows that the id is shown here.
      await nodes.redis.kill()
      const asha = await on(one, 'asha')
      const ben = await on(two, 'ben')
      const forged = new Y.Doc()
      forged.clientID = asha.doc.clientID
      const mallory = await on(two, 'mallory', forged)
      isDeaf = true
      objectsOf(asha).set('mine', 'asha')
      await asha.saved()
      objectsOf(mallory).set('mine', 'mallory')
      let restarts = 0
      ben.provider.on('connection-close', () => {
        restarts += 1
        isDeaf = false
      })
      await until(() => restarts > 0, 'ben is told to come back')
      await until(() => objectsOf(ben).get('mine') === 'asha', 'ben has asha’s')
      await nodes.redis.start()
      objectsOf(ben).set('on', 1)
      await until(() => objectsOf(asha).get('on') === 1, 'asha has ben’s')
      expect((await stored((one as Relay).store, nodes.board)).get('mine')).toBe('asha')
    })
  },
)
