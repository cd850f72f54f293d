import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { CreatedBoard, CreatedLink, JoinedBoard } from '../shared/protocol/http.ts'
import { newId } from '../shared/ids.ts'
import { addBoard, addParticipant, connectClient, until, type Client } from './rooms/test-relay.ts'
import { openPostgresStore } from './store/postgres.ts'
import type { BoardStore } from './store/store.ts'
import { hasPostgres, hasRedis, startPostgres, startRedis, type Service } from './test-services.ts'

const main = path.join(import.meta.dirname, 'main.ts')

interface Node {
  child: ChildProcess
  startPage: string
  port: number
}

const savedBy = ({ heard }: Client): number => heard.saved.at(-1)?.messages ?? 0

describe.skipIf(!hasPostgres || !hasRedis)(
  'servers that share a PostgreSQL and a Redis (skipped where one is not installed)',
  { timeout: 180_000 },
  () => {
    let postgres: Service
    let redis: Service
    let store: BoardStore
    let nodes: [Node, Node]

    async function start(): Promise<Node> {
      const child = fork(main, {
        execArgv: ['--import', 'tsx'],
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
        env: {
          PATH: process.env['PATH'],
          PORT: '0',
          LOG_LEVEL: 'error',
          DATABASE_URL: postgres.url,
          REDIS_URL: redis.url,
        },
      })
      const err = text(child.stderr!)
      const started = once(child, 'message') as Promise<[{ startPage: string }]>
      const message = await Promise.race([started, err.then((said) => Promise.reject(said))])
      const [{ startPage }] = message
      return { child, startPage, port: Number(new URL(startPage).port) }
    }

    beforeAll(async () => {
      const started = await Promise.all([startPostgres(), startRedis()])
      postgres = started[0]
      redis = started[1]
      store = await openPostgresStore(postgres.url)
    }, 120_000)
    afterAll(async () => {
      await store.close()
      await Promise.all([postgres.dispose(), redis.dispose()])
    })
    beforeEach(async () => {
      nodes = await Promise.all([start(), start()])
    }, 120_000)
    afterEach(async () => {
      await Promise.all(
        nodes.map(async ({ child }) => {
          if (child.exitCode !== null || child.signalCode !== null) return
          child.kill('SIGKILL')
          await once(child, 'exit')
        }),
      )
    })

    /** Calls the API of a node. */
    async function call<T>(node: Node, to: string, token = '', init: RequestInit = {}): Promise<T> {
      const response = await fetch(new URL(to, node.startPage), {
        ...init,
        headers: {
          ...(init.body != null && { 'content-type': 'application/json' }),
          ...(token !== '' && { authorization: `Bearer ${token}` }),
        },
      })
      expect(response.ok).toBe(true)
      return (response.status === 204 ? undefined : await response.json()) as T
    }

    const join = (node: Node, board: string, link: string): Promise<JoinedBoard> =>
      call(node, `api/boards/${board}/join`, '', {
        method: 'POST',
        body: JSON.stringify({
          secret: new URL(link).hash.slice(1),
          name: 'Asha',
          organisation: 'A',
        }),
      })

    /** A participant's socket on a node, once it is on the board; `closed` gives its code. */
    async function socketOn(node: Node, board: string, token: string) {
      const socket = new WebSocket(`ws://127.0.0.1:${node.port}/sync/${board}`, [
        'rapport',
        `token.${token}`,
      ])
      let isIn = false
      socket.on('message', () => {
        isIn = true
      })
      const closed = once(socket, 'close').then(([code]) => code as number)
      await once(socket, 'open')
      await until(() => isIn, 'the socket is on the board')
      return { closed }
    }

    test('a board that is deleted by way of one node closes on the other, and a withdrawn link cuts people off there', async () => {
      const [one, two] = nodes
      const { id, links } = await call<CreatedBoard>(one, 'api/boards', '', {
        method: 'POST',
        body: JSON.stringify({ title: 'Winter pressures' }),
      })
      const facilitator = await join(one, id, links.facilitator)
      const { token } = facilitator.participant
      const link = await call<CreatedLink>(two, `api/boards/${id}/links`, token, {
        method: 'POST',
        body: JSON.stringify({ role: 'partner' }),
      })
      const guest = await join(one, id, link.url)
      const guestSocket = await socketOn(two, id, guest.participant.token)
      const facilitatorSocket = await socketOn(two, id, token)

      await call(one, `api/boards/${id}/links/${link.id}`, token, { method: 'DELETE' })
      expect(await guestSocket.closed).toBe(4401)
      await call(one, `api/boards/${id}`, token, { method: 'DELETE' })
      expect(await facilitatorSocket.closed).toBe(4410)
    })

    test('readiness tells whether PostgreSQL and Redis can be reached, and comes back with them', async () => {
      const status = async (): Promise<number> =>
        (await fetch(new URL('readyz', nodes[0].startPage))).status
      const statusIs = async (wanted: number): Promise<void> => {
        while ((await status()) !== wanted) await new Promise((resolve) => setTimeout(resolve, 20))
      }
      await statusIs(200)
      await redis.kill()
      await statusIs(503)
      await redis.start()
      await statusIs(200)
      await postgres.kill()
      await statusIs(503)
      await postgres.start()
      await statusIs(200)
      expect(nodes.map(({ child }) => child.exitCode)).toEqual([null, null])
    })

    test('a node that is killed under load loses nothing that it said was saved, and its people go on at the other', async () => {
      const board = newId()
      const people = ['asha', 'ben', 'chidi', 'dee']
      await addBoard(store, board)
      for (const name of people) await addParticipant(store, board, name)
      const clients = people.map((name, at) => connectClient(nodes[at % 2]?.port ?? 0, board, name))
      await Promise.all(clients.map((client) => client.synced()))
      const stop = new AbortController()
      const changes = clients.map((): { key: string; message: number }[] => [])
      const working = clients.map(async (client, at) => {
        for (let i = 0; !stop.signal.aborted; i += 1) {
          const key = `${people[at]}-${i}`
          client.doc.getMap('objects').set(key, i)
          changes[at]?.push({ key, message: client.sent() })
          await new Promise((resolve) => setTimeout(resolve, 2))
        }
      })
      await until(() => clients.every((client) => savedBy(client) > 50), 'work is under way')
      const [one, two] = nodes
      const movers = [0, 2]
      one.child.kill('SIGKILL')
      await once(one.child, 'exit')
      const saved = movers.flatMap((at) => {
        const confirmed = savedBy(clients[at] as Client)
        return (changes[at] ?? []).filter(({ message }) => message <= confirmed)
      })
      const { snapshot, updates } = await store.load(board)
      const doc = new Y.Doc()
      for (const update of [snapshot, ...updates]) if (update) Y.applyUpdate(doc, update)
      expect(saved.length).toBeGreaterThan(50)
      expect(saved.filter(({ key }) => !doc.getMap('objects').has(key))).toEqual([])

      for (const at of movers) {
        const { provider } = clients[at] as Client
        provider.serverUrl = `ws://127.0.0.1:${two.port}/sync`
      }
      await until(
        () => movers.every((at) => clients[at]?.provider.synced),
        'they are on the other node',
      )
      stop.abort()
      await Promise.all(working)
      await Promise.all(clients.map((client) => client.saved()))
      const count = changes.reduce((sum, { length }) => sum + length, 0)
      const sizeOf = ({ doc: own }: Client): number => own.getMap('objects').size
      await until(() => clients.every((client) => sizeOf(client) === count), 'all have all')
      for (const { provider } of clients) provider.destroy()
    })
  },
)
