import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { close } from '../../../shared/protocol/close.ts'
import type { CreatedLink, JoinedBoard, LinkFacts } from '../../../shared/protocol/http.ts'
import { createRooms } from '../../rooms/create-rooms.ts'
import { openSqliteStore } from '../../store/sqlite.ts'
import { bodyOf, problemIn, secretOf, startTestServer } from '../test-server.ts'

let server: Awaited<ReturnType<typeof startTestServer>>

beforeAll(async () => {
  server = await startTestServer({
    openStore: openSqliteStore,
    createRooms: (store, log) => createRooms(store, { log }),
  })
})
afterAll(() => server.stop())

/** A WebSocket on the board that has had its first message, and its close code to come. */
async function connect(board: string, token: string): Promise<{ closed: Promise<number> }> {
  const url = new URL(`sync/${board}`, server.address)
  url.protocol = 'ws:'
  const socket = new WebSocket(url, ['rapport', `token.${token}`])
  const closed = new Promise<number>((resolve) => socket.once('close', resolve))
  await new Promise((resolve, reject) => {
    socket.once('message', resolve)
    socket.once('error', reject)
  })
  return { closed }
}

test('a link is made, listed without its secret, and opens the board until its day', async () => {
  const { id, joined } = await server.board()
  const { token } = joined.facilitator.participant
  const expiresAt = '2999-01-31T18:00:00Z'
  const json = { role: 'observer', expiresAt }
  const response = await server.call(`api/boards/${id}/links`, { method: 'POST', token, json })
  expect(response.status).toBe(201)
  const { url, ...facts } = await bodyOf<CreatedLink>(response)
  expect(facts).toMatchObject({ role: 'observer', expiresAt: '2999-01-31T18:00:00.000Z' })
  const list = await bodyOf<LinkFacts[]>(await server.call(`api/boards/${id}/links`, { token }))
  expect(list.map(({ role }) => role)).toEqual(['facilitator', 'partner', 'observer', 'observer'])
  expect(list.at(-1)).toEqual(facts)
  expect((await server.join(id, { secret: secretOf(url), name: 'Olu' })).status).toBe(200)
})

test.each([
  ['2999-12-01T10:00Z', '2999-12-01T10:00:00.000Z'],
  ['2999-12-01T10:00+01:00', '2999-12-01T09:00:00.000Z'],
  ['2999-12-01T10:00:30.25-05:30', '2999-12-01T15:30:30.250Z'],
])('a link may end at %s, which is %s', async (expiresAt, at) => {
  const { id, joined } = await server.board()
  const { token } = joined.facilitator.participant
  const json = { role: 'partner', expiresAt }
  const response = await server.call(`api/boards/${id}/links`, { method: 'POST', token, json })
  expect(response.status).toBe(201)
  expect((await bodyOf<CreatedLink>(response)).expiresAt).toBe(at)
})

test.each([
  { role: 'owner' },
  {},
  { role: 'partner', expiresAt: 'tomorrow' },
  { role: 'partner', expiresAt: '2999-12-01' },
  { role: 'partner', expiresAt: '2999-02-30' },
  { role: 'partner', expiresAt: '2999-12-01T10:00' },
  { role: 'partner', expiresAt: '2999-02-30T10:00Z' },
  { role: 'partner', expiresAt: '2999-13-01T10:00Z' },
  { role: 'partner', expiresAt: '2001-01-01T00:00:00Z' },
  { role: 'partner', expiresAt: 7 },
])('%j makes no link', async (json) => {
  const { id, joined } = await server.board()
  const { token } = joined.facilitator.participant
  const response = await server.call(`api/boards/${id}/links`, { method: 'POST', token, json })
  expect(response.status).toBe(422)
  expect((await problemIn(response)).errors).toHaveLength(1)
  expect(await server.store.links(id)).toHaveLength(3)
})

test('a withdrawn link lets nobody in, ends the tokens got by it and closes their sockets; others stay', async () => {
  const { id, joined, secrets } = await server.board()
  const { token } = joined.facilitator.participant
  const partner = joined.partner.participant.token
  const [socket, own] = await Promise.all([connect(id, partner), connect(id, token)])
  const links = await bodyOf<LinkFacts[]>(await server.call(`api/boards/${id}/links`, { token }))
  const link = links.find(({ role }) => role === 'partner')!
  const withdraw = () =>
    server.call(`api/boards/${id}/links/${link.id}`, { method: 'DELETE', token })
  expect((await withdraw()).status).toBe(204)

  expect(await socket.closed).toBe(close.unauthorised.code)
  expect((await server.call(`api/boards/${id}`, { token: partner })).status).toBe(401)
  await expect(connect(id, partner)).rejects.toThrow('401')
  const json = { secret: secrets.partner, name: 'Again', organisation: 'County Council' }
  const response = await server.join(id, json)
  expect(response.status).toBe(403)
  expect((await problemIn(response)).type).toBe('urn:problem-type:rapport:link-revoked')

  expect((await withdraw()).status).toBe(204)
  expect((await server.call(`api/boards/${id}`, { token })).status).toBe(200)
  const ended = await Promise.race([own.closed, server.call('healthz').then(() => 'open')])
  expect(ended).toBe('open')
})

test('whoever joins while their link is withdrawn ends up outside', async () => {
  const { id, joined, secrets } = await server.board()
  const { token } = joined.facilitator.participant
  const link = (await server.store.links(id)).find(({ role }) => role === 'observer')!
  const joining = Array.from({ length: 10 }, (_, i) =>
    server.join(id, { secret: secrets.observer, name: `Olu ${i}` }),
  )
  const withdrawing = server.call(`api/boards/${id}/links/${link.id}`, { method: 'DELETE', token })
  const answers = await Promise.all([...joining, withdrawing])
  expect(answers.at(-1)?.status).toBe(204)
  for (const answer of answers.slice(0, -1)) {
    expect([200, 403]).toContain(answer.status)
    const got = answer.ok ? (await bodyOf<JoinedBoard>(answer)).participant.token : 'none'
    expect((await server.call(`api/boards/${id}`, { token: got })).status).toBe(401)
  }
})

test('deleting the board closes every socket on it', async () => {
  const { id, joined } = await server.board()
  const { token } = joined.facilitator.participant
  const socket = await connect(id, joined.observer.participant.token)
  await server.call(`api/boards/${id}`, { method: 'DELETE', token })
  expect(await socket.closed).toBe(close.gone.code)
})
