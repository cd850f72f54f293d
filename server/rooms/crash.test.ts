import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSqliteStore } from '../store/sqlite.ts'
import { forkRelay } from './test-relay-child.ts'
import { addBoard, addParticipant, connectClient, until, type Client } from './test-relay.ts'

const PEOPLE = ['asha', 'ben', 'chidi', 'dee']
let dir = ''
let child: ChildProcess
let port = 0

async function start(): Promise<void> {
  const relay = await forkRelay(dir)
  child = relay.process
  port = relay.port
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
  child.kill('SIGKILL')
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
      const client = connectClient(port, 'b1', name)
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
    child.kill('SIGKILL')
    await once(child, 'exit')
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
  const reader = connectClient(port, 'b1', 'asha')
  await reader.synced()
  const objects = reader.doc.getMap('objects')
  expect(expected.size).toBeGreaterThan(400)
  const lost = [...expected].filter(([key, value]) => objects.get(key) !== value)
  expect(lost).toEqual([])
  reader.provider.destroy()
}, 180_000)
