import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Registry } from 'prom-client'
import { assert } from '../../shared/assert.ts'
import { roles, type Role } from '../../shared/access.ts'
import type {
  BoardPreview,
  CreatedBoard,
  JoinedBoard,
  Problem,
} from '../../shared/protocol/http.ts'
import { systemClock } from '../clock.ts'
import { readConfig, type Environment } from '../config.ts'
import { createExporter } from '../export/exporter.ts'
import { createImporter, type Importer } from '../import/importer.ts'
import { createLog } from '../log.ts'
import type { Rooms } from '../rooms/rooms.ts'
import type { BoardStore } from '../store/store.ts'
import { serve } from './serve.ts'

/** The engines that a test runs on; named by the test, because nothing else but `main.ts` may pick them. */
export interface Engines {
  openStore(dir: string): Promise<BoardStore>
  createRooms(store: BoardStore, log: ReturnType<typeof createLog>): Rooms
}

/** What a test sends. */
export interface Call {
  method?: string
  token?: string | undefined
  json?: unknown
  body?: string | Uint8Array<ArrayBuffer>
  headers?: Record<string, string>
}

/** A board with one participant of each role and the secrets of its links. */
export interface TestBoard {
  id: string
  secrets: Record<Role, string>
  joined: Record<Role, JoinedBoard>
}

/** The body of an answer, as what the test expects it to be. */
export const bodyOf = async <T>(response: Response): Promise<T> => (await response.json()) as T

/** The secret in a link's fragment. */
export const secretOf = (link: string): string => new URL(link).hash.slice(1)

/** A whole server on a free port, with its data in a folder of its own. */
export async function startTestServer(
  engines: Engines,
  {
    env = {},
    clientDir,
    importer = createImporter(),
  }: { env?: Environment; clientDir?: string; importer?: Importer } = {},
) {
  const dir = await mkdtemp(path.join(tmpdir(), 'rapport-'))
  const config = readConfig({ PORT: '0', LOG_LEVEL: 'trace', DATA_DIR: dir, ...env })
  assert(config.ok, config.ok ? '' : config.error)
  const lines: string[] = []
  const log = createLog(config.value.logLevel, { write: (line) => void lines.push(line) })
  const store = await engines.openStore(dir)
  const rooms = engines.createRooms(store, log)
  const exporter = createExporter()
  const { startPage, port, stop } = await serve({
    config: config.value,
    log,
    clock: systemClock,
    store,
    rooms,
    exporter,
    importer,
    registry: new Registry(),
    clientDir: clientDir ?? path.join(dir, 'no-client'),
  })
  const address = new URL(startPage)

  const call = (to: string, { method = 'GET', token, json, body, headers }: Call = {}) =>
    fetch(new URL(to, address), {
      method,
      redirect: 'manual',
      headers: {
        ...(json !== undefined && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(json !== undefined && { body: JSON.stringify(json) }),
      ...(body !== undefined && { body }),
    })

  const create = async (json: object): Promise<CreatedBoard> => {
    const response = await call('api/boards', { method: 'POST', json })
    assert(response.status === 201, `created, not ${response.status}`)
    return bodyOf<CreatedBoard>(response)
  }

  return {
    /** the start page's address, as links have it */
    address,
    /** where it keeps its data */
    dir,
    port,
    store,
    rooms,
    call,
    create,
    /** every line of the log so far */
    logged: () => lines.join(''),
    join: (board: string, json: object) =>
      call(`api/boards/${board}/join`, { method: 'POST', json }),
    preview: async (board: string, secret: string): Promise<BoardPreview> =>
      bodyOf(await call(`api/boards/${board}/preview`, { method: 'POST', json: { secret } })),
    async board(): Promise<TestBoard> {
      const { id, links } = await create({
        title: 'Winter pressures',
        organisations: ['County Council'],
      })
      const made = roles.map(async (role) => {
        const secret = secretOf(links[role])
        const response = await call(`api/boards/${id}/join`, {
          method: 'POST',
          json: { secret, name: `A ${role}`, organisation: 'County Council' },
        })
        assert(response.status === 200, `joined, not ${response.status}`)
        return [role, secret, await bodyOf<JoinedBoard>(response)] as const
      })
      const all = await Promise.all(made)
      return {
        id,
        secrets: Object.fromEntries(
          all.map(([role, secret]) => [role, secret]),
        ) as TestBoard['secrets'],
        joined: Object.fromEntries(all.map(([role, , who]) => [role, who])) as TestBoard['joined'],
      }
    },
    async stop() {
      await Promise.all([stop(), exporter.close()])
      await importer.close()
      await store.close()
      await rm(dir, { recursive: true })
    },
  }
}

/** A problem's body with what every problem has been checked for. */
export async function problemIn(response: Response): Promise<Problem> {
  const type = response.headers.get('content-type')
  assert(type === 'application/problem+json', `a problem, not ${type}`)
  const problem = await bodyOf<Problem>(response)
  assert(problem.status === response.status, 'the status is the same inside and outside')
  assert(/^(about:blank|urn:problem-type:rapport:[a-z-]+)$/.test(problem.type), 'a known type')
  assert(problem.title !== '' && /[.!]$/.test(problem.detail ?? ''), 'a title and a sentence')
  return problem
}
