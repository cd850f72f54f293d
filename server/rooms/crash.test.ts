import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSqliteStore } from '../store/sqlite.ts'
import { forkRelay, type RelayChild } from './test-relay-child.ts'
import { addBoard, addParticipant, connectClient, until, type Client } from './test-relay.ts'

const PEOPLE = ['asha', 'ben', 'chidi', 'dee']
let dir = ''
let relay: RelayChild

async function start(): Promise<void> {
  relay = await forkRelay(dir)
}

async function kill(): Promise<void> {
  relay.process.kill('SIGKILL')
  await once(relay.process, 'exit')
}

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'rapport-'))
  const store = await openSqliteStore(dir)
  await addBoard(store, 'b1')
  for (const name of PEOPLE) await addParticipant(store, 'b1', name)
  await store.close()
  await start()
})
afterEach(async () => {
  relay.process.kill('SIGKILL')
  await rm(dir, { recursive: true })
})

/** One change to a client's own keys, and the sync message that carried it. */
interface Change {
  key: string
  value: number | undefined
  message: number
}

/** Writes and takes back notes until `stopped`, never far ahead of what is saved. */
async function work(client: Client, prefix: string, stopped: AbortSignal): Promise<Change[]> {
  const objects = client.doc.getMap<number>('objects')
  const changes: Change[] = []
  for (let i = 0; !stopped.aborted; i += 1) {
    const key = `${prefix}-${i}`
    objects.set(key, i)
    changes.push({ key, value: i, message: client.sent() })
    if (i % 3 === 2) {
      // A deletion has no clock of its own.
      objects.delete(`${prefix}-${i - 1}`)
      changes.push({ key: `${prefix}-${i - 1}`, value: undefined, message: client.sent() })
    }
    const { message } = changes[Math.max(0, changes.length - 8)] ?? { message: 0 }
    await until(() => stopped.aborted || savedBy(client) >= message, `${prefix} goes on`)
  }
  return changes
}

const savedBy = ({ heard }: Client): number => heard.saved.at(-1)?.messages ?? 0

test('[RM3] a relay killed twelve times under load has lost nothing that it said was saved, and shows all of it at sync', async () => {
  const expected = new Map<string, number | undefined>()
  for (let round = 0; round < 12; round += 1) {
    // What is there at the very moment that a client takes itself for synced: never an empty board, or half of one.
    const missing: string[] = []
    const clients = PEOPLE.map((name) => {
      const client = connectClient(relay.port, 'b1', name)
      client.provider.once('sync', () => {
        const objects = client.doc.getMap('objects')
        for (const [key, value] of expected) if (objects.get(key) !== value) missing.push(key)
      })
      return client
    })
    await Promise.all(clients.map((client) => client.synced()))
    expect(missing).toEqual([])
    const stop = new AbortController()
    const working = clients.map((client, i) => work(client, `${PEOPLE[i]}-${round}`, stop.signal))
    // Each time at another moment: early, or when there is something to compact.
    const enough = 3 + ((round * 37) % 60)
    await until(() => clients.every((client) => savedBy(client) > enough), 'work is under way')
    await kill()
    stop.abort()
    const saved = clients.map(savedBy)
    const changes = await Promise.all(working)
    for (const { provider } of clients) provider.destroy()
    for (const [index, list] of changes.entries()) {
      const confirmed = saved[index] ?? 0
      for (const { key, value, message } of list) {
        if (message <= confirmed) expected.set(key, value)
        // What was not confirmed may be there or not.
        else expected.delete(key)
      }
    }
    await start()
  }
  const reader = connectClient(relay.port, 'b1', 'asha')
  await reader.synced()
  const objects = reader.doc.getMap('objects')
  expect(expected.size).toBeGreaterThan(400)
  const lost = [...expected].filter(([key, value]) => objects.get(key) !== value)
  expect(lost).toEqual([])
  reader.provider.destroy()
}, 180_000)

test('[RM6] a large edit of the relay’s own, as an import is, is there whole or not at all when the relay was killed at it', async () => {
  const OBJECTS = 8_000
  const moments = {
    asked: () => Promise.resolve(),
    first: (key: string, { doc }: Client) =>
      until(() => doc.getMap('objects').has(`${key}-0`), 'somebody sees the first of it'),
  }
  for (const [key, moment] of Object.entries(moments)) {
    const client = connectClient(relay.port, 'b1', 'asha')
    await client.synced()
    relay.edit({ board: 'b1', key, objects: OBJECTS })
    await moment(key, client)
    await kill()
    client.provider.destroy()
    await start()
    const reader = connectClient(relay.port, 'b1', 'ben')
    await reader.synced()
    const there = [...reader.doc.getMap('objects').keys()].filter((name) => name.startsWith(key))
    expect(there.length).toBeOneOf(key === 'first' ? [OBJECTS] : [0, OBJECTS])
    reader.provider.destroy()
  }
}, 120_000)
