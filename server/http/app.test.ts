import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { Agent, get, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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
  await mkdir(path.join(clientDir, 'assets'))
  const html = '<!doctype html><html><head><base href="/"><title>Rapport</title></head></html>'
  await writeFile(path.join(clientDir, 'index.html'), html)
  await writeFile(path.join(clientDir, 'assets/main-abc123.js'), 'export {}')
  await writeFile(path.join(clientDir, 'assets/main-abc123.js.gz'), gzipSync('export {}'))
  await mkdir(path.join(clientDir, '.vite'))
  const manifest = {
    '_main.js': { file: 'assets/main-abc123.js', name: 'app', imports: ['_words.js'] },
    '_words.js': { file: 'assets/words-abc123.js' },
    '_map.js': {
      file: 'assets/map-abc123.js',
      imports: ['_words.js'],
      css: ['assets/map-abc123.css'],
    },
    '_board.js': {
      file: 'assets/board-abc123.js',
      name: 'board',
      imports: ['_main.js', '_map.js'],
    },
  }
  await writeFile(path.join(clientDir, '.vite/manifest.json'), JSON.stringify(manifest))
  await writeFile(path.join(clientDir, 'mark.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  server = await startTestServer(engines, { clientDir })
})
afterAll(async () => {
  await server.stop()
  await rm(clientDir, { recursive: true })
})

describe('health', () => {
  test('alive, ready and measured', async () => {
    expect((await server.call('healthz')).status).toBe(200)
    expect((await server.call('readyz')).status).toBe(200)
    const metrics = await server.call('metrics')
    expect(metrics.headers.get('content-type')).toMatch(/^text\/plain/)
  })

  test('not ready while the store can’t be reached, ready again afterwards', async () => {
    let isBroken = true
    const shaky = await startTestServer({
      ...engines,
      openStore: async (dir) => {
        const store = await openSqliteStore(dir)
        const ping = () => (isBroken ? Promise.reject(new Error('disk full')) : store.ping())
        return { ...store, ping }
      },
    })
    try {
      const response = await shaky.call('readyz')
      expect(response.status).toBe(503)
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
      expect((await problemIn(response)).type).toBe('urn:problem-type:rapport:storage')
      expect((await shaky.call('healthz')).status).toBe(200)
      isBroken = false
      expect((await shaky.call('readyz')).status).toBe(200)
    } finally {
      await shaky.stop()
    }
  })
})

test('a stop begins with not ready, and lets nobody in while the boards are written', async () => {
  let letGo = (): void => undefined
  const written = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const stopping = await startTestServer({
    ...engines,
    createRooms(store, log) {
      const rooms = engines.createRooms(store, log)
      const close = rooms.close.bind(rooms)
      return Object.defineProperties(Object.create(rooms) as typeof rooms, {
        close: { value: () => Promise.all([close(), written]) },
      })
    },
  })
  const stopped = stopping.stop()
  const response = await stopping.call('readyz')
  expect(response.status).toBe(503)
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await problemIn(response)).detail).toBe('This server is stopping.')
  expect((await stopping.call('healthz')).status).toBe(200)
  letGo()
  await stopped
  await expect(stopping.call('healthz')).rejects.toThrow()
})

test('a request that nobody finishes doesn’t hold a stop up for good', async () => {
  const stopping = await startTestServer(engines)
  const half = connect(stopping.port)
  half.write('POST /api/boards HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n')
  half.write('content-length: 90000\r\n\r\n{')
  const over = once(half, 'close')
  half.resume()
  // It has come by the time that a later one is answered.
  expect((await stopping.call('healthz')).status).toBe(200)
  await stopping.stop()
  await over
})

test('a request that is under way when the server stops is answered, and doesn’t hold the stop up', async () => {
  let letGo = (): void => undefined
  const pinged = new Promise<void>((resolve) => {
    letGo = resolve
  })
  let asked = (): void => undefined
  const isAsked = new Promise<void>((resolve) => {
    asked = resolve
  })
  const stopping = await startTestServer({
    ...engines,
    openStore: async (dir) => ({
      ...(await openSqliteStore(dir)),
      ping: () => {
        asked()
        return pinged
      },
    }),
  })
  const agent = new Agent({ keepAlive: true })
  const answered = once(get({ port: stopping.port, path: '/readyz', agent }), 'response')
  await isAsked
  const stopped = stopping.stop()
  const isRefused = (): Promise<boolean> =>
    stopping.call('healthz').then(
      () => false,
      () => true,
    )
  while (!(await isRefused()));
  letGo()
  const [response] = (await answered) as [IncomingMessage]
  expect(response.statusCode).toBe(200)
  response.resume()
  await stopped
  agent.destroy()
})

describe('pages', () => {
  test.each(['', 'b/someboard'])('/%s is the client’s page, never kept by a cache', async (to) => {
    const response = await server.call(to)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('no-cache')
    expect(await response.text()).toContain('<base href="/" />')
  })

  test('a page that isn’t there is the client’s page with 404; a program gets a problem', async () => {
    const headers = { accept: 'text/html,application/xhtml+xml' }
    const response = await server.call('no/such/page', { headers })
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('<title>Rapport</title>')
    await problemIn(await server.call('no/such/page'))
    await problemIn(await server.call('api/nothing', { headers }))
  })

  test('a board’s page has what shows the board fetched beside the app, and the others don’t', async () => {
    const headers = { accept: 'text/html' }
    const told = async (to: string) =>
      [
        ...(await (await server.call(to, { headers })).text()).matchAll(
          /<link [^>]*href="([^"]+)"/g,
        ),
      ].map(([, href]) => href)
    expect(await told('b/x')).toEqual([
      './assets/map-abc123.js',
      './assets/map-abc123.css',
      './assets/board-abc123.js',
    ])
    expect(await told('')).toEqual([])
  })

  test('files with a hash in their name are kept for a year, compressed where that was prepared; others are asked for again', async () => {
    const script = await server.call('assets/main-abc123.js', {
      headers: { 'accept-encoding': 'gzip' },
    })
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(script.headers.get('content-encoding')).toBe('gzip')
    expect(script.headers.get('content-type')).toMatch(/javascript/)
    expect(script.headers.get('vary')).toMatch(/accept-encoding/i)
    expect(await script.text()).toBe('export {}')
    const plain = await server.call('assets/main-abc123.js', {
      headers: { 'accept-encoding': 'identity' },
    })
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(await plain.text()).toBe('export {}')
    const mark = await server.call('mark.svg')
    expect(mark.headers.get('cache-control')).toBe('no-cache')
    expect(mark.headers.get('content-type')).toMatch(/^image\/svg\+xml/)
  })

  test.each([
    'index.html',
    'assets/../../package.json',
    'assets/%2e%2e/%2e%2e/package.json',
    'assets/',
  ])('/%s is not to be had', async (to) => {
    const response = await server.call(to)
    expect(response.status).toBe(404)
    await problemIn(response)
  })

  test('every answer keeps the page to its own server', async () => {
    for (const to of ['', 'api/nothing', 'assets/main-abc123.js']) {
      const { headers } = await server.call(to)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'self'")
      expect(policy).toContain("script-src 'self';")
      expect(policy).toContain("style-src 'self';")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).toContain(`connect-src 'self' ws://${server.address.host} wss://`)
      expect(policy).not.toContain('unsafe')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('permissions-policy')).toContain('camera=()')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('strict-transport-security')).toBeNull()
    }
  })

  test('under a base path everything is there, and health at the root as well', async () => {
    const based = await startTestServer(engines, {
      clientDir,
      env: { BASE_PATH: '/rapport', PUBLIC_URL: 'https://maps.example' },
    })
    const at = (to: string) => based.call(new URL(to, `http://localhost:${based.port}`).href)
    try {
      expect(based.address.href).toBe('https://maps.example/rapport/')
      for (const to of ['/rapport/', '/rapport/b/x']) {
        const page = await at(to)
        expect(await page.text()).toContain('<base href="/rapport/" />')
        expect(page.headers.get('strict-transport-security')).toBe('max-age=31536000')
        expect(page.headers.get('content-security-policy')).toContain('wss://maps.example')
      }
      const redirect = await at('/rapport')
      expect([redirect.status, redirect.headers.get('location')]).toEqual([308, '/rapport/'])
      expect((await at('/rapport/assets/main-abc123.js')).status).toBe(200)
      for (const to of ['/healthz', '/rapport/healthz']) expect((await at(to)).status).toBe(200)
      for (const to of ['/', '/api/boards/x']) expect((await at(to)).status).toBe(404)
    } finally {
      await based.stop()
    }
  })
})
