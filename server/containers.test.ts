import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readConfig, settingNames } from './config.ts'
import { startTestServer } from './http/test-server.ts'
import { createRooms } from './rooms/create-rooms.ts'
import { openSqliteStore } from './store/sqlite.ts'

const root = path.join(import.meta.dirname, '..')
const read = (name: string): string => readFileSync(path.join(root, name), 'utf8')

const texts = v.record(v.string(), v.string())
/** What both files use of Compose's own schema: a word that isn't here is misspelt, or belongs here. */
const Service = v.strictObject({
  build: v.optional(v.literal('.')),
  image: v.string(),
  command: v.optional(v.array(v.string())),
  restart: v.literal('unless-stopped'),
  init: v.optional(v.boolean()),
  read_only: v.optional(v.boolean()),
  tmpfs: v.optional(v.array(v.string())),
  cap_drop: v.optional(v.array(v.string())),
  security_opt: v.optional(v.array(v.string())),
  stop_grace_period: v.optional(v.string()),
  ports: v.optional(v.array(v.string())),
  environment: v.optional(texts),
  volumes: v.optional(v.array(v.string())),
  depends_on: v.optional(
    v.union([
      v.array(v.string()),
      v.record(v.string(), v.strictObject({ condition: v.literal('service_healthy') })),
    ]),
  ),
  healthcheck: v.optional(
    v.strictObject({
      test: v.tupleWithRest([v.literal('CMD')], v.string()),
      interval: v.string(),
      retries: v.optional(v.number()),
    }),
  ),
})
const ComposeFile = v.looseObject({
  services: v.record(v.string(), Service),
  volumes: v.optional(v.record(v.string(), v.null_())),
})

/** Puts values in place of `${NAME:-default}` and `${NAME:?what is missing}`, as Compose does. */
const filledIn = (text: string, given: Readonly<Record<string, string>> = {}): string =>
  text.replaceAll(/\$\{(\w+):([-?])([^}]*)\}/g, (_all, name: string, sign: string, rest: string) =>
    given[name] === undefined && sign === '?' ? '' : (given[name] ?? rest),
  )

const given = { POSTGRES_PASSWORD: 'long-enough' }
const dockerfile = read('Dockerfile')
const image = Object.fromEntries(
  [...(/^ENV (.+)$/m.exec(dockerfile)?.[1] ?? '').matchAll(/(\w+)=(\S+)/g)].map(
    ([, name = '', value = '']) => [name, value],
  ),
)
/** What the image sets for Node.js and the C library. */
const below = ['NODE_ENV', 'MALLOC_ARENA_MAX']
const imageSettings = Object.fromEntries(
  Object.entries(image).filter(([name]) => !below.includes(name)),
)

const fileOf = (name: string) => {
  const { services, volumes = {} } = v.parse(ComposeFile, parse(read(name), { merge: true }))
  const nodes = Object.entries(services).filter(([, service]) => service.build !== undefined)
  return { services, volumes, nodes }
}

const files = ['compose.yaml', 'compose.one-node.yaml']

describe.each(files)('%s', (name) => {
  const { services, volumes, nodes } = fileOf(name)

  test('sets what the server knows, to values that it starts with', () => {
    expect(nodes.length).toBeGreaterThan(0)
    for (const [, { environment = {} }] of nodes) {
      const set = { ...imageSettings, ...environment }
      expect(settingNames).toEqual(expect.arrayContaining(Object.keys(set)))
      const env = Object.fromEntries(
        Object.entries(set).map(([key, value]) => [key, filledIn(value, given)]),
      )
      expect(readConfig(env)).toMatchObject({ ok: true, value: { host: '0.0.0.0', port: 3000 } })
    }
  })

  test('leads people to the address that its links begin with', () => {
    const open = Object.values(services).flatMap(({ ports = [] }) => ports)
    expect(open).toHaveLength(1)
    const [host, outside] = open[0]!.split(':')
    expect(host).toBe('127.0.0.1')
    for (const [, { environment = {} }] of nodes) {
      expect(filledIn(environment['PUBLIC_URL'] ?? '')).toBe(`http://localhost:${outside}`)
    }
  })

  test('mounts what is there, waits for what can be asked, and gives a node time to stop', () => {
    for (const { volumes: mounts = [], depends_on: waits = [] } of Object.values(services)) {
      for (const mount of mounts) {
        const source = mount.split(':')[0]!
        const isThere = source.startsWith('.')
          ? existsSync(path.join(root, source))
          : Object.hasOwn(volumes, source)
        expect([source, isThere]).toEqual([source, true])
      }
      if (Array.isArray(waits)) expect(Object.keys(services)).toEqual(expect.arrayContaining(waits))
      else for (const on of Object.keys(waits)) expect(services[on]?.healthcheck).toBeDefined()
    }
    // server/main.ts gives up after 8 s.
    for (const [, node] of nodes) expect(Number.parseInt(node.stop_grace_period ?? '')).toBe(15)
  })
})

test('one node keeps its boards in the volume, where the image puts them', () => {
  const { nodes } = fileOf('compose.one-node.yaml')
  expect(nodes[0]?.[1].volumes).toEqual([`boards:${image['DATA_DIR']}`])
  expect(dockerfile).toContain(`VOLUME ${image['DATA_DIR']}\n`)
})

describe('two nodes', () => {
  const { services, nodes } = fileOf('compose.yaml')
  const settings = { ...nodes[0]?.[1].environment }

  test('are what the proxy sends people to, at the port that the image opens', () => {
    const conf = read('deploy/nginx.conf')
    const upstream = /upstream \w+ \{([^]*?)\n\}/.exec(conf)?.[1] ?? ''
    const targets = [...upstream.matchAll(/^ *server (\S+?)[ ;]/gm)].map(([, target]) => target)
    expect(targets).toEqual(nodes.map(([service]) => `${service}:${image['PORT']}`))
    expect(dockerfile).toContain(`EXPOSE ${image['PORT']}\n`)
    const inside = services['proxy']?.ports?.[0]?.split(':')[2]
    expect(conf).toContain(`listen ${inside};`)
  })

  test('reach the database and the bus of the file, as the user whom the file makes', () => {
    const { hostname, username, password, pathname } = new URL(
      filledIn(settings['DATABASE_URL'] ?? '', given),
    )
    const database = services[hostname]?.environment ?? {}
    expect({ username, password, pathname }).toEqual({
      username: database['POSTGRES_USER'],
      password: filledIn(database['POSTGRES_PASSWORD'] ?? '', given),
      pathname: `/${database['POSTGRES_DB']}`,
    })
    const bus = services[new URL(settings['REDIS_URL'] ?? '').hostname]
    expect(bus?.command?.[0]).toBe('redis-server')
  })

  test('don’t start without a password', () => {
    for (const { environment = {} } of Object.values(services)) {
      const said = Object.values(environment).filter((value) => value.includes('PASSWORD'))
      for (const value of said) expect(value).toContain('${POSTGRES_PASSWORD:?')
    }
  })
})

describe('the image’s health command', () => {
  const command = v.parse(
    v.array(v.string()),
    JSON.parse(/^HEALTHCHECK [^]*?CMD (\[.*\])$/m.exec(dockerfile)?.[1] ?? 'null'),
  )
  let server: Awaited<ReturnType<typeof startTestServer>>
  beforeAll(async () => {
    server = await startTestServer(
      { openStore: openSqliteStore, createRooms: (store, log) => createRooms(store, { log }) },
      { env: { BASE_PATH: '/rapport' } },
    )
  })
  afterAll(() => server.stop())

  const run = async (port: string): Promise<number> => {
    const [program, ...args] = command
    expect(program).toBe('node')
    const child = spawn(process.execPath, args, { env: { PORT: port }, stdio: 'ignore' })
    const [code] = (await once(child, 'exit')) as [number]
    return code
  }

  test('says that a server is well, wherever it answers, and that none is not', async () => {
    const { port } = new URL(server.address)
    expect(await run(port)).toBe(0)
    // A port that nobody can listen on.
    expect(await run('0')).toBe(1)
  })
})

test('the image holds what it starts, and for production', () => {
  expect(image['NODE_ENV']).toBe('production')
  const main = /^CMD \["node", "dist\/(.+)\.js"\]$/m.exec(dockerfile)?.[1]
  expect(existsSync(path.join(root, `${main}.ts`))).toBe(true)
})
