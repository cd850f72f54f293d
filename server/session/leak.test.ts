import { exportFormats } from '../../shared/exchange/export-formats.ts'
import { readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addObjects } from '../../shared/board/commands.ts'
import { newId } from '../../shared/ids.ts'
import { startTestServer, type TestBoard } from '../http/test-server.ts'
import { createRooms } from '../rooms/create-rooms.ts'
import { until } from '../rooms/test-relay.ts'
import { backup } from '../store/backup.ts'
import { openSqliteStore } from '../store/sqlite.ts'
import { command, Taps } from './test-taps.ts'

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

const tap = (token: string, dialect = 'rapport') => taps.open(server.port, board.id, token, dialect)

test('while a round is sealed no byte of an answer is anywhere but in the store and with its author', async () => {
  const { facilitator, partner, observer } = board.joined
  const organisation = partner.participant.organisation ?? ''
  await server.rooms.edit(board.id, (doc) =>
    addObjects(
      doc,
      [
        { id: 'other', type: 'organisation', at: [0, 0] },
        {
          id: 'tie',
          type: 'relationship',
          at: [0, 0],
          fields: { from: organisation, to: 'other' },
        },
      ],
      null,
    ),
  )
  const author = await tap(partner.participant.token)
  const others = [
    await tap(facilitator.participant.token),
    await tap(observer.participant.token),
    await tap(observer.participant.token, 'y-websocket'),
    await tap(partner.participant.token, 'y-websocket'),
  ]
  const [fay] = others
  if (!fay) throw new Error('a facilitator is here')
  const spec = {
    kind: 'trust',
    question: 'How far do you trust each other?',
    anonymous: false,
    minimum: 1,
    relationships: null,
  }
  const reply = await command(fay, { type: 'open-round', spec })
  const round = /"round":"(\w+)"/.exec(reply)?.[1] ?? ''
  const value = { tie: { reliability: 1, note: NOTE } }
  expect(await command(author, { type: 'answer', round, value })).toMatch(/"ok":null/)
  await until(() => fay.heard().includes(`"answered":{"${round}":1}`), 'the count is told')
  const late = await tap(facilitator.participant.token)
  others.push(late)
  expect(await command(late, { type: 'my-answer', round })).toMatch(/"value":null/)
  // A question for somebody else's answer has no words: what is not known is refused.
  await command(late, { type: 'my-answer', round, participant: partner.participant.id })
  expect(await command(author, { type: 'my-answer', round })).toContain(NOTE)

  const assertSealed = async (): Promise<void> => {
    for (const { heard } of others) expect(heard().includes(NOTE)).toBe(false)
    const state = Buffer.from(await server.rooms.state(board.id))
    expect(state.includes(NOTE)).toBe(false)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, state)
    expect(doc.getMap('readings').size).toBe(0)
    expect(JSON.stringify(await server.store.session(board.id))).not.toContain(NOTE)
    const { token } = facilitator.participant
    for (const format of exportFormats) {
      const file = await server.call(`api/boards/${board.id}/export?format=${format}`, { token })
      const leaks = Buffer.from(await file.arrayBuffer()).includes(NOTE)
      expect({ format, status: file.status, leaks }).toEqual({ format, status: 200, leaks: false })
    }
    for (const place of [`api/boards/${board.id}`, 'metrics', 'healthz', 'readyz']) {
      const answer = await server.call(place, { token })
      expect(await answer.text()).not.toContain(NOTE)
    }
    const file = path.join(tmpdir(), `rapport-leak-${newId()}`)
    await backup(server.store, file, Date.now())
    expect(gunzipSync(await readFile(file)).includes(NOTE)).toBe(false)
    expect(server.logged()).not.toContain(NOTE)
  }
  await assertSealed()
  await command(fay, { type: 'close-round', round })
  await assertSealed()

  await command(fay, { type: 'reveal-round', round })
  await until(() => others.slice(0, 2).every(({ heard }) => heard().includes(NOTE)), 'all see it')
  expect(await server.store.answers(board.id, round)).toEqual([])
  expect(server.logged()).not.toContain(NOTE)
}, 60_000)

test('a discarded round leaves nothing of its answers on disk', async () => {
  const { facilitator, partner } = board.joined
  const [fay, author] = [
    await tap(facilitator.participant.token),
    await tap(partner.participant.token),
  ]
  const spec = { kind: 'words', question: 'What do you hope for?', anonymous: true, minimum: 3 }
  const reply = await command(fay, { type: 'open-round', spec })
  const round = /"round":"(\w+)"/.exec(reply)?.[1] ?? ''
  await command(author, { type: 'answer', round, value: NOTE })
  const { dir } = server
  const inFiles = async (): Promise<boolean> => {
    const files = await Promise.all(
      (await readdir(dir)).map((name) => readFile(path.join(dir, name))),
    )
    return Buffer.concat(files).includes(NOTE)
  }
  expect(await inFiles()).toBe(true)
  await command(fay, { type: 'discard-round', round })
  let left = true
  const looking = setInterval(() => void inFiles().then((found) => (left = found)), 100)
  await until(() => !left, 'it is erased from every file')
  clearInterval(looking)
  expect(fay.heard().includes(NOTE)).toBe(false)
})
