import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { rootsOf } from '../../../shared/board/layout.ts'
import type { BoardFacts, JoinedBoard } from '../../../shared/protocol/http.ts'
import type {
  RestoredVersion,
  VersionFacts,
  VersionList,
} from '../../../shared/protocol/versions.ts'
import { freshSession } from '../../../shared/session/state.ts'
import { createRooms } from '../../rooms/create-rooms.ts'
import { openSqliteStore } from '../../store/sqlite.ts'
import {
  bodyOf,
  problemIn,
  secretOf,
  startTestServer,
  type Call,
  type Engines,
  type TestBoard,
} from '../test-server.ts'

const MOST = 5
const engines: Engines = {
  openStore: openSqliteStore,
  createRooms: (store, log) => createRooms(store, { log, limits: { versions: MOST } }),
}
let server: Awaited<ReturnType<typeof startTestServer>>

beforeAll(async () => {
  server = await startTestServer(engines, { env: { MAX_VERSIONS: String(MOST) } })
})
afterAll(() => server.stop())

const as =
  ({ id, joined }: TestBoard, role: 'facilitator' | 'partner' | 'observer' = 'facilitator') =>
  (path: string, call: Call = {}) =>
    server.call(`api/boards/${id}/${path}`, { token: joined[role].participant.token, ...call })

const save = async (board: TestBoard, name: string): Promise<VersionFacts> => {
  const response = await as(board)('versions', { method: 'POST', json: { name } })
  expect(response.status).toBe(201)
  return bodyOf<VersionFacts>(response)
}

const list = async (board: TestBoard): Promise<VersionFacts[]> =>
  (await bodyOf<VersionList>(await as(board, 'observer')('versions'))).versions

const setPurpose = (board: TestBoard, purpose: string): Promise<void> =>
  server.rooms.edit(board.id, (doc) => rootsOf(doc).board.set('purpose', purpose))

const purposeOf = async (board: TestBoard): Promise<unknown> => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await server.rooms.state(board.id))
  return rootsOf(doc).board.get('purpose')
}

test('a version is saved, listed for everyone, brought back and deleted', async () => {
  const board = await server.board()
  const { id: by } = board.joined.facilitator.participant
  await setPurpose(board, 'Fewer waits')
  const march = await save(board, ' March ')
  expect(march).toMatchObject({
    name: 'March',
    kind: 'saved',
    automatic: false,
    by: { id: by, name: 'A facilitator' },
  })
  await setPurpose(board, 'Something else')
  const retitled = await server.call(`api/boards/${board.id}`, {
    method: 'PATCH',
    token: board.joined.facilitator.participant.token,
    json: { title: 'Another title' },
  })
  expect(retitled.status).toBe(200)

  const response = await as(board)(`versions/${march.id}/restore`, { method: 'POST' })
  expect(response.status).toBe(200)
  const { restored, before } = await bodyOf<RestoredVersion>(response)
  expect(restored).toEqual(march)
  expect(before).toMatchObject({
    name: 'Before restoring “March”',
    automatic: true,
    about: 'March',
  })
  expect(await purposeOf(board)).toBe('Fewer waits')
  const facts = await bodyOf<BoardFacts>(
    await server.call(`api/boards/${board.id}`, {
      token: board.joined.observer.participant.token,
    }),
  )
  expect(facts.title).toBe('Winter pressures')
  expect(facts.epoch).toBe(board.joined.facilitator.board.epoch)

  expect((await list(board)).map(({ id }) => id)).toEqual([before.id, march.id])
  const gone = await as(board)(`versions/${march.id}`, { method: 'DELETE' })
  expect(gone.status).toBe(204)
  expect((await list(board)).map(({ id }) => id)).toEqual([before.id])
  for (const call of [
    ['', 'DELETE'],
    ['/restore', 'POST'],
  ] as const) {
    const again = await as(board)(`versions/${march.id}${call[0]}`, { method: call[1] })
    expect(again.status).toBe(404)
    await problemIn(again)
  }
})

test('another board’s version is none of this one’s', async () => {
  const [board, other] = [await server.board(), await server.board()]
  const { id } = await save(board, 'March')
  for (const [path, method] of [
    [`versions/${id}`, 'DELETE'],
    [`versions/${id}/restore`, 'POST'],
  ] as const) {
    expect((await as(other)(path, { method })).status).toBe(404)
  }
  expect((await as(other)(`export?format=json&version=${id}`)).status).toBe(422)
  expect(await list(board)).toHaveLength(1)
})

test.each([
  [{}, 'missing'],
  [{ name: '  ' }, 'missing'],
  [{ name: 7 }, 'must be text'],
  [{ name: 'x'.repeat(121) }, 'longer than'],
])('saving with %o says what is wrong and saves nothing', async (json, words) => {
  const board = await server.board()
  const response = await as(board)('versions', { method: 'POST', json })
  expect(response.status).toBe(422)
  const { errors = [] } = await problemIn(response)
  expect(errors[0]).toMatchObject({ field: 'name' })
  expect(errors[0]?.detail).toContain(words)
  expect(await list(board)).toEqual([])
})

test('at the limit automatic ones go first; with saved ones alone it says what to do', async () => {
  const board = await server.board()
  const first = await save(board, '1')
  await as(board)(`versions/${first.id}/restore`, { method: 'POST' })
  for (const name of ['2', '3', '4', '5']) await save(board, name)
  expect((await list(board)).map(({ name }) => name)).toEqual(['5', '4', '3', '2', '1'])
  for (const [path, call] of [
    ['versions', { method: 'POST', json: { name: '6' } }],
    [`versions/${first.id}/restore`, { method: 'POST' }],
  ] as const) {
    const response = await as(board)(path, call)
    expect(response.status).toBe(409)
    expect((await problemIn(response)).type).toBe('urn:problem-type:rapport:versions-full')
  }
  const body = 'From,To,Trust\nA,B,3\n'
  const taken = await as(board)('import?format=csv', { method: 'POST', body })
  expect(await bodyOf<{ kept: boolean }>(taken)).toMatchObject({ relationships: 1, kept: false })
  expect(await list(board)).toHaveLength(MOST)
})

test('a read-only board keeps versions and is not brought back to one', async () => {
  const board = await server.board()
  const { token } = board.joined.facilitator.participant
  const json = { readOnly: true }
  await server.call(`api/boards/${board.id}`, { method: 'PATCH', token, json })
  const { id } = await save(board, 'The end')
  const response = await as(board)(`versions/${id}/restore`, { method: 'POST' })
  expect(response.status).toBe(409)
  expect((await problemIn(response)).type).toBe('urn:problem-type:rapport:read-only')
})

test('a version is read as a document, and every kind of file is made of it, as it was', async () => {
  const board = await server.board()
  await setPurpose(board, 'Fewer waits')
  const { id } = await save(board, 'March')
  await setPurpose(board, 'Something else')
  const read = await as(board, 'observer')(`versions/${id}`)
  expect(read.headers.get('content-type')).toBe('application/octet-stream')
  const doc = new Y.Doc()
  Y.applyUpdate(doc, new Uint8Array(await read.arrayBuffer()))
  expect(rootsOf(doc).board.get('purpose')).toBe('Fewer waits')
  const file = (format: string) => as(board, 'observer')(`export?format=${format}&version=${id}`)
  const json = await bodyOf<{ board: { purpose: string } }>(await file('json'))
  expect(json.board.purpose).toBe('Fewer waits')
  for (const format of ['svg', 'xlsx', 'csv']) {
    const response = await file(format)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-disposition')).toContain('Winter pressures')
  }
})

test('an import can be taken back by the version before it; one that is refused leaves none', async () => {
  const board = await server.board()
  const put = (body: string) => as(board)('import?format=csv', { method: 'POST', body })
  const taken = await put('From,To,Trust\nA,B,3\n')
  expect(await bodyOf<{ kept: boolean }>(taken)).toMatchObject({ relationships: 1, kept: true })
  const [before] = await list(board)
  expect(before).toMatchObject({ kind: 'import', name: 'Before importing a file' })
  const many = Array.from({ length: 150 }, (_, i) => `A${i},B${i},3`).join('\n')
  expect((await put(`From,To,Trust\n${many}\n`)).status).toBe(422)
  expect(await list(board)).toHaveLength(1)
  await as(board)(`versions/${before?.id}/restore`, { method: 'POST' })
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await server.rooms.state(board.id))
  expect(rootsOf(doc).objects.size).toBe(1)
})

test('no sealed answer and no token is in a version', async () => {
  const board = await server.board()
  const { token, id: author } = board.joined.partner.participant
  await server.store.saveSession(board.id, 0, JSON.stringify(freshSession()))
  const body = 'canary-answer'
  await server.store.setAnswer(board.id, 1, { round: 'r1', author, body })
  const { id } = await save(board, 'During a round')
  const state = Buffer.from((await server.rooms.versionState(board.id, id)) ?? [])
  expect(state.length).toBeGreaterThan(50)
  for (const secret of ['canary', token, board.secrets.partner]) {
    expect(state.includes(secret)).toBe(false)
  }
})

test('a paper tells of the questions that were revealed, one of a version of those before it', async () => {
  const { id: board, links } = await server.create({ title: 'Winter', organisations: ['Council'] })
  const spec = { kind: 'scale', anonymous: true, minimum: 3, low: '', high: '' }
  const results = { kind: 'tooFew', n: 1, scribed: 0, minimum: 3 }
  const asked = (question: string, endedAt: number) => {
    const round = { id: question, spec: { ...spec, question }, ties: [], state: 'revealed' }
    return { ...round, openedAt: endedAt, endedAt, results, recorded: true }
  }
  const [earlier, later] = ['How ready were we?', 'How ready are we?']
  const rounds = [asked(earlier, Date.now() - 60_000), asked(later, Date.now() + 60_000)]
  // Before anybody comes and the board is loaded, so that this is how it is found.
  const session = JSON.stringify({ ...freshSession(), rounds })
  expect(await server.store.saveSession(board, 0, session)).toBe(true)
  const who = { secret: secretOf(links.facilitator), name: 'Fay', organisation: 'Council' }
  const { participant } = await bodyOf<JoinedBoard>(await server.join(board, who))
  const call = (path: string, rest: Call = {}) =>
    server.call(`api/boards/${board}/${path}`, { token: participant.token, ...rest })
  const told = async (query: string): Promise<boolean[]> => {
    const response = await call(`export?format=docx${query}`)
    expect(response.status).toBe(200)
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()))
    const text = strFromU8(files['word/document.xml'] ?? new Uint8Array())
    return [earlier, later].map((question) => text.includes(question))
  }
  const saved = await call('versions', { method: 'POST', json: { name: 'Between them' } })
  const { id } = await bodyOf<VersionFacts>(saved)
  expect(await told(`&version=${id}`)).toEqual([true, false])
  expect(await told('')).toEqual([true, true])
})
