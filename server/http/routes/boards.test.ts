import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Role } from '../../../shared/access.ts'
import { rootsOf } from '../../../shared/board/layout.ts'
import { viewOf } from '../../../shared/board/view.ts'
import type { BoardAnswer } from '../../../shared/protocol/board-answer.ts'
import type { CreatedBoard } from '../../../shared/protocol/http.ts'
import { createRooms } from '../../rooms/create-rooms.ts'
import { openSqliteStore } from '../../store/sqlite.ts'
import { bodyOf, problemIn, secretOf, startTestServer, type Engines } from '../test-server.ts'

const engines: Engines = {
  openStore: openSqliteStore,
  createRooms: (store, log) => createRooms(store, { log }),
}
let server: Awaited<ReturnType<typeof startTestServer>>

beforeAll(async () => {
  server = await startTestServer(engines)
})
afterAll(() => server.stop())

const titleInDocument = async (id: string): Promise<unknown> => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await server.rooms.state(id))
  return rootsOf(doc).board.get('title')
}

test('a new board has three links with secrets of 256 bits that are stored as hashes alone', async () => {
  const response = await server.call('api/boards', { method: 'POST', json: { title: ' Frailty ' } })
  expect(response.status).toBe(201)
  const { id, title, links } = await bodyOf<CreatedBoard>(response)
  expect(title).toBe('Frailty')
  expect(response.headers.get('location')).toBe(`/api/boards/${id}`)
  const stored = JSON.stringify(await server.store.links(id))
  for (const link of Object.values(links)) {
    const url = new URL(link)
    expect(url.origin).toBe(server.address.origin)
    expect(url.pathname).toBe(`/b/${id}`)
    expect(Buffer.from(secretOf(link), 'base64url')).toHaveLength(32)
    expect(stored).not.toContain(secretOf(link))
  }
  expect(new Set(Object.values(links)).size).toBe(3)
})

test('the organisations named at creation are on the board', async () => {
  const { id, links } = await server.create({
    title: 'Frailty',
    organisations: ['County Council', { name: 'Riverside Trust', sector: 'voluntary' }],
  })
  const { organisations, role, title } = await server.preview(id, secretOf(links.partner))
  expect({ role, title }).toEqual({ role: 'partner', title: 'Frailty' })
  expect(organisations.map(({ name, sector }) => ({ name, sector }))).toEqual([
    { name: 'County Council', sector: 'other' },
    { name: 'Riverside Trust', sector: 'voluntary' },
  ])
})

test.each([
  { language: 'cy', first: '1. Beth y mae angen ei ddweud?' },
  { language: 'en', first: '1. What needs to be said?' },
  { language: undefined, first: '1. What needs to be said?' },
])('a template comes in the language asked for: $language', async ({ language, first }) => {
  const json = { title: 'Frailty', template: 'right-conversations', language }
  const { id } = await bodyOf<CreatedBoard>(
    await server.call('api/boards', { method: 'POST', json }),
  )
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await server.rooms.state(id))
  expect(viewOf(doc).objects.map(({ fields }) => fields['title'])).toContain(first)
})

const long = 'x'.repeat(10_000)
const many = Array.from({ length: 201 }, (_, i) => `Organisation ${i}`)

test.each([
  { how: 'no title', json: {}, field: 'title', words: 'missing' },
  { how: 'an empty title', json: { title: ' ' }, field: 'title', words: 'missing' },
  { how: 'a number for a title', json: { title: 7 }, field: 'title', words: 'must be text' },
  { how: '10,000 characters', json: { title: long }, field: 'title', words: 'longer than' },
  { how: 'control characters', json: { title: 'a\u0000b' }, field: 'title', words: 'shown' },
  {
    how: 'an unknown template',
    json: { title: 'x', template: 'no-such' },
    field: 'template',
    words: 'no-such',
  },
  {
    how: 'a number for a template',
    json: { title: 'x', template: 7 },
    field: 'template',
    words: 'not valid',
  },
  {
    how: 'a language that Rapport doesn’t speak',
    json: { title: 'x', language: 'fr' },
    field: 'language',
    words: 'not valid',
  },
  {
    how: 'a long organisation',
    json: { title: 'x', organisations: [long] },
    field: 'organisations.0',
    words: 'longer than',
  },
  {
    how: 'a nameless organisation',
    json: { title: 'x', organisations: [{ name: '' }] },
    field: 'organisations.0.name',
    words: 'missing',
  },
  {
    how: 'too many organisations',
    json: { title: 'x', organisations: many },
    field: 'organisations',
    words: 'At most',
  },
])('creating with $how names the field', async ({ json, field, words }) => {
  const before = (await server.store.boards()).length
  const response = await server.call('api/boards', { method: 'POST', json })
  expect(response.status).toBe(422)
  const { errors = [] } = await problemIn(response)
  expect(errors[0]?.field).toBe(field)
  expect(errors[0]?.detail).toContain(words)
  expect(await server.store.boards()).toHaveLength(before)
})

test('a facilitator changes title and read-only; row and document agree', async () => {
  const { id, joined } = await server.board()
  const { token } = joined.facilitator.participant
  const json = { title: 'Winter <b>plan</b>', readOnly: true }
  const response = await server.call(`api/boards/${id}`, { method: 'PATCH', token, json })
  expect(response.status).toBe(200)
  const facts = await bodyOf<BoardAnswer>(response)
  expect(facts).toMatchObject(json)
  expect(facts.participants.map(({ name }) => name).sort()).toEqual([
    'A facilitator',
    'A observer',
    'A partner',
  ])
  expect(await titleInDocument(id)).toBe('Winter <b>plan</b>')
  const again = await server.call(`api/boards/${id}`, { token })
  expect(await bodyOf(again)).toMatchObject(json)
})

test('the facts hold the session, as its asker’s role may know it', async () => {
  const { id, joined } = await server.board()
  const session = async (role: Role) => {
    const { token } = joined[role].participant
    return (await bodyOf<BoardAnswer>(await server.call(`api/boards/${id}`, { token }))).session
  }
  expect(await session('facilitator')).toMatchObject({
    readOnly: false,
    storage: 'ok',
    waiting: [],
    run: { stage: null, timer: null, locks: [], rounds: [], answered: {} },
  })
  const seen = await session('observer')
  expect(seen).not.toHaveProperty('waiting')
  expect(seen.participants).toContainEqual(
    expect.objectContaining({ name: 'A partner', role: 'partner', online: false }),
  )
})

test('a bad setting changes nothing', async () => {
  const { id, joined } = await server.board()
  const { token } = joined.facilitator.participant
  const json = { title: 'New', readOnly: 'yes' }
  const response = await server.call(`api/boards/${id}`, { method: 'PATCH', token, json })
  expect(response.status).toBe(422)
  expect((await problemIn(response)).errors?.[0]?.field).toBe('readOnly')
  expect(await titleInDocument(id)).toBe('Winter pressures')
})

test('deletion takes the board, its links and its participants', async () => {
  const { id, joined, secrets } = await server.board()
  const { token } = joined.facilitator.participant
  const response = await server.call(`api/boards/${id}`, { method: 'DELETE', token })
  expect(response.status).toBe(204)
  expect((await server.call(`api/boards/${id}`, { token })).status).toBe(404)
  expect((await server.join(id, { secret: secrets.observer, name: 'Late' })).status).toBe(404)
  expect(await server.store.participants(id)).toEqual([])
})

test('with CREATE_KEY only its holder creates boards', async () => {
  const keyed = await startTestServer(engines, { env: { CREATE_KEY: 'a-long-key' } })
  const json = { title: 'Frailty' }
  try {
    for (const token of [undefined, 'a-long-ke', 'a-long-key2', 'A-LONG-KEY']) {
      const response = await keyed.call('api/boards', { method: 'POST', json, token })
      expect(response.status).toBe(401)
      expect((await problemIn(response)).type).toBe('urn:problem-type:rapport:create-key')
    }
    const token = 'a-long-key'
    expect((await keyed.call('api/boards', { method: 'POST', json, token })).status).toBe(201)
    expect(keyed.logged()).not.toContain('a-long-key')
  } finally {
    await keyed.stop()
  }
})

test('links begin with PUBLIC_URL, else with the address that was asked, as a trusted proxy says', async () => {
  const open = { method: 'POST', json: { title: 'x' } }
  const headers = { 'x-forwarded-host': 'maps.example', 'x-forwarded-proto': 'https' }
  const links = async (env: Record<string, string>, to: string): Promise<string> => {
    const one = await startTestServer(engines, { env })
    try {
      const response = await one.call(to, { ...open, headers })
      return (await bodyOf<CreatedBoard>(response)).links.partner.replace(/[^/]+$/, '')
    } finally {
      await one.stop()
    }
  }
  expect(await links({ TRUST_PROXY: 'loopback' }, 'api/boards')).toBe('https://maps.example/b/')
  expect(await links({}, 'api/boards')).toMatch(/^http:\/\/localhost:\d+\/b\/$/)
  expect(await links({ BASE_PATH: '/rapport' }, '/rapport/api/boards')).toMatch(/\d\/rapport\/b\/$/)
})
