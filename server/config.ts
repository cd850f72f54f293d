import { isIP } from 'node:net'
import * as v from 'valibot'
import { limits } from '../shared/limits.ts'
import { fail, ok, type Result } from '../shared/result.ts'

/** Everything that an operator can set, read once at the start and valid. */
export interface Config {
  /** 0 lets the system choose a free port */
  port: number
  host: string
  /** where the server answers, with a leading and trailing slash: `/` or `/rapport/` */
  basePath: string
  /** the start page's public address with a trailing slash; undefined: taken from each request */
  publicUrl: string | undefined
  /** folder of the SQLite files, as given */
  dataDir: string
  /** the PostgreSQL that boards are kept in; undefined: SQLite under `dataDir` */
  databaseUrl: string | undefined
  /** the Redis by which several nodes share boards; undefined: this server is the only one */
  redisUrl: string | undefined
  /** needed to create a board; undefined: anyone who reaches the server may */
  createKey: string | undefined
  /** origins allowed to open a WebSocket beside the server's own */
  allowedOrigins: readonly string[]
  /** which proxies may say who is asking: all, none, the nearest n, or these addresses */
  trustProxy: boolean | number | string[]
  /** boards that nobody has edited for this many days are deleted; undefined: never */
  retentionDays: number | undefined
  logLevel: LogLevel
  maxImportBytes: number
  /** of one picture, and of all pictures of a board together */
  maxImageBytes: number
  maxImageBytesPerBoard: number
  maxMessageBytes: number
  maxSyncBytes: number
  /** of large messages on this server that are not dealt with yet */
  maxSyncBytesAtOnce: number
  /** of each board */
  maxVersions: number
  maxConnections: number
  maxConnectionsPerBoard: number
  /** for each connection: bursts may be larger */
  maxMessagesPerSecond: number
  maxBytesPerSecond: number
  /** edits kept in memory while the disk fails, on one board and on this server */
  maxUnsavedBytesPerBoard: number
  maxUnsavedBytes: number
  /** for each address */
  maxCreatesPerMinute: number
  /** for each address; a whole building may share one */
  maxJoinsPerMinute: number
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
/** A value of `LOG_LEVEL`, from the gravest to `silent`. */
export type LogLevel = (typeof logLevels)[number]

/** The names of the environment, as written in docs/api.md, with a value's meaning. */
export type Environment = Readonly<Record<string, string | undefined>>

const whole = (name: string, fallback: number, min: number, max: number) => {
  const message = `${name} must be a whole number from ${min} to ${max}.`
  return v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,15}$/, message),
      v.transform(Number),
      v.minValue(min, message),
      v.maxValue(max, message),
    ),
    String(fallback),
  )
}

const parseUrl = (text: string): URL | undefined => (URL.canParse(text) ? new URL(text) : undefined)

const isWebUrl = (text: string): boolean => {
  const url = parseUrl(text)
  return url !== undefined && /^https?:$/.test(url.protocol) && !url.username && !url.password
}

const hasScheme = (text: string, ...schemes: string[]): boolean =>
  schemes.includes(parseUrl(text)?.protocol ?? '')

const isOrigin = (text: string): boolean =>
  isWebUrl(text) && parseUrl(text)?.origin === text.replace(/\/$/, '').toLowerCase()

const listOf = (text: string): string[] =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')

const named = ['loopback', 'linklocal', 'uniquelocal']
const isProxy = (text: string): boolean => {
  const [address = '', bits, ...rest] = text.split('/')
  if (rest.length > 0) return false
  const family = isIP(address)
  if (family === 0) return bits === undefined && named.includes(text)
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
}

const proxies = (text: string): boolean | number | string[] => {
  if (text === 'true' || text === 'false') return text === 'true'
  return /^\d+$/.test(text) ? Number(text) : listOf(text)
}

const slashed = (path: string): string => (path.endsWith('/') ? path : `${path}/`)

/** A public address without a path of its own gets the server's. */
const publicUrl = (url: string | undefined, basePath: string): string | undefined =>
  url !== undefined && new URL(url).pathname === '/' ? new URL(basePath, url).href : url

const EnvironmentSchema = v.object({
  PORT: whole('PORT', 3000, 0, 65_535),
  HOST: v.optional(
    v.pipe(v.string(), v.regex(/^[\w.:%-]+$/, 'HOST must be an address or a host name.')),
    '127.0.0.1',
  ),
  BASE_PATH: v.optional(
    v.pipe(
      v.string(),
      v.regex(
        /^(\/|(\/(?!\.\.?(\/|$))[\w.~-]+)+\/?)$/,
        'BASE_PATH must be a path such as / or /rapport.',
      ),
      v.transform(slashed),
    ),
    '/',
  ),
  PUBLIC_URL: v.optional(
    v.pipe(
      v.string(),
      v.check(
        (text) => isWebUrl(text) && !/[?#]/.test(text),
        'PUBLIC_URL must be an address such as https://rapport.example.',
      ),
      v.transform((text) => slashed(new URL(text).href)),
    ),
  ),
  DATA_DIR: v.optional(v.string(), './data'),
  DATABASE_URL: v.optional(
    v.pipe(
      v.string(),
      v.check(
        (text) => hasScheme(text, 'postgres:', 'postgresql:'),
        'DATABASE_URL must be an address such as postgres://rapport@db.example/rapport.',
      ),
    ),
  ),
  REDIS_URL: v.optional(
    v.pipe(
      v.string(),
      v.check(
        (text) => hasScheme(text, 'redis:', 'rediss:'),
        'REDIS_URL must be an address such as redis://cache.example.',
      ),
    ),
  ),
  CREATE_KEY: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[\x21-\x7e]+$/, 'CREATE_KEY must be plain characters, no spaces.'),
    ),
  ),
  ALLOWED_ORIGINS: v.optional(
    v.pipe(
      v.string(),
      v.transform(listOf),
      v.everyItem(isOrigin, 'ALLOWED_ORIGINS must be origins such as https://rapport.example.'),
      v.mapItems((origin) => new URL(origin).origin),
    ),
    '',
  ),
  TRUST_PROXY: v.optional(
    v.pipe(
      v.string(),
      v.check(
        (text) => /^(true|false|\d{1,2})$/.test(text) || listOf(text).every(isProxy),
        'TRUST_PROXY must be true, false, a number of proxies, or their addresses.',
      ),
      v.transform(proxies),
    ),
    'false',
  ),
  RETENTION_DAYS: v.optional(whole('RETENTION_DAYS', 1, 1, 36_500)),
  LOG_LEVEL: v.optional(
    v.picklist(logLevels, `LOG_LEVEL must be one of ${logLevels.join(', ')}.`),
    'info',
  ),
  MAX_IMPORT_BYTES: whole('MAX_IMPORT_BYTES', limits.importBytes, 1_000, limits.importBytes),
  MAX_IMAGE_BYTES: whole('MAX_IMAGE_BYTES', 10_000_000, 10_000, 50_000_000),
  MAX_IMAGE_BYTES_PER_BOARD: whole('MAX_IMAGE_BYTES_PER_BOARD', 30_000_000, 10_000, 1_000_000_000),
  MAX_MESSAGE_BYTES: whole('MAX_MESSAGE_BYTES', 1_000_000, 10_000, 100_000_000),
  MAX_SYNC_BYTES: whole('MAX_SYNC_BYTES', 20_000_000, 10_000, 100_000_000),
  MAX_SYNC_BYTES_AT_ONCE: whole('MAX_SYNC_BYTES_AT_ONCE', 256_000_000, 10_000, 10_000_000_000),
  MAX_VERSIONS: whole('MAX_VERSIONS', 50, 2, 10_000),
  MAX_CONNECTIONS: whole('MAX_CONNECTIONS', 10_000, 1, 1_000_000),
  MAX_CONNECTIONS_PER_BOARD: whole('MAX_CONNECTIONS_PER_BOARD', 1_000, 1, 1_000_000),
  MAX_MESSAGES_PER_SECOND: whole('MAX_MESSAGES_PER_SECOND', 300, 30, 1_000_000),
  MAX_BYTES_PER_SECOND: whole('MAX_BYTES_PER_SECOND', 1_000_000, 10_000, 1_000_000_000),
  MAX_UNSAVED_BYTES_PER_BOARD: whole(
    'MAX_UNSAVED_BYTES_PER_BOARD',
    16_000_000,
    100_000,
    1_000_000_000,
  ),
  MAX_UNSAVED_BYTES: whole('MAX_UNSAVED_BYTES', 128_000_000, 1_000_000, 10_000_000_000),
  MAX_CREATES_PER_MINUTE: whole('MAX_CREATES_PER_MINUTE', 60, 1, 1_000_000),
  MAX_JOINS_PER_MINUTE: whole('MAX_JOINS_PER_MINUTE', 1_200, 1, 1_000_000),
})

/** The names that `readConfig` reads; others it passes over. */
export const settingNames: readonly string[] = Object.keys(EnvironmentSchema.entries)

/** Reads the environment; an empty value counts as unset. The error is one sentence that names what is wrong and never quotes the value. */
export function readConfig(env: Environment): Result<Config, string> {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = v.safeParse(EnvironmentSchema, set, { abortEarly: true })
  if (!parsed.success) return fail(parsed.issues[0].message)
  const values = parsed.output
  if (values.REDIS_URL !== undefined && values.DATABASE_URL === undefined) {
    return fail('REDIS_URL needs DATABASE_URL: nodes share boards through PostgreSQL.')
  }
  if (values.MAX_SYNC_BYTES_AT_ONCE < values.MAX_SYNC_BYTES) {
    return fail('MAX_SYNC_BYTES_AT_ONCE must not be less than MAX_SYNC_BYTES.')
  }
  return ok({
    port: values.PORT,
    host: values.HOST,
    basePath: values.BASE_PATH,
    publicUrl: publicUrl(values.PUBLIC_URL, values.BASE_PATH),
    dataDir: values.DATA_DIR,
    databaseUrl: values.DATABASE_URL,
    redisUrl: values.REDIS_URL,
    createKey: values.CREATE_KEY,
    allowedOrigins: values.ALLOWED_ORIGINS,
    trustProxy: values.TRUST_PROXY,
    retentionDays: 'RETENTION_DAYS' in set ? values.RETENTION_DAYS : undefined,
    logLevel: values.LOG_LEVEL,
    maxImportBytes: values.MAX_IMPORT_BYTES,
    maxImageBytes: values.MAX_IMAGE_BYTES,
    maxImageBytesPerBoard: values.MAX_IMAGE_BYTES_PER_BOARD,
    maxMessageBytes: values.MAX_MESSAGE_BYTES,
    maxSyncBytes: values.MAX_SYNC_BYTES,
    maxSyncBytesAtOnce: values.MAX_SYNC_BYTES_AT_ONCE,
    maxVersions: values.MAX_VERSIONS,
    maxConnections: values.MAX_CONNECTIONS,
    maxConnectionsPerBoard: values.MAX_CONNECTIONS_PER_BOARD,
    maxMessagesPerSecond: values.MAX_MESSAGES_PER_SECOND,
    maxBytesPerSecond: values.MAX_BYTES_PER_SECOND,
    maxUnsavedBytesPerBoard: values.MAX_UNSAVED_BYTES_PER_BOARD,
    maxUnsavedBytes: values.MAX_UNSAVED_BYTES,
    maxCreatesPerMinute: values.MAX_CREATES_PER_MINUTE,
    maxJoinsPerMinute: values.MAX_JOINS_PER_MINUTE,
  })
}
