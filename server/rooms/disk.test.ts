import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { appendFile, mkdtemp, rm, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify from 'fastify'
import { Registry } from 'prom-client'
import * as Y from 'yjs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { healthRoutes } from '../http/routes/health.ts'
import { systemClock } from '../clock.ts'
import { openSqliteStore } from '../store/sqlite.ts'
import type { BoardStore } from '../store/store.ts'
import { forkRelay } from './test-relay-child.ts'
import {
  addBoard,
  addParticipant,
  connectClient,
  noticesOf,
  objectsOf,
  startRelay,
  until,
  type Client,
  type Relay,
} from './test-relay.ts'

let dir = ''
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'rapport-'))
})
afterEach(() => rm(dir, { recursive: true }))

const succeeds = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0

/** Whether this account may mount a file system of its own. */
const canMount = succeeds('sh', '-c', 'd=$(mktemp -d) && mount -t tmpfs tmpfs "$d" && umount "$d"')
/** Whether system calls can be made to fail. */
const canInject = succeeds('strace', '-qq', '-e', 'inject=fsync:error=EIO', 'true')

const storage = ({ heard }: Client): string | undefined => heard.sessions.at(-1)?.storage
const savedBy = ({ heard }: Client): number => heard.saved.at(-1)?.messages ?? 0

async function stored(store: BoardStore): Promise<Record<string, unknown>> {
  const doc = new Y.Doc()
  const { snapshot, updates } = await store.load('b1')
  for (const update of snapshot ? [snapshot, ...updates] : updates) Y.applyUpdate(doc, update)
  return doc.getMap('objects').toJSON()
}

async function people(store: BoardStore): Promise<void> {
  await addBoard(store, 'b1')
  await addParticipant(store, 'b1', 'asha')
  await addParticipant(store, 'b1', 'ben')
}

/** Writes until not a byte more fits; gives how to make room again. */
async function fill(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, 'filler')
  for (let size = 65_536; size >= 1; size = Math.floor(size / 2)) {
    for (let fits = true; fits;) {
      fits = await appendFile(file, Buffer.alloc(size)).then(
        () => true,
        () => false,
      )
    }
  }
  return () => truncate(file, 0)
}

test.skipIf(!canMount)(
  '[RM7] a full disk: all are told, nothing is called saved, edits go on up to a bound, and all is stored once there is room',
  async () => {
    expect(succeeds('mount', '-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', dir)).toBe(true)
    let relay: Relay | undefined
    const health = Fastify()
    try {
      relay = await startRelay({ dir, limits: { unsavedBytesPerBoard: 100_000 } })
      const { store, rooms } = relay
      healthRoutes(health, { store, rooms, registry: new Registry(), clock: systemClock })
      const ready = async (): Promise<number> => (await health.inject('/readyz')).statusCode
      await people(store)
      const [asha, ben] = [relay.client('b1', 'asha'), relay.client('b1', 'ben')]
      await Promise.all([asha.synced(), ben.synced()])
      objectsOf(asha).set('first', 1)
      await asha.saved()
      expect(await ready()).toBe(200)

      const makeRoom = await fill(dir)
      const before = savedBy(asha)
      objectsOf(asha).set('n0', 'x'.repeat(20_000))
      await until(() => storage(asha) === 'failing' && storage(ben) === 'failing', 'all are told')
      for (let i = 1; i < 20; i += 1) objectsOf(asha).set(`n${i}`, 'x'.repeat(20_000))
      await until(() => objectsOf(ben).has('n0'), 'ben has an edit from memory')
      await until(() => noticesOf(asha).includes('storage-full'), 'there is a bound')
      expect(savedBy(asha)).toBeLessThan(before + 20)
      expect(objectsOf(ben).size).toBeLessThan(15)
      expect(await ready()).toBe(503)

      await makeRoom()
      objectsOf(ben).set('last', 1)
      await until(() => storage(asha) === 'ok' && storage(ben) === 'ok', 'all are told')
      await until(() => objectsOf(ben).size === 22, 'what was refused has come')
      await Promise.all([asha.saved(), ben.saved()])
      expect(await ready()).toBe(200)
      expect(await stored(store)).toEqual(objectsOf(asha).toJSON())
    } finally {
      await health.close()
      await relay?.dispose({ keep: true })
      succeeds('umount', dir)
    }
  },
  60_000,
)

test.skipIf(!canInject)(
  '[RM7] a failing fsync: all are told, nothing is called saved, and all is stored once it works again',
  async () => {
    const store = await openSqliteStore(dir)
    await people(store)
    await store.close()
    const relay = await forkRelay(dir)
    const clients = ['asha', 'ben'].map((name) => connectClient(relay.port, 'b1', name))
    const [asha, ben] = clients as [Client, Client]
    let tracer: ChildProcess | undefined
    try {
      await Promise.all(clients.map((client) => client.synced()))
      objectsOf(asha).set('first', 1)
      await asha.saved()

      const fault = 'inject=fsync,fdatasync:error=EIO'
      tracer = spawn('strace', [
        '-f',
        '-p',
        String(relay.process.pid),
        '-e',
        'trace=fsync,fdatasync',
        '-e',
        fault,
      ])
      tracer.stderr?.setEncoding('utf8')
      await once(tracer.stderr!, 'data')
      const before = savedBy(asha)
      objectsOf(asha).set('second', 1)
      await until(() => clients.every((client) => storage(client) === 'failing'), 'all are told')
      await until(() => objectsOf(ben).has('second'), 'ben has the edit')
      expect(savedBy(asha)).toBe(before)

      const detached = once(tracer, 'exit')
      tracer.kill('SIGINT')
      await detached
      await until(() => clients.every((client) => storage(client) === 'ok'), 'all are told')
      await asha.saved()
      relay.process.kill('SIGKILL')
      await once(relay.process, 'exit')
      const after = await openSqliteStore(dir)
      expect(await stored(after)).toEqual({ first: 1, second: 1 })
      await after.close()
    } finally {
      tracer?.kill('SIGKILL')
      for (const { provider } of clients) provider.destroy()
      relay.process.kill('SIGKILL')
    }
  },
  60_000,
)
