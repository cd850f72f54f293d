import { once } from 'node:events'
import * as Y from 'yjs'
import { afterEach, expect, test } from 'vitest'
import type { BoardStore } from '../store/store.ts'
import {
  addBoard,
  addParticipant,
  startRelay,
  until,
  type Client,
  type Relay,
} from './test-relay.ts'
import { inTurns } from './turns.ts'

let relay: Relay
afterEach(() => relay.dispose())

const notes = ({ doc }: Client): Y.Map<unknown> => doc.getMap('objects')
const storage = ({ heard }: Client): string | undefined => heard.sessions.at(-1)?.storage

/** A real store whose appends fail while `failing`. */
function failingStore() {
  const fault = { failing: false }
  const wrap = (store: BoardStore): BoardStore => ({
    ...store,
    async append(batch) {
      if (fault.failing) throw new Error('The disk is full')
      return store.append(batch)
    },
  })
  return { fault, wrap }
}

async function pair(options: Parameters<typeof startRelay>[0]): Promise<[Client, Client]> {
  relay = await startRelay(options)
  await addBoard(relay.store, 'b1')
  for (const name of ['asha', 'ben']) await addParticipant(relay.store, 'b1', name)
  const both: [Client, Client] = [relay.client('b1', 'asha'), relay.client('b1', 'ben')]
  await Promise.all(both.map((client) => client.synced()))
  return both
}

test('[RM7] a board on which somebody always writes learns that its disk works again', async () => {
  const { fault, wrap } = failingStore()
  // As much as she likes, or she would be cut for it.
  const [asha, ben] = await pair({ wrap, limits: { messageBurst: 1_000_000 } })
  const done = new AbortController()
  const write = async (): Promise<void> => {
    for (let i = 0; !done.signal.aborted; i += 1) {
      notes(asha).set('n', i)
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  const written = write()
  fault.failing = true
  await until(() => storage(ben) === 'failing', 'ben is told')
  fault.failing = false
  await until(() => storage(ben) === 'ok', 'ben is told while asha writes')
  done.abort()
  await written
  await asha.saved()
  expect(relay.rooms.failing).toBe(0)
})

test('[RM6] while the disk fails the server makes no edits of its own', async () => {
  const { fault, wrap } = failingStore()
  const [asha] = await pair({ wrap })
  fault.failing = true
  notes(asha).set('n', 1)
  await until(() => storage(asha) === 'failing', 'asha is told')
  const edit = (): Promise<void> =>
    relay.rooms.edit('b1', (doc) => doc.getMap('objects').set('s', 1))
  await expect(edit()).rejects.toMatchObject({ code: 'unavailable' })
  fault.failing = false
  await asha.saved()
  await edit()
  await until(() => notes(asha).has('s'), 'asha has it')
})

test('a large edit of the server’s own, made elsewhere, goes in pieces, and what people do meanwhile stays', async () => {
  const [asha, ben] = await pair({})
  let updates = 0
  ben.doc.on('update', () => {
    updates += 1
  })
  await relay.rooms.make('b1', async (parts, client) => {
    const doc = new Y.Doc()
    for (const part of parts) Y.applyUpdate(doc, part)
    doc.clientID = client
    const before = Y.encodeStateVector(doc)
    doc.transact(() => {
      for (let i = 0; i < 400; i += 1) doc.getMap('objects').set(`s${i}`, 'x'.repeat(1_000))
    })
    notes(asha).set('meanwhile', 1)
    await asha.saved()
    return Y.encodeStateAsUpdate(doc, before)
  })
  await until(() => notes(ben).size === 401, 'ben has all')
  expect(updates).toBeGreaterThan(4)
  const made = relay.rooms.make('b1', () => Promise.reject(new Error('no such file')))
  await expect(made).rejects.toThrow('no such file')
  await relay.rooms.make('b1', () => Promise.resolve(undefined))
  expect(notes(ben).size).toBe(401)
})

test('[RM15] a stop takes nothing more, writes what it has, and tells everyone to come back', async () => {
  const [asha, ben] = await pair({})
  const ended = [asha, ben].map(({ provider }) => once(provider.ws as never, 'close'))
  const codes: number[] = []
  for (const { provider } of [asha, ben]) {
    provider.shouldReconnect = ({ code }) => {
      codes.push(code)
      return false
    }
  }
  for (let i = 0; i < 50; i += 1) notes(asha).set(`n${i}`, i)
  await until(() => notes(ben).size > 0, 'some have come in')
  await relay.rooms.close()
  await Promise.all(ended)
  expect(codes).toEqual([1012, 1012])
  const doc = new Y.Doc()
  const { snapshot, updates } = await relay.store.load('b1')
  for (const update of snapshot ? [snapshot, ...updates] : updates) Y.applyUpdate(doc, update)
  for (const key of notes(ben).keys()) expect(doc.getMap('objects').has(key)).toBe(true)
})

test('[RM16] however many come back at once, few boards are read at the same time, and all get theirs', async () => {
  let reading = 0
  let most = 0
  const wrap = (store: BoardStore): BoardStore => ({
    ...store,
    async load(board) {
      reading += 1
      most = Math.max(most, reading)
      await new Promise((resolve) => setImmediate(resolve))
      return store.load(board).finally(() => {
        reading -= 1
      })
    },
  })
  relay = await startRelay({ wrap, limits: { loadsAtOnce: 3 } })
  const boards = Array.from({ length: 40 }, (_, i) => `b${i}`)
  await Promise.all(boards.map((board) => addBoard(relay.store, board)))
  await Promise.all(boards.map((board) => addParticipant(relay.store, board, 'asha')))
  const clients = boards.map((board) => relay.client(board, 'asha'))
  await Promise.all(clients.map((client) => client.synced()))
  expect(most).toBe(3)
})

test('turns go on after one that failed', async () => {
  relay = await startRelay()
  const turn = inTurns(1)
  const failed = turn(() => Promise.reject(new Error('no')))
  const next = turn(() => Promise.resolve('yes'))
  await expect(failed).rejects.toThrow('no')
  expect(await next).toBe('yes')
})
