import { exportFormats } from '../../shared/exchange/export-formats.ts'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { rootsOf } from '../../shared/board/layout.ts'
import { newId } from '../../shared/ids.ts'
import type { JoinedBoard } from '../../shared/protocol/http.ts'
import { bodyOf, startTestServer, type TestBoard } from '../http/test-server.ts'
import { createLog } from '../log.ts'
import { createRooms } from '../rooms/create-rooms.ts'
import { until } from '../rooms/test-relay.ts'
import { backup } from '../store/backup.ts'
import { openSqliteStore } from '../store/sqlite.ts'
import { command, Taps, type Tap } from './test-taps.ts'

type Server = Awaited<ReturnType<typeof startTestServer>>

const NOTE = 'canarynote'
let server: Server
let board: TestBoard
const taps = new Taps()

beforeEach(async () => {
  server = await startTestServer({
    openStore: (dir) => openSqliteStore(dir),
    createRooms: (store, log) => createRooms(store, { log }),
  })
  board = await server.board()
})
afterEach(async () => {
  taps.close()
  await server.stop()
})

const tap = ({ participant }: JoinedBoard, dialect?: string): Promise<Tap> =>
  taps.open(server.port, board.id, participant.token, dialect)

const joined = async (name: string, organisation: string): Promise<JoinedBoard> =>
  bodyOf(await server.join(board.id, { secret: board.secrets.partner, name, organisation }))

const docNow = async (): Promise<Y.Doc> => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await server.rooms.state(board.id))
  return doc
}

/** Everything that somebody else could look into, as one run of bytes for each place. */
async function places(others: readonly Tap[]): Promise<Record<string, Buffer>> {
  const { token } = board.joined.facilitator.participant
  const file = path.join(tmpdir(), `rapport-apart-${newId()}`)
  await backup(server.store, file, Date.now())
  const found: Record<string, Buffer> = {
    document: Buffer.from(await server.rooms.state(board.id)),
    session: Buffer.from(JSON.stringify(await server.store.session(board.id))),
    backup: gunzipSync(await readFile(file)),
    log: Buffer.from(server.logged()),
  }
  for (const [i, { heard }] of others.entries()) found[`socket ${i}`] = heard()
  for (const format of exportFormats) {
    const answer = await server.call(`api/boards/${board.id}/export?format=${format}`, { token })
    found[format] = Buffer.from(await answer.arrayBuffer())
  }
  return found
}

const holding = (found: Record<string, Buffer>, canary: string): string[] =>
  Object.entries(found).flatMap(([place, bytes]) => (bytes.includes(canary) ? [place] : []))

test('a pressure gauge is nobody else’s until it is published, and nobody’s again after that', async () => {
  const own = board.joined.partner
  const organisation = own.participant.organisation ?? ''
  const [author, colleague, stranger, observer, stock] = [
    await tap(own),
    await tap(await joined('Sam', 'County Council')),
    await tap(await joined('Ola', 'Police')),
    await tap(board.joined.observer),
    await tap(own, 'y-websocket'),
  ]
  const others = [stranger, observer, stock]
  const gauge = { level: 4, note: NOTE, published: false }
  expect(await command(author, { type: 'set-gauge', ...gauge })).toContain(NOTE)
  expect(await command(colleague, { type: 'my-gauge' })).toContain(`"level":4,"note":"${NOTE}"`)
  expect(await command(stranger, { type: 'my-gauge' })).toContain('"level":null,"note":""')
  expect(await command(observer, { type: 'my-gauge' })).toContain('Your role')
  expect(holding(await places(others), NOTE)).toEqual([])
  expect((await docNow()).getMap('objects').toJSON()[organisation]).not.toHaveProperty('pressure')

  await command(author, { type: 'set-gauge', ...gauge, published: true })
  await until(() => others.every(({ heard }) => heard().includes(NOTE)), 'all see it')
  const shown = rootsOf(await docNow()).objects.get(organisation)
  expect([shown?.get('pressure'), shown?.get('pressureNote')]).toEqual([4, NOTE])

  await command(author, { type: 'set-gauge', ...gauge })
  const late = await tap(board.joined.observer)
  expect(holding(await places([late]), NOTE)).toEqual([])
  expect((await docNow()).getMap('objects').toJSON()[organisation]).not.toHaveProperty('pressure')
}, 60_000)

test('a restored board does not show a gauge whose consent was taken back', async () => {
  const author = await tap(board.joined.partner)
  const organisation = board.joined.partner.participant.organisation ?? ''
  await command(author, { type: 'set-gauge', level: 2, note: '', published: false })
  await server.rooms.edit(board.id, (doc) =>
    rootsOf(doc).objects.get(organisation)?.set('pressure', 3),
  )
  // Another server reads the board anew.
  const rooms = createRooms(server.store, { log: createLog('silent') })
  const pressure = async (): Promise<unknown> => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, await rooms.state(board.id))
    return rootsOf(doc).objects.get(organisation)?.get('pressure')
  }
  await expect.poll(pressure).toBeUndefined()
  await rooms.close()
})

test('nothing tells who wrote an assumption without a name', async () => {
  const people = [
    board.joined.partner,
    await joined('Ola', 'Police'),
    await joined('Ivo', 'Fire and Rescue'),
  ]
  const authors = await Promise.all(people.map((one) => tap(one)))
  const watcher = await tap(board.joined.facilitator)
  const texts = ['canaryone', 'canarytwo', 'canarythree']
  const add = (i: number): Promise<string> =>
    command(authors[i]!, { type: 'add-assumption', text: texts[i], about: 'public' })
  expect(await add(0)).toContain('"waiting":1')
  expect(await add(1)).toContain('"waiting":2')
  const found = await places([...authors, watcher])
  expect(texts.flatMap((text) => holding(found, text))).toEqual([])
  const filed = await server.store.answers(board.id, 'assumptions')
  const known = people.map(({ participant }) => participant.id)
  expect(filed.filter(({ author }) => known.includes(author))).toEqual([])

  expect(await add(2)).toContain('"waiting":0')
  await until(() => texts.every((text) => watcher.heard().includes(text)), 'all are put up')
  expect(await server.store.answers(board.id, 'assumptions')).toEqual([])
  const doc = await docNow()
  const cards = [...rootsOf(doc).objects.values()].filter((o) => o.get('type') === 'assumption')
  expect(cards.map((card) => String(card.get('title'))).sort()).toEqual([...texts].sort())
  // All of them are of one client, and that is none of the participants'.
  const clients = new Set(cards.map((card) => card._item?.id.client))
  const { claims } = await server.store.load(board.id)
  expect(clients.size).toBe(1)
  const owners = claims.filter(({ clientId }) => clients.has(clientId))
  expect(owners.filter(({ participant }) => participant !== 'server')).toEqual([])
  for (const text of texts) expect(server.logged()).not.toContain(text)
}, 60_000)

test('a facilitator puts up what waits, however little; an observer adds nothing', async () => {
  const author = await tap(board.joined.partner)
  const [fay, observer] = [await tap(board.joined.facilitator), await tap(board.joined.observer)]
  const wish = { type: 'add-assumption', text: NOTE, about: 'all' }
  expect(await command(observer, wish)).toContain('Your role')
  expect(await command(author, { ...wish, text: ' ' })).toContain('The assumption is missing.')
  await command(author, wish)
  expect(await command(author, { type: 'post-assumptions' })).toContain('Your role')
  expect(await command(fay, { type: 'post-assumptions' })).toContain('"waiting":0')
  await until(() => observer.heard().includes(NOTE), 'it is put up')
  await command(fay, { type: 'pause', on: true })
  expect(await command(author, wish)).toContain('can’t be edited')
})
