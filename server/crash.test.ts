import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as Y from 'yjs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isOnDisk, untilGone } from './rooms/test-disk.ts'
import { addBoard, addParticipant, connectClient } from './rooms/test-relay.ts'
import { openSqliteStore } from './store/sqlite.ts'

const main = path.join(import.meta.dirname, 'main.ts')
let dir: string
let server: ChildProcess

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'rapport-'))
})
afterEach(async () => {
  server.kill('SIGKILL')
  await rm(dir, { recursive: true })
})

/** Starts the server as its own process over the folder; gives its port. */
async function start(): Promise<number> {
  server = fork(main, {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { PATH: process.env['PATH'], PORT: '0', DATA_DIR: dir },
  })
  const [message] = (await once(server, 'message')) as [{ startPage: string }]
  return Number(new URL(message.startPage).port)
}

test('what was deleted before the server was killed goes from every file when it starts again, without anybody coming', async () => {
  const store = await openSqliteStore(dir)
  await addBoard(store, 'b1')
  await addParticipant(store, 'b1', 'asha')
  await store.close()
  const asha = connectClient(await start(), 'b1', 'asha')
  await asha.synced()
  const text = new Y.Text('The canary sings')
  asha.doc.getMap('objects').set('n1', text)
  await asha.saved()
  text.delete(0, text.length)
  text.insert(0, 'A robin stays')
  await asha.saved()
  server.kill('SIGKILL')
  await once(server, 'exit')
  asha.provider.destroy()
  expect(await isOnDisk(dir, 'canary')).toBe(true)

  await start()
  await untilGone(dir, 'canary')
  expect(await isOnDisk(dir, 'robin')).toBe(true)
}, 60_000)
