import { strFromU8, unzipSync } from 'fflate'
import { readFile } from 'node:fs/promises'
import { get } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as v from 'valibot'
import * as Y from 'yjs'
import { addObjects } from '../../../shared/board/commands.ts'
import { rootsOf } from '../../../shared/board/layout.ts'
import { ExportLine, exportStreamType } from '../../../shared/protocol/export-stream.ts'
import { samples } from '../../../shared/images/fixtures/samples.ts'
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
let token: string

beforeAll(async () => {
  server = await startTestServer(engines)
  board = await server.board()
  token = board.joined.facilitator.participant.token
})
afterAll(() => server.stop())

const fixture = (name: string): Promise<string> =>
  readFile(new URL(`../../import/fixtures/${name}`, import.meta.url), 'utf8')

const put = (query: string, body: string, headers: Record<string, string> = {}) =>
  server.call(`api/boards/${board.id}/import?${query}`, { method: 'POST', token, body, headers })

const objects = async (id = board.id): Promise<number> => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await server.rooms.state(id))
  return rootsOf(doc).objects.size
}

test('a CSV of relationships becomes organisations and ties on the board', async () => {
  const before = await objects()
  const csv = await fixture('cheyenne.relationships.csv')
  const response = await put('format=csv', csv, { 'content-type': 'text/csv' })
  expect(response.status).toBe(200)
  const summary = await bodyOf<ImportSummary>(response)
  expect(summary.organisations).toBeGreaterThan(10)
  expect(summary.relationships).toBeGreaterThan(10)
  expect((await objects()) - before).toBe(summary.objects)
})

test.each([
  ['format=csv', 'One,Two\na,b\n'],
  ['format=json', '{"format":"rapport-board","schema":999}'],
  ['format=json', '{ broken'],
])(
  '%s with a wrong file is refused with a sentence, and nothing of it stays',
  async (query, body) => {
    const before = await objects()
    const response = await put(query, body)
    expect(response.status).toBe(422)
    const problem = await problemIn(response)
    expect(problem.type).toBe('urn:problem-type:rapport:file-refused')
    expect(problem.errors?.[0]?.detail).toBeTruthy()
    expect(await objects()).toBe(before)
  },
)

test.each([
  ['format=bmp', 'format'],
  ['format=csv&encoding=ebcdic', 'encoding'],
  ['format=csv&mapping=%7B', 'mapping'],
  ['format=csv&mapping={"relationships":[{"column":"A","as":"size"}]}', 'mapping.relationships'],
  ['format=csv&measure=size', 'measure'],
  ['format=csv&direction=up', 'direction'],
])('importing with “%s” names what is wrong', async (query, field) => {
  const response = await put(query, 'From,To,Trust\na,b,3\n')
  expect(response.status).toBe(422)
  expect((await problemIn(response)).errors?.[0]?.field).toBe(field)
})

test('a file without a format is told by its content', async () => {
  const response = await put('', 'From,To,Trust\nNorth,South,3\n')
  expect(response.status).toBe(200)
  expect(await response.json()).toMatchObject({ relationships: 1 })
})

test('an empty file and one that is too large are refused', async () => {
  const empty = await server.call(`api/boards/${board.id}/import?format=csv`, {
    method: 'POST',
    token,
  })
  expect(empty.status).toBe(422)
  await problemIn(empty)
  const small = await startTestServer(engines, { env: { MAX_IMPORT_BYTES: '1000' } })
  try {
    const { id, joined } = await small.board()
    const response = await small.call(`api/boards/${id}/import?format=csv`, {
      method: 'POST',
      token: joined.facilitator.participant.token,
      body: 'x'.repeat(2_000),
    })
    expect(response.status).toBe(413)
    await problemIn(response)
  } finally {
    await small.stop()
  }
})

test('what is exported as JSON comes back on another board, with its images', async () => {
  const sent = await server.call(`api/boards/${board.id}/images`, {
    method: 'POST',
    token,
    body: new Uint8Array(samples.jpeg),
  })
  const { id: image } = await bodyOf<{ id: string }>(sent)
  await server.rooms.edit(board.id, (doc) => {
    addObjects(doc, [{ type: 'image', at: [0, 0], fields: { image } }], 'test')
  })
  const response = await server.call(`api/boards/${board.id}/export?format=json`, { token })
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toMatch(/^application\/json/)
  expect(response.headers.get('content-disposition')).toMatch(
    /^attachment; filename="Winter pressures \d{4}-\d\d-\d\d\.rapport\.json"$/,
  )
  const { id, links } = await server.create({ title: 'Copy' })
  const secret = new URL(links.facilitator).hash.slice(1)
  const joined = await bodyOf<{ participant: { token: string } }>(
    await server.join(id, { secret, name: 'Fay' }),
  )
  const copied = await server.call(`api/boards/${id}/import?format=json`, {
    method: 'POST',
    token: joined.participant.token,
    body: await response.text(),
  })
  expect(copied.status).toBe(200)
  expect((await bodyOf<ImportSummary>(copied)).notes).toEqual([])
  expect(await objects(id)).toBe(await objects())
  expect((await server.store.image(id, image))?.bytes).toEqual(new Uint8Array(samples.jpeg))
})

test('an image in a file that is none, or another than it says, is left out with a word', async () => {
  const data = Buffer.from(samples.png).toString('base64')
  const file = {
    format: 'rapport-board',
    schema: 1,
    board: {},
    objects: {},
    images: {
      script: { type: 'image/svg+xml', data: Buffer.from('<svg/>').toString('base64') },
      forged: { type: 'image/png', data },
    },
  }
  const response = await put('format=json', JSON.stringify(file))
  expect(response.status).toBe(200)
  expect((await bodyOf<ImportSummary>(response)).notes).toEqual([
    { field: 'images.script', detail: 'This image can’t be read; it is left out.' },
    { field: 'images.forged', detail: 'This image is not what the file says; it is left out.' },
  ])
  expect((await server.store.images(board.id)).map(({ id }) => id)).not.toContain('forged')
})

test.each([
  ['format=bmp', 'format'],
  ['', 'format'],
  ['format=png&frame=nosuchframe', 'frame'],
  ['format=json&version=1', 'version'],
])('exporting with “%s” names what is wrong', async (query, field) => {
  const response = await server.call(`api/boards/${board.id}/export?${query}`, { token })
  expect(response.status).toBe(422)
  expect((await problemIn(response)).errors?.[0]?.field).toBe(field)
})

test('a paper says what has changed since the version saved last, another, or none', async () => {
  const own = await server.board()
  const call = (path: string, init: { method?: 'POST'; json?: unknown } = {}) =>
    server.call(`api/boards/${own.id}/${path}`, {
      token: own.joined.facilitator.participant.token,
      ...init,
    })
  const saved = async (name: string): Promise<string> =>
    (await bodyOf<{ id: string }>(await call('versions', { method: 'POST', json: { name } }))).id
  const xmlOf = async (query = ''): Promise<string> => {
    const file = new Uint8Array(await (await call(`export?format=docx${query}`)).arrayBuffer())
    return strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array())
  }
  expect(await xmlOf()).not.toContain('What has changed since')
  const spring = await saved('Spring review')
  await saved('Autumn review')
  expect(await xmlOf()).toContain('Nothing has changed since “Autumn review”')
  expect(await xmlOf(`&since=${spring}`)).toContain('Nothing has changed since “Spring review”')
  expect(await xmlOf('&since=none')).not.toContain('What has changed since')
  const unknown = await call('export?format=docx&since=gone')
  expect((await problemIn(unknown)).errors?.[0]?.field).toBe('since')
})

test('a paper and a picture are in the language that is asked for', async () => {
  const svg = (query: string) =>
    server.call(`api/boards/${board.id}/export?format=svg${query}`, { token }).then((r) => r.text())
  expect(await svg('')).toMatch(/xml:lang="en-GB"[\s\S]*<desc>A map /)
  expect(await svg('&language=cy')).toMatch(/xml:lang="cy-GB"[\s\S]*<desc>Map /)
  const pdf = await server.call(`api/boards/${board.id}/export?format=pdf&language=cy`, { token })
  expect(pdf.headers.get('content-disposition')).toMatch(/ - papur bwrdd\.pdf"$/)
  expect(Buffer.from(await pdf.arrayBuffer()).toString('latin1')).toContain('/Lang (cy-GB)')
})

test.each([
  ['scale=0', 'scale'],
  ['language=fr', 'language'],
  ['scale=lots', 'scale'],
  ['background=plaid', 'background'],
  ['objects=,', 'objects'],
  ['objects=gone', 'objects'],
])('a picture with “%s” is refused by the field', async (query, field) => {
  const response = await server.call(`api/boards/${board.id}/export?format=png&${query}`, { token })
  expect(response.status).toBe(422)
  expect((await problemIn(response)).errors?.[0]?.field).toBe(field)
})

const asked = (query: string) =>
  fetch(new URL(`api/boards/${board.id}/export?${query}`, server.address), {
    headers: { authorization: `Bearer ${token}`, accept: exportStreamType },
  })

/** The lines of an answer with steps, and the bytes after them. */
function partsOf(answer: Uint8Array): { lines: ExportLine[]; rest: Uint8Array } {
  const lines: ExportLine[] = []
  let at = 0
  for (;;) {
    const end = answer.indexOf(10, at)
    if (end < 0) return { lines, rest: answer.subarray(at) }
    const line = v.parse(ExportLine, JSON.parse(new TextDecoder().decode(answer.subarray(at, end))))
    lines.push(line)
    at = end + 1
    if ('file' in line || 'problem' in line) return { lines, rest: answer.subarray(at) }
  }
}

test('an export tells its steps to who asks for them, then gives the same file', async () => {
  const [first, second] = await Promise.all([asked('format=pdf'), asked('format=svg')])
  expect(first.headers.get('content-type')).toBe(exportStreamType)
  const { lines, rest } = partsOf(new Uint8Array(await first.arrayBuffer()))
  const steps = lines.flatMap((line) => ('progress' in line ? [line.progress.step] : []))
  expect([...new Set(steps)]).toEqual(['waiting', 'reading', 'composing', 'writing', 'packing'])
  const length = rest.length
  const name = expect.stringMatching(/\.pdf$/) as string
  expect(lines.at(-1)).toEqual({ file: { type: 'application/pdf', name, length } })
  expect(Buffer.from(rest.subarray(0, 5)).toString()).toBe('%PDF-')
  const picture = partsOf(new Uint8Array(await second.arrayBuffer()))
  const plain = await server.call(`api/boards/${board.id}/export?format=svg`, { token })
  expect(Buffer.from(picture.rest).equals(Buffer.from(await plain.arrayBuffer()))).toBe(true)
})

test('what keeps a file from being made ends the steps', async () => {
  const { lines, rest } = partsOf(
    new Uint8Array(await (await asked('format=pdf&frame=gone')).arrayBuffer()),
  )
  expect(lines.at(-1)).toMatchObject({
    problem: { status: 422, detail: 'There is no such frame on the board.' },
  })
  expect(rest).toHaveLength(0)
  const early = await asked('format=pdf&version=gone')
  expect(early.status).toBe(422)
  await problemIn(early)
})

test('who goes away in the middle of the steps leaves the thread to the next', async () => {
  const url = new URL(`api/boards/${board.id}/export?format=docx`, server.address)
  const headers = { authorization: `Bearer ${token}`, accept: exportStreamType }
  await new Promise<void>((resolve) => {
    const going = get(url, { headers }, (answer) =>
      answer.once('data', () => going.destroy().once('close', resolve)),
    )
  })
  const next = await asked('format=json')
  expect(partsOf(new Uint8Array(await next.arrayBuffer())).lines.at(-1)).toHaveProperty('file')
})

test('a register of which the board has nothing is its heading; there is none of another name', async () => {
  const { id, joined } = await server.board()
  const register = (table: string) =>
    server.call(`api/boards/${id}/export?format=csv&table=${table}`, {
      token: joined.observer.participant.token,
    })
  const risks = await register('risks')
  expect([risks.status, risks.headers.get('content-type')]).toEqual([
    200,
    'text/csv; charset=utf-8',
  ])
  expect(await risks.text()).toMatch(/^[^\r\n]+,Id\r\n$/)
  const none = await register('hopes')
  expect(none.status).toBe(422)
  expect((await problemIn(none)).errors).toMatchObject([{ field: 'table' }])
})
