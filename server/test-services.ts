import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, constants, readdirSync } from 'node:fs'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A real database or message server of a test's own, in a folder of its own, on a free port of this machine. */
export interface Service {
  url: string
  /** everything that it writes lies in here */
  dir: string
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>
  /** Starts it again after `kill`, on the same port with the same data. */
  start(): Promise<void>
  /** Makes it hang, without closing a connection, until `resume`. */
  pause(): void
  resume(): void
  dispose(): Promise<void>
}

interface Account {
  uid?: number
  gid?: number
}

const isRoot = process.getuid?.() === 0

/** PostgreSQL refuses to run as root; Debian's package brings an account for it. */
function accountOf(name: string): Account | undefined {
  if (!isRoot) return {}
  const id = (flag: string): number =>
    Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }))
  try {
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    return undefined
  }
}

function folders(): string[] {
  const debian = '/usr/lib/postgresql'
  const own = (process.env['PATH'] ?? '').split(path.delimiter)
  try {
    const versions = readdirSync(debian).sort((a, b) => Number(b) - Number(a))
    return [...versions.map((version) => path.join(debian, version, 'bin')), ...own]
  } catch {
    return own
  }
}

function find(program: string): string | undefined {
  return folders()
    .map((folder) => path.join(folder, program))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK)
        return true
      } catch {
        return false
      }
    })
}

const initdb = find('initdb')
const postgres = find('postgres')
const redis = find('redis-server')
const postgresAccount = accountOf('postgres')

/** Whether PostgreSQL can be started here; it can't as root without an account `postgres`. */
export const hasPostgres = Boolean(initdb && postgres && postgresAccount)
/** Whether a Redis can be started here. */
export const hasRedis = redis !== undefined

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Settles once the process writes `words`; rejects with what it wrote if it ends before. */
function says(child: ChildProcess, words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = ''
    const hear = (chunk: Buffer): void => {
      text += chunk.toString()
      if (text.includes(words)) resolve()
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('error', reject)
    child.once('exit', () => reject(new Error(`It ended at the start: ${text}`)))
  })
}

interface Plan {
  dir: string
  url: string
  command: string
  args: readonly string[]
  account: Account
  ready: string
  /** ends the program and whatever it started without a goodbye */
  deadly: NodeJS.Signals
}

async function startService({ command, args, account, ...plan }: Plan): Promise<Service> {
  let child: ChildProcess | undefined
  const endWithTests = (): void => {
    child?.kill(plan.deadly)
  }
  const start = async (): Promise<void> => {
    child = spawn(command, args, { ...account, cwd: plan.dir, stdio: ['ignore', 'pipe', 'pipe'] })
    await says(child, plan.ready)
  }
  const kill = async (): Promise<void> => {
    if (!child) return
    const gone = once(child, 'exit')
    child.kill('SIGCONT')
    child.kill(plan.deadly)
    child = undefined
    await gone
  }
  process.on('exit', endWithTests)
  await start()
  return {
    url: plan.url,
    dir: plan.dir,
    start,
    kill,
    pause: () => child?.kill('SIGSTOP'),
    resume: () => child?.kill('SIGCONT'),
    async dispose() {
      await kill()
      process.off('exit', endWithTests)
      await rm(plan.dir, { recursive: true })
    },
  }
}

async function ownFolder({ uid, gid }: Account): Promise<string> {
  const dir = await mkdtemp(path.join(tmpdir(), 'rapport-'))
  if (uid !== undefined && gid !== undefined) await chown(dir, uid, gid)
  return dir
}

/** Starts a PostgreSQL; `url` is of its database `postgres`, in which a test can make others. */
export async function startPostgres(): Promise<Service> {
  if (!initdb || !postgres || !postgresAccount) throw new Error('There is no PostgreSQL here.')
  const account = postgresAccount
  const dir = await ownFolder(account)
  const data = path.join(dir, 'data')
  execFileSync(
    initdb,
    ['-D', data, '-U', 'rapport', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'],
    { ...account, cwd: dir, stdio: 'ignore' },
  )
  const port = await freePort()
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    // Only a crash of the whole machine would show the difference.
    fsync: 'off',
    // Old log segments are removed, not kept for reuse, so that a test can look for what was erased.
    wal_recycle: 'off',
    max_connections: 40,
    shared_buffers: '16MB',
  }
  return startService({
    dir,
    url: `postgres://rapport@127.0.0.1:${port}/postgres`,
    command: postgres,
    args: ['-D', data, ...Object.entries(settings).flatMap(([k, v]) => ['-c', `${k}=${v}`])],
    account,
    ready: 'ready to accept connections',
    deadly: 'SIGQUIT',
  })
}

/** Starts a Redis that keeps nothing. */
export async function startRedis(): Promise<Service> {
  if (!redis) throw new Error('There is no Redis here.')
  const dir = await ownFolder({})
  const port = await freePort()
  return startService({
    dir,
    url: `redis://127.0.0.1:${port}`,
    command: redis,
    args: ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
    account: {},
    ready: 'Ready to accept connections',
    deadly: 'SIGKILL',
  })
}
