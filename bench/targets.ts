import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { PACKS } from '../shared/protocol/dialects.ts'
import type { Seat } from './load.ts'

const root = path.join(import.meta.dirname, '..')
const peers = path.join(import.meta.dirname, 'peers')

/** A server under load. */
export interface Running {
  port: number
  pid: number
  /** Makes a board and takes `people` seats at it. */
  board(people: number): Promise<Seat[]>
  stop(): Promise<void>
}

/** A kind of server that the bench can start. */
export interface Target {
  name: string
  /** `folder` keeps its data from one start to the next; without one there is a new folder that goes with it */
  start(folder?: string, environment?: Readonly<Record<string, string>>): Promise<Running>
}

/** How long a server may take to stop by itself, ms. */
const STOP_WITHIN = 5_000

/** The built server that is measured as Rapport; another build's `main.js` can be named to compare two. */
const builtServer = process.env['BENCH_SERVER'] ?? path.join(root, 'dist/server/main.js')

/** Where Rapport's CPU profile goes when one is wanted. */
const profiling = (): string[] => {
  const folder = process.env['BENCH_PROFILE']
  return folder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${folder}`]
}

const twoCores = spawnSync('taskset', ['-c', '1', 'true'], { stdio: 'ignore' }).status === 0

/** The command line that runs `args` on core `core` alone, where the machine has two cores and taskset. */
export const onCore = (core: 0 | 1, args: readonly string[]): [string, string[]] =>
  twoCores ? ['taskset', ['-c', String(core), ...args]] : [args[0] ?? '', args.slice(1)]

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

/** Starts a server program and waits for the line that says it listens. */
async function launch(
  script: readonly string[],
  cwd: string,
  environment: (folder: string, port: number) => Record<string, string>,
  ready: RegExp,
  kept: string | undefined,
  more: Readonly<Record<string, string>> = {},
): Promise<{
  child: ChildProcess
  port: number
  said: RegExpExecArray
  stop: () => Promise<void>
}> {
  const folder = kept ?? mkdtempSync(path.join(tmpdir(), 'rapport-bench-'))
  const port = await freePort()
  const [command, args] = onCore(0, [process.execPath, ...script])
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, NODE_ENV: 'production', ...environment(folder, port), ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exited = once(child, 'exit')
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => {
    errors = (errors + chunk.toString()).slice(-2000)
  })
  const lines = createInterface(child.stdout)
  const said = await new Promise<RegExpExecArray>((resolve, reject) => {
    lines.on('line', (line) => {
      const match = ready.exec(line)
      if (match) resolve(match)
    })
    void exited.then(([code]) =>
      reject(new Error(`${script.join(' ')} ended (${code}): ${errors}`)),
    )
  })
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM')
    const cut = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN)
    await exited
    clearTimeout(cut)
    if (kept === undefined) rmSync(folder, { recursive: true, force: true })
  }
  return { child, port, said, stop }
}

const pidOf = (child: ChildProcess): number => child.pid ?? 0
const seats = (people: number, seat: Seat): Seat[] => Array.from({ length: people }, () => seat)

/** Installs the other servers beside this file, once. */
export function installPeers(): void {
  if (existsSync(path.join(peers, 'node_modules/y-websocket'))) return
  console.error('Installing the servers to compare with (npm ci in bench/peers) …')
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: peers,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) throw new Error('npm ci failed in bench/peers')
}

const yWebsocket: Target = {
  name: 'y-websocket 1.5.4 + leveldb',
  async start(kept, environment) {
    const { child, port, stop } = await launch(
      ['node_modules/y-websocket/bin/server.js'],
      peers,
      (folder, free) => ({ HOST: '127.0.0.1', PORT: String(free), YPERSISTENCE: folder }),
      /running at/,
      kept,
      environment,
    )
    let boards = 0
    return {
      port,
      pid: pidOf(child),
      board: async (people) =>
        seats(people, { path: `/board-${boards++}`, protocols: [], envelope: null, token: false }),
      stop,
    }
  },
}

const hocuspocus: Target = {
  name: 'Hocuspocus 4.7 + SQLite',
  async start(kept, environment) {
    const { child, port, stop } = await launch(
      ['hocuspocus.mjs'],
      peers,
      (folder, free) => ({ PORT: String(free), DATA_DIR: folder }),
      /listening/,
      kept,
      environment,
    )
    let boards = 0
    return {
      port,
      pid: pidOf(child),
      board: async (people) =>
        seats(people, { path: '/', protocols: [], envelope: `board-${boards++}`, token: true }),
      stop,
    }
  },
}

const post = async (url: string, body: unknown): Promise<unknown> => {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}

/** Calls for a place on a board that are under way at once. */
const JOINS_AT_ONCE = 20

/** This server with clients of one dialect. */
const rapport = (
  name: string,
  dialect: 'rapport' | 'y-websocket',
  extras: readonly string[] = [],
): Target => ({
  name,
  async start(kept, environment) {
    const { child, said, stop } = await launch(
      [...profiling(), builtServer],
      root,
      (folder) => ({
        PORT: '0',
        HOST: '127.0.0.1',
        DATA_DIR: folder,
        // As `npm start` and the container have it.
        MALLOC_ARENA_MAX: '2',
        // One address plays everybody here.
        MAX_CREATES_PER_MINUTE: '1000000',
        MAX_JOINS_PER_MINUTE: '1000000',
      }),
      /http:\/\/[^\s"/]+:(\d+)/,
      kept,
      environment,
    )
    const port = Number(said[1])
    const api = `http://127.0.0.1:${port}/api/boards`
    return {
      port,
      pid: pidOf(child),
      async board(people) {
        const board = (await post(api, { title: 'Bench', organisations: ['A', 'B'] })) as {
          id: string
          links: { partner: string }
        }
        const secret = new URL(board.links.partner).hash.slice(1)
        const join = async (index: number): Promise<Seat> => {
          const { participant } = (await post(`${api}/${board.id}/join`, {
            secret,
            name: `Person ${index}`,
            organisation: index % 2 === 0 ? 'A' : 'B',
          })) as { participant: { token: string } }
          const protocols = [dialect, `token.${participant.token}`, ...extras]
          return { path: `/sync/${board.id}`, protocols, envelope: null, token: false }
        }
        const taken: Seat[] = []
        for (let from = 0; from < people; from += JOINS_AT_ONCE) {
          const some = Math.min(JOINS_AT_ONCE, people - from)
          taken.push(
            ...(await Promise.all(Array.from({ length: some }, (_, at) => join(from + at)))),
          )
        }
        return taken
      },
      stop,
    }
  },
})

/** Every server that is measured, the first against the others. */
export const targets: Record<string, Target> = {
  rapport: rapport('Rapport', 'rapport', [PACKS]),
  'rapport-stock': rapport('Rapport, stock clients', 'y-websocket'),
  hocuspocus,
  'y-websocket': yWebsocket,
}
