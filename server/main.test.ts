import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CreatedBoard } from '../shared/protocol/http.ts'

const main = path.join(import.meta.dirname, 'main.ts')
let dir: string
let running: ChildProcess[]

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'rapport-'))
  running = []
})
afterEach(async () => {
  for (const child of running) if (child.exitCode === null) child.kill('SIGKILL')
  await rm(dir, { recursive: true })
})

/** The server as its own process, with what it writes. */
function start(env: Record<string, string>, options: { uid?: number } = {}) {
  const child = fork(main, {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { PATH: process.env['PATH'], PORT: '0', DATA_DIR: dir, ...env },
    ...options,
  })
  running.push(child)
  return {
    child,
    out: text(child.stdout!),
    err: text(child.stderr!),
    ended: once(child, 'exit') as Promise<[number | null, string | null]>,
    startPage: once(child, 'message').then(
      ([message]) => (message as { startPage: string }).startPage,
    ),
  }
}

/** Starts a server that must not start; gives the one line that it says. */
async function refusal(
  env: Record<string, string>,
  options: { uid?: number } = {},
): Promise<string> {
  const { ended, err, out } = start(env, options)
  const [code] = await ended
  expect(code).toBe(1)
  expect(await out).toBe('')
  const line = await err
  expect(line).toMatch(/^Rapport can’t start: [^\n]+\n$/)
  return line
}

test('a bad setting stops the start with one line', async () => {
  expect(await refusal({ PORT: 'eighty' })).toContain('PORT')
  for (const DATABASE_URL of [
    'mysql://me:canary@db.example',
    'postgres://me:canary@127.0.0.1:1/r',
  ]) {
    const line = await refusal({ DATABASE_URL })
    expect(line).toContain('DATABASE_URL')
    expect(line).not.toContain('canary')
  }
  expect(await refusal({ REDIS_URL: 'redis://127.0.0.1' })).toContain('needs DATABASE_URL')
})

test('a port in use stops the start with one line', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const address = other.address()
  const port = String(typeof address === 'object' ? address?.port : '')
  expect(await refusal({ PORT: port })).toContain(`port ${port} on 127.0.0.1 is in use`)
  other.close()
})

test('a data folder that can’t be written to stops the start with one line', async () => {
  const closed = path.join(dir, 'closed')
  await mkdir(closed)
  await chmod(closed, 0o555)
  await chmod(dir, 0o755)
  // Root may write anywhere, so such a run does it as nobody.
  const options = process.getuid?.() === 0 ? { uid: 65_534 } : {}
  expect(await refusal({ DATA_DIR: closed }, options)).toContain(closed)
  const file = path.join(dir, 'file')
  await writeFile(file, '')
  expect(await refusal({ DATA_DIR: path.join(file, 'data') })).toContain(file)
})

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s stops the server cleanly, and what it held is there again',
  async (signal) => {
    const first = start({})
    const startPage = await first.startPage
    const created = await fetch(new URL('api/boards', startPage), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ title: 'Winter pressures' }),
    })
    const { id, links } = (await created.json()) as CreatedBoard
    first.child.kill(signal)
    // npm and a terminal may both pass on one Ctrl-C.
    first.child.kill(signal)
    expect(await first.ended).toEqual([0, null])
    expect(await first.err).toBe('')
    const lines = (await first.out).trim().split('\n')
    const said = lines.map((line) => (JSON.parse(line) as { msg: string }).msg)
    expect(said[0]).toMatch(/^listening on http:\/\/127\.0\.0\.1:\d+$/)
    expect(said.slice(1)).toEqual(['ready', 'request', 'stopping', 'stopped'])

    const second = start({})
    const again = await fetch(new URL(`api/boards/${id}/preview`, await second.startPage), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ secret: new URL(links.partner).hash.slice(1) }),
    })
    expect(await again.json()).toMatchObject({ title: 'Winter pressures', role: 'partner' })
    second.child.kill(signal)
    expect(await second.ended).toEqual([0, null])
  },
  60_000,
)

test('the server stops when its starter is gone', async () => {
  const { child, startPage, ended } = start({})
  await startPage
  child.disconnect()
  expect(await ended).toEqual([0, null])
})
