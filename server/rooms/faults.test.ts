import path from 'node:path'
import * as Y from 'yjs'
import { afterEach, expect, test } from 'vitest'
import { close } from '../../shared/protocol/close.ts'
import { createFolder } from './folder.ts'
import { syncFrame } from './frames.ts'
import { backup } from '../store/backup.ts'
import { restore } from '../store/restore.ts'
import type { BoardStore } from '../store/store.ts'
import {
  addBoard,
  addParticipant,
  addPlace,
  startRelay,
  until,
  type Client,
  type Relay,
} from './test-relay.ts'

let relay: Relay
afterEach(() => relay.dispose())

/** A real store whose appends and loads can be made to fail or to hang. */
function faulty() {
  const faults = { load: false, append: false }
  let waiting: (() => void)[] | undefined
  const wrap = (store: BoardStore): BoardStore => ({
    ...store,
    async load(board) {
      if (faults.load) throw new Error('The disk can’t be read')
      return store.load(board)
    },
    async append(batch) {
      if (waiting) await new Promise<void>((resolve) => waiting?.push(resolve))
      if (faults.append) throw new Error('The disk is full')
      return store.append(batch)
    },
  })
  return {
    faults,
    wrap,
    hang() {
      waiting = []
    },
    resume() {
      const held = waiting ?? []
      waiting = undefined
      for (const go of held) go()
    },
  }
}

const notes = ({ doc }: Client): Y.Map<unknown> => doc.getMap('objects')
const storage = ({ heard }: Client): string | undefined => heard.sessions.at(-1)?.storage

async function withTwo(wrap: (store: BoardStore) => BoardStore): Promise<[Client, Client]> {
  relay = await startRelay({ wrap })
  await addBoard(relay.store, 'b1')
  await addParticipant(relay.store, 'b1', 'asha')
  await addParticipant(relay.store, 'b1', 'ben')
  const both: [Client, Client] = [relay.client('b1', 'asha'), relay.client('b1', 'ben')]
  await Promise.all(both.map((client) => client.synced()))
  await until(() => both.every((client) => storage(client) === 'ok'), 'the session')
  return both
}

test('while the disk fails people go on together, are told, and nothing is called saved until it recovers', async () => {
  const { faults, wrap } = faulty()
  const [asha, ben] = await withTwo(wrap)
  faults.append = true
  notes(asha).set('n1', 1)
  await until(() => notes(ben).has('n1'), 'ben has the edit')
  await until(() => [asha, ben].every((client) => storage(client) === 'failing'), 'both are told')
  notes(ben).set('n2', 2)
  await until(() => notes(asha).has('n2'), 'asha has ben’s')
  expect(asha.heard.saved.at(-1)?.messages).toBeLessThan(asha.sent())
  expect((await relay.store.load('b1')).seq).toBe(0)
  faults.append = false
  await Promise.all([asha.saved(), ben.saved()])
  await until(() => [asha, ben].every((client) => storage(client) === 'ok'), 'both are told')
  const stored = new Y.Doc()
  for (const update of (await relay.store.load('b1')).updates) Y.applyUpdate(stored, update)
  expect(stored.getMap('objects').toJSON()).toEqual({ n1: 1, n2: 2 })
})

test('while the disk hangs edits go on from memory, and are saved once it answers', async () => {
  const { hang, resume, wrap } = faulty()
  const [asha, ben] = await withTwo(wrap)
  hang()
  notes(asha).set('n1', 1)
  await until(() => notes(ben).has('n1'), 'ben has the edit')
  await until(() => storage(ben) === 'failing', 'ben is told')
  expect(asha.heard.saved.at(-1)?.messages).toBeLessThan(asha.sent())
  resume()
  await asha.saved()
  await until(() => storage(ben) === 'ok', 'ben is told')
})

test('nobody sees an edit before it is on disk while the disk works', async () => {
  const { hang, resume, wrap } = faulty()
  relay = await startRelay({ wrap, limits: { slowDisk: 600_000 } })
  await addBoard(relay.store, 'b1')
  await addParticipant(relay.store, 'b1', 'asha')
  await addParticipant(relay.store, 'b1', 'ben')
  const asha = relay.client('b1', 'asha')
  const ben = relay.client('b1', 'ben')
  await Promise.all([asha.synced(), ben.synced()])
  hang()
  notes(asha).set('n1', 1)
  asha.provider.awareness.setLocalState({ cursor: [1, 1] })
  await until(() => ben.provider.awareness.states.has(asha.doc.clientID), 'presence goes on')
  const chidi = await addParticipant(relay.store, 'b1', 'chidi')
  const late = relay.client('b1', chidi.name)
  await late.synced()
  expect([notes(ben).size, notes(late).size]).toEqual([0, 0])
  resume()
  await until(() => notes(ben).has('n1') && notes(late).has('n1'), 'both have it')
})

test('a board that can’t be loaded is never shown blank, nothing is written to it, and it comes back', async () => {
  const { faults, wrap } = faulty()
  faults.load = true
  relay = await startRelay({ wrap })
  await addBoard(relay.store, 'b1')
  await addParticipant(relay.store, 'b1', 'asha')
  await addParticipant(relay.store, 'b1', 'ben')
  const { socket, frames, closed } = await relay.raw('b1', 'ben')
  socket.send(syncFrame('step1', new Uint8Array([0])))
  expect(await closed).toBe(1013)
  expect(frames).toEqual([])
  await expect(relay.rooms.state('b1')).rejects.toThrow('can’t be read')
  const asha = relay.client('b1', 'asha')
  notes(asha).set('mine', 1)
  await until(() => asha.provider.wsUnsuccessfulReconnects > 2, 'asha has tried and failed')
  expect(asha.provider.synced).toBe(false)
  faults.load = false
  await asha.synced()
  await asha.saved()
  expect(asha.doc.getMap('board').get('title')).toBe('Place board')
  expect(notes(asha).get('mine')).toBe(1)
})

test('[RM3] a board that a backup takes the place of beside the server is loaded anew, and nothing of the old one is called saved', async () => {
  relay = await startRelay()
  await addPlace(relay.store, 'b1', { asha: 'partner', ben: 'partner' })
  const asha = relay.client('b1', 'asha')
  await asha.synced()
  notes(asha).set('before', 1)
  await asha.saved()
  const file = path.join(relay.dir, 'backup')
  await backup(relay.store, file, 0)
  notes(asha).set('after', 1)
  await asha.saved()
  const restored = await restore(relay.store, file, { replace: true })
  expect(restored).toMatchObject({ ok: true })
  const { saved } = asha.heard
  const known = saved.length
  const closed = new Promise((resolve) => asha.provider.once('connection-close', resolve))
  asha.provider.shouldConnect = false
  notes(asha).set('late', 1)
  expect(await closed).toMatchObject({ code: 1012 })
  expect(saved.length).toBe(known)
  const ben = relay.client('b1', 'ben')
  await ben.synced()
  expect(notes(ben).toJSON()).toEqual({ before: 1 })
  notes(ben).set('new', 1)
  await ben.saved()
  expect((await relay.store.load('b1')).seq).toBe(2)
})

test('large offline work comes in although the thread that cuts it has died in between, and nobody is told that they did wrong', async () => {
  const folder = createFolder()
  let deaths = 0
  relay = await startRelay({
    folder: {
      ...folder,
      // As a call rejects when somebody else's work has taken the thread's last memory.
      split: (update, size) =>
        deaths++ === 0
          ? Promise.reject(
              Object.assign(new Error('out of memory'), { code: 'ERR_WORKER_OUT_OF_MEMORY' }),
            )
          : folder.split(update, size),
    },
  })
  await addPlace(relay.store, 'b1', { asha: 'partner', ben: 'partner' })
  const doc = new Y.Doc()
  for (let i = 0; i < 100; i += 1) doc.getMap('objects').set(`n${i}`, `${i}`.repeat(2_000))
  const asha = relay.client('b1', 'asha', { doc })
  const codes: number[] = []
  asha.provider.on('connection-close', (event) => codes.push(event?.code ?? 0))
  const ben = relay.client('b1', 'ben')
  await until(() => notes(ben).size === 100, 'ben has all of it')
  expect(deaths).toBeGreaterThan(1)
  expect(codes).toEqual([close.unavailable.code])
})

test('a slow reader gets one catch-up in place of a queue, and ends with the whole board', async () => {
  relay = await startRelay({ limits: { bufferedSoft: 100_000 } })
  await addBoard(relay.store, 'b1')
  await addParticipant(relay.store, 'b1', 'asha')
  await addParticipant(relay.store, 'b1', 'ben')
  const asha = relay.client('b1', 'asha')
  await asha.synced()
  const { socket, frames } = await relay.raw('b1', 'ben')
  socket.send(syncFrame('step1', new Uint8Array([0])))
  await until(() => frames.length >= 3, 'ben has joined')
  socket.pause()
  const piece = 'x'.repeat(60_000)
  for (let i = 0; i < 400; i += 1) {
    notes(asha).set('big', piece + i)
    if (i % 20 === 19) await asha.saved()
  }
  await asha.saved()
  socket.resume()
  const doc = new Y.Doc()
  let read = 0
  await until(() => {
    for (; read < frames.length; read += 1) {
      const frame = frames[read]
      if (frame?.[0] === 0 && frame[1] !== 0) applySync(doc, frame)
    }
    return doc.getMap('objects').get('big') === `${piece}399`
  }, 'ben has the newest')
  expect(frames.length).toBeLessThan(300)
}, 60_000)

test('a reader that takes nothing at all is closed, and the others go on', async () => {
  // A quick writer must not be stopped for its pace while the slow reader is given time to close.
  const pace = { messageBurst: Infinity, bytesBurst: Infinity }
  relay = await startRelay({ limits: { ...pace, bufferedSoft: 50_000, slowFor: 100 } })
  await addBoard(relay.store, 'b1')
  await addParticipant(relay.store, 'b1', 'asha')
  await addParticipant(relay.store, 'b1', 'ben')
  const asha = relay.client('b1', 'asha')
  await asha.synced()
  const { socket, frames, closed } = await relay.raw('b1', 'ben')
  socket.send(syncFrame('step1', new Uint8Array([0])))
  await until(() => frames.length >= 3, 'ben has joined')
  socket.pause()
  const isOnline = (): boolean | undefined =>
    asha.heard.sessions.at(-1)?.participants.find(({ name }) => name === 'ben')?.online
  await until(() => isOnline() === true, 'ben is online')
  for (let i = 0; isOnline(); i += 1) {
    notes(asha).set('big', 'x'.repeat(60_000) + i)
    await asha.saved()
  }
  socket.resume()
  expect([4408, 1006]).toContain(await closed)
}, 60_000)

function applySync(doc: Y.Doc, frame: Uint8Array): void {
  // number, kind, then the update behind its length
  let at = 2
  while (((frame[at] ?? 0) & 128) !== 0) at += 1
  Y.applyUpdate(doc, frame.subarray(at + 1))
}
