import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as v from 'valibot'
import { ImportPreview } from '../../../shared/exchange/mapping.ts'
import { createImporter } from '../../import/importer.ts'
import type { ImportSummary } from '../../import/issue.ts'
import { createRooms } from '../../rooms/create-rooms.ts'
import { openSqliteStore } from '../../store/sqlite.ts'
import { bodyOf, problemIn, startTestServer, type Engines, type TestBoard } from '../test-server.ts'

const engines: Engines = {
  openStore: openSqliteStore,
  createRooms: (store, log) => createRooms(store, { log }),
}

let server: Awaited<ReturnType<typeof startTestServer>>
let board: TestBoard

beforeAll(async () => {
  server = await startTestServer(engines)
  board = await server.board()
})
afterAll(() => server.stop())

const fixture = (name: string): Promise<string> =>
  readFile(new URL(`../../import/fixtures/${name}`, import.meta.url), 'utf8')

const facilitator = (): string => board.joined.facilitator.participant.token

async function send(
  path: string,
  parts: Record<string, string>,
  token = facilitator(),
): Promise<Response> {
  const form = new FormData()
  for (const [name, text] of Object.entries(parts)) {
    if (name === 'mapping') form.append(name, text)
    else form.append(name, new Blob([text]), `${name}.csv`)
  }
  const made = new Request('http://localhost/', { method: 'POST', body: form })
  return server.call(`api/boards/${board.id}/${path}`, {
    method: 'POST',
    token,
    body: Buffer.from(await made.arrayBuffer()),
    headers: { 'content-type': made.headers.get('content-type') ?? '' },
  })
}

test('organisations and relationships come in one form', async () => {
  const response = await send('import', {
    organisations: await fixture('cheyenne.organisations.csv'),
    relationships: await fixture('cheyenne.relationships.csv'),
  })
  expect(response.status).toBe(200)
  expect(await bodyOf<ImportSummary>(response)).toMatchObject({
    organisations: 14,
    relationships: 59,
  })
})

test('a preview says what columns are taken for, and the mapping goes with the file', async () => {
  const survey = 'Who,About,Closeness\nNew one,Another,5\n'
  const preview = v.parse(ImportPreview, await bodyOf(await send('import/preview', { survey })))
  expect(preview).toMatchObject({ format: 'csv', clear: false, tables: [{ rows: 1 }] })
  const mapping = JSON.stringify({
    relationships: [
      { column: 'Who', as: 'from' },
      { column: 'About', as: 'to' },
      { column: 'Closeness', as: 'trust', low: 1, high: 5 },
    ],
  })
  const response = await send('import', { survey, mapping })
  expect(await bodyOf<ImportSummary>(response)).toMatchObject({ organisations: 2, readings: 1 })
  const alone = await server.call(
    `api/boards/${board.id}/import?format=csv&mapping=${encodeURIComponent(mapping)}`,
    { method: 'POST', token: facilitator(), body: survey },
  )
  expect(await bodyOf<ImportSummary>(alone)).toMatchObject({ organisations: 0, readings: 1 })
})

test('who may not import may not look either, and a broken form is refused', async () => {
  const partner = await send('import/preview', { a: 'x' }, board.joined.partner.participant.token)
  expect(partner.status).toBe(403)
  const broken = await server.call(`api/boards/${board.id}/import`, {
    method: 'POST',
    token: facilitator(),
    body: 'not a form',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
  })
  expect(broken.status).toBe(400)
  await problemIn(broken)
  const bare = await send('import', { mapping: '{}' })
  expect(bare.status).toBe(400)
})

test('a file that takes too long to read is given up, and the board goes on', async () => {
  const hasty = await startTestServer(engines, { importer: createImporter({ timeout: 1 }) })
  const other = await hasty.board()
  const { token } = other.joined.facilitator.participant
  for (const path of ['import', 'import/preview']) {
    const to = `api/boards/${other.id}/${path}?format=list`
    const response = await hasty.call(to, { method: 'POST', token, body: 'Canal Trust' })
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('60')
    expect((await problemIn(response)).detail).toMatch(/^The file took too long to read/)
  }
  await hasty.rooms.edit(other.id, (doc) => doc.getMap('meta').set('goes', 'on'))
  await hasty.stop()
})

test('nothing is imported into a board that is read-only', async () => {
  const closed = await server.board()
  const { token } = closed.joined.facilitator.participant
  const change = { method: 'PATCH', token, json: { readOnly: true } } as const
  expect((await server.call(`api/boards/${closed.id}`, change)).status).toBe(200)
  const before = await server.rooms.state(closed.id)
  const response = await server.call(`api/boards/${closed.id}/import?format=list`, {
    method: 'POST',
    token,
    body: 'Northbank Council',
  })
  expect(response.status).toBe(409)
  expect((await problemIn(response)).type).toContain('read-only')
  expect(await server.rooms.state(closed.id)).toEqual(before)
})
