import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roles, type Role } from '../../../shared/access.ts'
import { createRooms } from '../../rooms/create-rooms.ts'
import { openSqliteStore } from '../../store/sqlite.ts'
import { problemIn, startTestServer, type Call, type TestBoard } from '../test-server.ts'

type Server = Awaited<ReturnType<typeof startTestServer>>

let server: Server
let board: TestBoard

beforeAll(async () => {
  server = await startTestServer({
    openStore: openSqliteStore,
    createRooms: (store, log) => createRooms(store, { log }),
  })
  board = await server.board()
})
afterAll(() => server.stop())

interface Case {
  name: string
  path: (id: string) => string
  call: Call
  /** the status for each role */
  gives: Record<Role, number>
}

const all = (status: number): Record<Role, number> => ({
  facilitator: status,
  partner: status,
  observer: status,
})
const facilitator = (status: number): Record<Role, number> => ({ ...all(403), facilitator: status })

const cases: Case[] = [
  { name: 'reading the facts', path: (id) => `api/boards/${id}`, call: {}, gives: all(200) },
  {
    name: 'changing the settings',
    path: (id) => `api/boards/${id}`,
    call: { method: 'PATCH', json: { readOnly: false } },
    gives: facilitator(200),
  },
  {
    name: 'exporting',
    path: (id) => `api/boards/${id}/export?format=json`,
    call: {},
    gives: all(200),
  },
  {
    name: 'importing a file that is none',
    path: (id) => `api/boards/${id}/import?format=json`,
    call: { method: 'POST', body: 'nonsense' },
    gives: facilitator(422),
  },
  {
    name: 'listing versions',
    path: (id) => `api/boards/${id}/versions`,
    call: {},
    gives: all(200),
  },
  {
    name: 'saving a version',
    path: (id) => `api/boards/${id}/versions`,
    call: { method: 'POST', json: { name: 'March' } },
    gives: facilitator(201),
  },
  {
    name: 'reading a version that isn’t there',
    path: (id) => `api/boards/${id}/versions/nope`,
    call: {},
    gives: all(404),
  },
  {
    name: 'bringing back a version that isn’t there',
    path: (id) => `api/boards/${id}/versions/nope/restore`,
    call: { method: 'POST' },
    gives: facilitator(404),
  },
  {
    name: 'deleting a version that isn’t there',
    path: (id) => `api/boards/${id}/versions/nope`,
    call: { method: 'DELETE' },
    gives: facilitator(404),
  },
  {
    name: 'putting an image there that is none',
    path: (id) => `api/boards/${id}/images`,
    call: { method: 'POST', body: 'nonsense' },
    gives: { facilitator: 422, partner: 422, observer: 403 },
  },
  {
    name: 'reading an image that isn’t there',
    path: (id) => `api/boards/${id}/images/nope`,
    call: {},
    gives: all(404),
  },
  {
    name: 'listing links',
    path: (id) => `api/boards/${id}/links`,
    call: {},
    gives: facilitator(200),
  },
  {
    name: 'making a link',
    path: (id) => `api/boards/${id}/links`,
    call: { method: 'POST', json: { role: 'observer' } },
    gives: facilitator(201),
  },
  {
    name: 'withdrawing a link that isn’t there',
    path: (id) => `api/boards/${id}/links/nope`,
    call: { method: 'DELETE' },
    gives: facilitator(404),
  },
]

describe.each(cases)('$name', ({ path, call, gives }) => {
  test.each(roles)('as %s', async (role) => {
    const { token } = board.joined[role].participant
    const response = await server.call(path(board.id), { ...call, token })
    expect(response.status).toBe(gives[role])
    if (!response.ok) await problemIn(response)
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  test.each([
    ['without a token', undefined],
    ['with a wrong token', 'x'.repeat(43)],
  ])('%s', async (_how, token) => {
    const response = await server.call(path(board.id), { ...call, token })
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toBe('Bearer')
    await problemIn(response)
  })

  test('with a token of another board', async () => {
    const { joined } = await server.board()
    const { token } = joined.facilitator.participant
    const response = await server.call(path(board.id), { ...call, token })
    expect(response.status).toBe(401)
    await problemIn(response)
  })

  test('on a board that doesn’t exist', async () => {
    const { token } = board.joined.facilitator.participant
    const response = await server.call(path('nosuchboard'), { ...call, token })
    expect(response.status).toBe(404)
    expect((await problemIn(response)).type).toBe('urn:problem-type:rapport:board-unknown')
  })
})

test.each(['partner', 'observer'] as const)('a %s can’t delete the board', async (role) => {
  const { token } = board.joined[role].participant
  const response = await server.call(`api/boards/${board.id}`, { method: 'DELETE', token })
  expect(response.status).toBe(403)
  expect((await server.store.board(board.id))?.id).toBe(board.id)
})

test('no secret, token or name is in the log, however the server was used', async () => {
  const { secrets, joined } = board
  await server.call(`api/boards/${board.id}?secret=${secrets.partner}`, {
    token: joined.partner.participant.token,
  })
  await server.call(`api/${secrets.partner}/${joined.partner.participant.token}`)
  await server.call(secrets.partner)
  const logged = server.logged()
  expect(logged).toContain('"route":"/api/boards/:id/join"')
  for (const role of roles) {
    expect(logged).not.toContain(secrets[role])
    expect(logged).not.toContain(joined[role].participant.token)
    expect(logged).not.toContain(joined[role].participant.name)
  }
  expect(logged).not.toContain('County Council')
})
