import { expect, test } from 'vitest'
import { readConfig, type Config, type Environment } from './config.ts'

const valid = (env: Environment): Config => {
  const read = readConfig(env)
  if (!read.ok) throw new Error(read.error)
  return read.value
}

test('an empty environment gives what docs/api.md says', () => {
  expect(valid({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    basePath: '/',
    publicUrl: undefined,
    dataDir: './data',
    databaseUrl: undefined,
    redisUrl: undefined,
    createKey: undefined,
    allowedOrigins: [],
    trustProxy: false,
    retentionDays: undefined,
    logLevel: 'info',
  })
})

test('an empty value counts as unset', () => {
  expect(valid({ PORT: '', DATABASE_URL: '', CREATE_KEY: '' })).toEqual(valid({}))
})

test.each([
  [{ BASE_PATH: '/rapport' }, { basePath: '/rapport/' }],
  [{ PUBLIC_URL: 'https://maps.example' }, { publicUrl: 'https://maps.example/' }],
  [
    { PUBLIC_URL: 'https://maps.example', BASE_PATH: '/rapport' },
    { publicUrl: 'https://maps.example/rapport/' },
  ],
  [
    { PUBLIC_URL: 'https://maps.example/outer', BASE_PATH: '/inner' },
    { publicUrl: 'https://maps.example/outer/' },
  ],
  [
    { ALLOWED_ORIGINS: 'https://a.example, http://b.example:8080/' },
    { allowedOrigins: ['https://a.example', 'http://b.example:8080'] },
  ],
  [{ TRUST_PROXY: 'true' }, { trustProxy: true }],
  [{ TRUST_PROXY: '2' }, { trustProxy: 2 }],
  [{ TRUST_PROXY: 'loopback, 10.0.0.0/8, ::1' }, { trustProxy: ['loopback', '10.0.0.0/8', '::1'] }],
  [{ RETENTION_DAYS: '365' }, { retentionDays: 365 }],
  [{ DATABASE_URL: 'postgres://me@db.example/x' }, { databaseUrl: 'postgres://me@db.example/x' }],
  [
    { DATABASE_URL: 'postgresql://db.example', REDIS_URL: 'rediss://:pw@cache.example:6380/1' },
    { redisUrl: 'rediss://:pw@cache.example:6380/1' },
  ],
  [{ MAX_CONNECTIONS: '50' }, { maxConnections: 50 }],
])('%o is read as %o', (env, expected) => {
  expect(valid(env)).toMatchObject(expected)
})

test.each([
  ['PORT', 'eighty'],
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', '3000.5'],
  ['HOST', 'my box'],
  ['BASE_PATH', 'ourmaps'],
  ['BASE_PATH', '/../etc'],
  ['BASE_PATH', '/a"b'],
  ['PUBLIC_URL', 'maps.example'],
  ['PUBLIC_URL', 'ftp://maps.example'],
  ['PUBLIC_URL', 'https://me:pw@maps.example'],
  ['PUBLIC_URL', 'https://maps.example/?a=b'],
  ['DATABASE_URL', 'mysql://me:pw@db.example/rapport'],
  ['DATABASE_URL', 'my-database'],
  ['REDIS_URL', 'https://me:pw@cache.example'],
  ['REDIS_URL', 'redis://cache.example'],
  ['CREATE_KEY', 'with space'],
  ['ALLOWED_ORIGINS', '*'],
  ['ALLOWED_ORIGINS', 'https://a.example/path'],
  ['TRUST_PROXY', 'yes'],
  ['TRUST_PROXY', '10.0.0.0/99'],
  ['RETENTION_DAYS', '0'],
  ['RETENTION_DAYS', 'never'],
  ['LOG_LEVEL', 'loud'],
  ['MAX_IMPORT_BYTES', '20MB'],
  ['MAX_JOINS_PER_MINUTE', '0'],
  ['MAX_SYNC_BYTES_AT_ONCE', '1000000'],
])('%s=%s is refused by one line that names it and keeps the value to itself', (name, value) => {
  const read = readConfig({ [name]: value })
  const error = read.ok ? '' : read.error
  expect(error).toMatch(new RegExp(`^${name} [^\\n]+\\.$`))
  expect(error).not.toContain(value.length > 3 ? value : `“${value}”`)
})
