import { afterAll, beforeAll, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { makeOne } from '../../../shared/board/make-one.ts'
import { viewOf } from '../../../shared/board/view.ts'
import { limits } from '../../../shared/limits.ts'
import type { CreatedBoard, JoinedBoard } from '../../../shared/protocol/http.ts'
import { createRooms } from '../../rooms/create-rooms.ts'
import { openSqliteStore } from '../../store/sqlite.ts'
import { bodyOf, problemIn, secretOf, startTestServer } from '../test-server.ts'

let server: Awaited<ReturnType<typeof startTestServer>>
let board: CreatedBoard

beforeAll(async () => {
  server = await startTestServer({
    openStore: openSqliteStore,
    createRooms: (store, log) => createRooms(store, { log }),
  })
  board = await server.create({ title: 'Frailty', organisations: ['County Council'] })
})
afterAll(() => server.stop())

const partner = () => secretOf(board.links.partner)
const join = async (json: object, id = board.id): Promise<JoinedBoard> => {
  const response = await server.join(id, json)
  expect(response.status).toBe(200)
  return bodyOf<JoinedBoard>(response)
}
const organisationsOf = async () => (await server.preview(board.id, partner())).organisations

test('the role comes from the link, and an observer speaks for nobody', async () => {
  const secret = secretOf(board.links.observer)
  const joined = await join({ secret, name: ' Asha Patel ', organisation: 'County Council' })
  expect(joined.participant).toMatchObject({
    role: 'observer',
    name: 'Asha Patel',
    organisation: null,
  })
  expect(joined.board).toMatchObject({ id: board.id, title: 'Frailty' })
  expect(Buffer.from(joined.participant.token, 'base64url')).toHaveLength(32)
  const stored = JSON.stringify(await server.store.participants(board.id))
  expect(stored).not.toContain(joined.participant.token)
})

test('an organisation is chosen by id, or by name whatever its case and spaces', async () => {
  const [council] = await organisationsOf()
  for (const organisation of [
    council!.id,
    'county  COUNCIL',
    { name: 'County Council', sector: 'public' },
  ]) {
    const { participant } = await join({ secret: partner(), name: 'Asha', organisation })
    expect(participant.organisation).toBe(council!.id)
  }
  expect(await organisationsOf()).toHaveLength(1)
})

test('whoever chose an organisation that was made a part of another meanwhile speaks for that one', async () => {
  const doubled = await server.create({ title: 'Twice', organisations: ['Leeds', 'LCC'] })
  const secret = secretOf(doubled.links.partner)
  const idOf = (doc: Y.Doc, name: string): string =>
    viewOf(doc).objects.find(({ fields }) => fields['name'] === name)!.id
  let [leeds, lcc] = ['', '']
  await server.rooms.edit(doubled.id, (doc) => {
    leeds = idOf(doc, 'Leeds')
    lcc = idOf(doc, 'LCC')
    makeOne(doc, leeds, [lcc], null)
  })
  const joined = await join({ secret, name: 'Asha', organisation: lcc }, doubled.id)
  expect(joined.participant.organisation).toBe(leeds)
  const { organisations } = await server.preview(doubled.id, secret)
  expect(organisations).toEqual([{ id: leeds, name: 'Leeds', sector: 'other' }])
})

test('twenty people who bring the same new organisation at once get one', async () => {
  const bringing = Array.from({ length: 20 }, (_, i) =>
    join({
      secret: partner(),
      name: `Person ${i}`,
      organisation: { name: i % 2 ? 'Riverside Trust' : 'riverside trust', sector: 'voluntary' },
    }),
  )
  const ids = (await Promise.all(bringing)).map(({ participant }) => participant.organisation)
  expect(new Set(ids).size).toBe(1)
  const list = await organisationsOf()
  expect(list.filter(({ name }) => /riverside trust/i.test(name))).toEqual([
    { id: ids[0], name: expect.any(String) as string, sector: 'voluntary' },
  ])
})

test('markup in a name stays what was typed', async () => {
  const name = '<img src=x onerror=alert(1)>'
  const { participant } = await join({ secret: partner(), name, organisation: `${name} Ltd` })
  expect(participant.name).toBe(name)
  expect((await organisationsOf()).map((one) => one.name)).toContain(`${name} Ltd`)
})

const long = 'x'.repeat(10_000)

test.each([
  [{ name: long }, 'name'],
  [{ name: '' }, 'name'],
  [{ name: 'a\nb' }, 'name'],
  [{ name: '\u3164' }, 'name'],
  [{ name: undefined }, 'name'],
  [{ organisation: long }, 'organisation'],
  [{ organisation: '   ' }, 'organisation'],
  [{ organisation: '\u200b\u200b' }, 'organisation'],
  [{ organisation: { name: 'x', sector: 'royal' } }, 'organisation'],
  [{ organisation: undefined }, 'organisation'],
  [{ organisation: '23456789abcdef' }, 'organisation'],
])('joining with %.50j is refused and names the field', async (change, field) => {
  const before = (await server.store.participants(board.id)).length
  const json = { secret: partner(), name: 'Asha', organisation: 'County Council', ...change }
  const response = await server.join(board.id, json)
  expect(response.status).toBe(422)
  const { errors = [] } = await problemIn(response)
  expect(errors[0]?.field?.split('.')[0]).toBe(field)
  expect(await server.store.participants(board.id)).toHaveLength(before)
})

test('a wrong link, an expired one and an unknown board each say so', async () => {
  const other = await server.create({ title: 'Other' })
  const expired = 'e'.repeat(43)
  const { hashSecret } = await import('../../secret.ts')
  await server.store.addLink({
    id: 'expired',
    board: board.id,
    role: 'partner',
    secretHash: hashSecret(expired),
    expiresAt: Date.now() - 1,
    revokedAt: null,
  })
  const tries = [
    { id: board.id, secret: 'wrong', status: 401, type: 'link-wrong' },
    { id: board.id, secret: secretOf(other.links.partner), status: 401, type: 'link-wrong' },
    { id: board.id, secret: expired, status: 403, type: 'link-expired' },
    { id: 'nosuchboard', secret: partner(), status: 404, type: 'board-unknown' },
  ]
  for (const { id, secret, status, type } of tries) {
    for (const call of ['join', 'preview']) {
      const json = { secret, name: 'Asha', organisation: 'County Council' }
      const response = await server.call(`api/boards/${id}/${call}`, { method: 'POST', json })
      expect(response.status).toBe(status)
      expect((await problemIn(response)).type).toBe(`urn:problem-type:rapport:${type}`)
    }
  }
})

test('a facilitator may speak for no organisation', async () => {
  const { participant } = await join({ secret: secretOf(board.links.facilitator), name: 'Fay' })
  expect(participant).toMatchObject({ role: 'facilitator', organisation: null })
})

test('a read-only board takes newcomers for its organisations, and no new organisation', async () => {
  const closed = await server.create({ title: 'Closed', organisations: ['County Council'] })
  await server.store.change(closed.id, { readOnly: true })
  const json = { secret: secretOf(closed.links.partner), name: 'Asha' }
  await join({ ...json, organisation: 'County Council' }, closed.id)
  const response = await server.join(closed.id, { ...json, organisation: 'New one' })
  expect(response.status).toBe(409)
  expect((await problemIn(response)).type).toBe('urn:problem-type:rapport:read-only')
})

test('a full board takes no further organisation', async () => {
  const organisations = Array.from({ length: limits.organisations }, (_, i) => `Body ${i}`)
  const full = await server.create({ title: 'Full', organisations })
  const json = { secret: secretOf(full.links.partner), name: 'Asha', organisation: 'One more' }
  const response = await server.join(full.id, json)
  expect(response.status).toBe(422)
  expect((await problemIn(response)).detail).toContain(String(limits.organisations))
})
