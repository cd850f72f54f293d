import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { STATUS_CODES } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRooms } from '../rooms/create-rooms.ts'
import { openSqliteStore } from '../store/sqlite.ts'
import { problemIn, startTestServer, type Engines } from './test-server.ts'

const engines: Engines = {
  openStore: openSqliteStore,
  createRooms: (store, log) => createRooms(store, { log }),
}

let server: Awaited<ReturnType<typeof startTestServer>>
let clientDir: string

beforeAll(async () => {
  clientDir = await mkdtemp(path.join(tmpdir(), 'rapport-client-'))
  await writeFile(path.join(clientDir, 'index.html'), '<!doctype html><title>Rapport</title>')
  server = await startTestServer(engines, { clientDir })
})
afterAll(async () => {
  await server.stop()
  await rm(clientDir, { recursive: true })
})

test.each([
  { what: 'an unknown address', to: 'api/nothing', call: {}, status: 404 },
  { what: 'a method that isn’t there', to: 'api/boards', call: { method: 'PUT' }, status: 405 },
  {
    what: 'a method that isn’t there, with a strange body',
    to: 'api/boards/x/join',
    call: { method: 'DELETE', body: '<x/>', headers: { 'content-type': 'text/xml' } },
    status: 405,
  },
  { what: 'health by POST', to: 'healthz', call: { method: 'POST' }, status: 405 },
  { what: 'OPTIONS', to: 'api/boards', call: { method: 'OPTIONS' }, status: 405 },
  { what: 'no body', to: 'api/boards', call: { method: 'POST' }, status: 422 },
  {
    what: 'an empty body',
    to: 'api/boards',
    call: { method: 'POST', headers: { 'content-type': 'application/json' } },
    status: 400,
  },
  {
    what: 'broken JSON',
    to: 'api/boards',
    call: { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } },
    status: 400,
  },
  {
    what: 'JSON that is no object',
    to: 'api/boards',
    call: { method: 'POST', json: [] },
    status: 422,
  },
  {
    what: 'a prototype in JSON',
    to: 'api/boards',
    call: {
      method: 'POST',
      body: '{"title":"x","__proto__":{"a":1}}',
      headers: { 'content-type': 'application/json' },
    },
    status: 400,
  },
  {
    what: 'a form',
    to: 'api/boards',
    call: { method: 'POST', body: 'a=b', headers: { 'content-type': 'text/plain' } },
    status: 415,
  },
  {
    what: 'a large body',
    to: 'api/boards',
    call: { method: 'POST', json: { title: 'x'.repeat(1_200_000) } },
    status: 413,
  },
  { what: 'a malformed address', to: 'api/boards/%E0%A4%A', call: {}, status: 400 },
  { what: 'a very long board id', to: `api/boards/${'x'.repeat(500)}`, call: {}, status: 404 },
])('$what: $status', async ({ to, call, status }) => {
  const response = await server.call(to, call)
  expect(response.status).toBe(status)
  const problem = await problemIn(response)
  expect(JSON.stringify(problem)).not.toMatch(/FST_|node:|at \w+ \(/)
  expect(response.headers.get('cache-control')).toBe('no-store')
})

test('a method that isn’t there is answered with those that are', async () => {
  const response = await server.call('api/boards/x', { method: 'PUT' })
  expect(response.headers.get('allow')).toBe('DELETE, GET, HEAD, PATCH')
})

const host = 'host: 127.0.0.1\r\n'
const upgrade = `${host}connection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\n`
test.each([
  ['bytes that are no HTTP', 'NONSENSE\r\n', 400],
  ['headers without end', `GET / HTTP/1.1\r\n${host}x: ${'x'.repeat(20_000)}\r\n`, 431],
  ['TRACE', `TRACE /healthz HTTP/1.1\r\n${host}connection: close\r\n`, 405],
  ['an upgrade without a token', `GET /sync/x HTTP/1.1\r\n${upgrade}`, 401],
  ['an upgrade elsewhere', `GET /x HTTP/1.1\r\n${upgrade}`, 404],
  ['an upgrade without a key', `GET /check/socket HTTP/1.1\r\n${upgrade}`, 400],
  ['an upgrade by POST', `POST /check/socket HTTP/1.1\r\n${upgrade}content-length: 0\r\n`, 400],
  [
    'an upgrade to HTTP/2',
    `GET /check/socket HTTP/1.1\r\n${host}connection: upgrade\r\nupgrade: h2c\r\n`,
    400,
  ],
])('%s: a problem too', async (_what, head, status) => {
  const socket = connect(Number(server.address.port), '127.0.0.1')
  socket.write(`${head}\r\n`)
  const answer = await text(socket)
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n`))
  expect(answer).toContain('application/problem+json')
  expect(JSON.parse(answer.split('\r\n\r\n')[1]!)).toMatchObject({
    status,
    title: expect.any(String),
    detail: expect.any(String),
  })
})

test('a fault of the server’s own tells nothing of its inside, but the log does', async () => {
  const broken = await startTestServer({
    ...engines,
    openStore: async (dir) => {
      const store = await openSqliteStore(dir)
      return { ...store, boards: store.boards, board: () => Promise.reject(new Error('canary')) }
    },
  })
  try {
    const response = await broken.call('api/boards/x', { token: 't' })
    expect(response.status).toBe(500)
    expect(JSON.stringify(await problemIn(response))).not.toContain('canary')
    expect(broken.logged()).toContain('canary')
  } finally {
    await broken.stop()
  }
})

test('too many boards or joins a minute: 429 with when to come back', async () => {
  const few = await startTestServer(engines, {
    env: { MAX_CREATES_PER_MINUTE: '2', MAX_JOINS_PER_MINUTE: '1' },
  })
  try {
    const json = { title: 'x', secret: 'x', name: 'x' }
    for (const [to, allowed] of [
      ['api/boards', 2],
      ['api/boards/x/join', 1],
    ] as const) {
      for (let i = 0; i < allowed; i += 1) {
        expect((await few.call(to, { method: 'POST', json })).status).not.toBe(429)
      }
      const response = await few.call(to, { method: 'POST', json })
      expect(response.status).toBe(429)
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
      await problemIn(response)
    }
  } finally {
    await few.stop()
  }
})
