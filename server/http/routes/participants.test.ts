import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { Role } from '../../../shared/access.ts'
import type { Admitted, BoardPreview, JoinedBoard, Place } from '../../../shared/protocol/http.ts'
import { rootsOf } from '../../../shared/board/layout.ts'
import type { VersionList } from '../../../shared/protocol/versions.ts'
import { CODE_ALPHABET, CODE_LENGTH, showCode } from '../../../shared/session/short-code.ts'
import { createRooms } from '../../rooms/create-rooms.ts'
import { until } from '../../rooms/test-relay.ts'
import { command, Taps, type Tap } from '../../session/test-taps.ts'
import { openSqliteStore } from '../../store/sqlite.ts'
import { bodyOf, problemIn, startTestServer, type TestBoard } from '../test-server.ts'

let server: Awaited<ReturnType<typeof startTestServer>>
let board: TestBoard
const taps = new Taps()

beforeEach(async () => {
  server = await startTestServer({
    openStore: openSqliteStore,
    createRooms: (store, log) => createRooms(store, { log }),
  })
  board = await server.board()
})
afterEach(async () => {
  taps.close()
  await server.stop()
})

const tokenOf = (role: Role): string => board.joined[role].participant.token
const tap = (token: string): Promise<Tap> => taps.open(server.port, board.id, token)
const api = (rest: string): string => `api/boards/${board.id}${rest}`
const joinedBy = async (key: object, rest: object): Promise<JoinedBoard> => {
  const response = await server.join(board.id, { ...key, name: 'Nia Bevan', ...rest })
  expect(response.status).toBe(200)
  return bodyOf(response)
}
const place = async (token: string): Promise<Place> =>
  bodyOf(await server.call(api('/place'), { token }))
const admit = async (...participants: string[]): Promise<Admitted> =>
  bodyOf(
    await server.call(api('/admissions'), {
      method: 'POST',
      token: tokenOf('facilitator'),
      json: { participants },
    }),
  )
const organisationNames = async (): Promise<string[]> => {
  const preview = await server.preview(board.id, board.secrets.partner)
  return preview.organisations.map(({ name }) => name)
}

/** How an upgrade with this token is answered. */
async function upgrade(token: string): Promise<number> {
  const url = `ws://127.0.0.1:${server.port}/sync/${board.id}`
  const socket = new WebSocket(url, ['rapport', `token.${token}`])
  socket.on('error', () => undefined)
  const [, response] = (await once(socket, 'unexpected-response')) as [
    unknown,
    { statusCode: number },
  ]
  return response.statusCode
}

async function codeFor(fay: Tap, role: 'partner' | 'observer' = 'partner'): Promise<string> {
  const before = (await server.rooms.session(board.id)).code?.text
  expect(await command(fay, { type: 'code', role })).toContain('"ok"')
  const { code } = await server.rooms.session(board.id)
  expect(code?.text).not.toBe(before)
  return code?.text ?? ''
}

test('who waits gets nothing of the board, changes nothing on it, and is let in by a facilitator', async () => {
  const fay = await tap(tokenOf('facilitator'))
  const asha = await tap(tokenOf('partner'))
  expect(await command(fay, { type: 'waiting-room', on: true })).toContain('"ok"')
  const wish = { organisation: { name: 'Riverside Trust', sector: 'voluntary' } }
  const { participant, waiting } = await joinedBy({ secret: board.secrets.partner }, wish)
  const { token } = participant
  expect({ waiting, organisation: participant.organisation }).toEqual({
    waiting: true,
    organisation: null,
  })

  expect(await upgrade(token)).toBe(403)
  for (const rest of ['', '/export?format=json']) {
    const answer = await server.call(api(rest), { token })
    expect(answer.status).toBe(403)
    expect((await problemIn(answer)).type).toBe('urn:problem-type:rapport:waiting')
  }
  const poll = `sync/${board.id}/poll`
  expect((await server.call(poll, { method: 'POST', token })).status).toBe(403)
  expect(await organisationNames()).toEqual(['County Council'])
  // Facilitators are told who waits; nobody else is.
  await until(() => fay.heard().includes('Riverside Trust'), 'the facilitator is told')
  expect(fay.heard().includes('Nia Bevan')).toBe(true)
  await command(asha, { type: 'hand', up: true })
  await until(() => asha.heard().includes('"hands":[{'), 'a session message came since')
  expect(asha.heard().includes('Nia Bevan')).toBe(false)

  for (const role of ['partner', 'observer'] as const) {
    const json = { participants: [participant.id] }
    const call = { method: 'POST', token: tokenOf(role), json }
    expect((await server.call(api('/admissions'), call)).status).toBe(403)
  }
  expect(await admit(participant.id)).toEqual({ refused: [] })
  const let1 = await place(token)
  expect(let1.waiting).toBe(false)
  expect(await organisationNames()).toContain('Riverside Trust')
  expect(let1.organisation).not.toBeNull()
  const nia = await tap(token)
  await until(() => asha.heard().includes('Nia Bevan'), 'everyone sees her now')
  await until(() => nia.heard().length > 0, 'and she sees the board')
  // A facilitator never waits, and nobody does once the room is closed.
  const other = await joinedBy({ secret: board.secrets.facilitator }, {})
  expect(other.waiting).toBe(false)
  await command(fay, { type: 'waiting-room', on: false })
  expect((await joinedBy({ secret: board.secrets.observer }, {})).waiting).toBe(false)
})

test('who is refused, or chose an organisation that went, stays out', async () => {
  const fay = await tap(tokenOf('facilitator'))
  await command(fay, { type: 'waiting-room', on: true })
  const organisation = '23456789abcdef'
  const { participant } = await joinedBy({ secret: board.secrets.partner }, { organisation })
  const { refused } = await admit(participant.id)
  expect(refused).toMatchObject([
    { participant: participant.id, detail: expect.stringContaining('Nia Bevan') as unknown },
  ])
  expect((await place(participant.token)).waiting).toBe(true)
  const token = tokenOf('facilitator')
  const refuse = api(`/participants/${participant.id}`)
  expect((await server.call(refuse, { method: 'DELETE', token })).status).toBe(204)
  const gone = await server.call(api('/place'), { token: participant.token })
  expect(gone.status).toBe(401)
  expect(await admit(participant.id)).toEqual({ refused: [] })
  expect((await server.call(api('/place'), { token: participant.token })).status).toBe(401)
})

test('a removed participant is cut off at once, told so, and can’t come back with the same token', async () => {
  const asha = await tap(tokenOf('partner'))
  const closed = once(asha.socket, 'close')
  const remove = (role: Role, token: string) =>
    server.call(api(`/participants/${board.joined[role].participant.id}`), {
      method: 'DELETE',
      token,
    })
  expect((await remove('facilitator', tokenOf('partner'))).status).toBe(403)
  expect((await remove('facilitator', tokenOf('facilitator'))).status).toBe(409)
  expect((await remove('partner', tokenOf('facilitator'))).status).toBe(204)
  expect((await closed)[0]).toBe(4401)
  expect(asha.heard().includes('{"notice":"removed"}')).toBe(true)
  expect(await upgrade(tokenOf('partner'))).toBe(401)
  expect((await server.call(api(''), { token: tokenOf('partner') })).status).toBe(401)
  const nobody = await server.call(api('/participants/nope'), {
    method: 'DELETE',
    token: tokenOf('facilitator'),
  })
  expect(nobody.status).toBe(404)
})

test('a name is erased from comments, versions and the list of who joined; no file holds it afterwards', async () => {
  const token = tokenOf('facilitator')
  const canary = 'Canary Jones'
  const wish = { name: canary, organisation: 'County Council' }
  const { participant } = await joinedBy({ secret: board.secrets.partner }, wish)
  const by = participant.id
  const at = '2026-03-01T10:00:00.000Z'
  const said = { object: 'o1', text: 'From when?', at }
  await server.rooms.edit(board.id, (doc) => {
    const { comments } = rootsOf(doc)
    comments.set('c1', { ...said, by, name: canary, resolved: { name: canary, at } })
    comments.set('c2', { ...said, by: 'other', name: 'Rhys', resolved: { name: canary, at } })
    comments.set('c3', { ...said, by, name: canary })
  })
  const kept = await server.rooms.keepVersion(board.id, { kind: 'saved', name: 'March', by })
  await server.rooms.edit(board.id, (doc) => rootsOf(doc).comments.delete('c3'))
  const asha = await tap(participant.token)
  const closed = once(asha.socket, 'close')
  const path = `/participants/${by}/name`
  const erase = (who: string) => server.call(api(path), { method: 'DELETE', token: who })
  expect((await erase(tokenOf('partner'))).status).toBe(403)
  expect((await erase(token)).status).toBe(204)
  expect((await closed)[0]).toBe(4401)
  expect((await erase(token)).status).toBe(204)
  const own = api(`/participants/${board.joined.facilitator.participant.id}/name`)
  expect((await server.call(own, { method: 'DELETE', token })).status).toBe(409)

  const docs = [await server.rooms.state(board.id)]
  docs.push((await server.rooms.versionState(board.id, kept?.id ?? '')) ?? new Uint8Array())
  for (const [index, state] of docs.entries()) {
    expect(Buffer.from(state).includes('Canary')).toBe(false)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, state)
    const { comments } = rootsOf(doc)
    expect(comments.get('c1')).toEqual({ ...said, by, name: '', resolved: { name: '', at } })
    expect(comments.get('c2')).toMatchObject({ name: 'Rhys', resolved: { name: '' } })
    expect(comments.has('c3')).toBe(index === 1)
  }
  const { versions } = await bodyOf<VersionList>(await server.call(api('/versions'), { token }))
  expect(versions[0]?.by).toEqual({ id: by, name: '' })
  const onDisk = async (): Promise<boolean> => {
    for (const name of await readdir(server.dir, { recursive: true })) {
      // A folder can't be read, and a file of SQLite's can go meanwhile.
      const bytes = await readFile(join(server.dir, name)).catch(() => Buffer.alloc(0))
      if (bytes.includes('Canary')) return true
    }
    return false
  }
  // The store empties its own log in a while.
  while (await onDisk());
})

test('a short code leads to the waiting room and no further, for its role, and until it is taken away', async () => {
  const fay = await tap(tokenOf('facilitator'))
  const code = await codeFor(fay)
  expect(code).toHaveLength(CODE_LENGTH)
  const look = (typed: string) =>
    server.call('api/codes', { method: 'POST', json: { code: typed } })
  const preview = await bodyOf<BoardPreview>(await look(` ${showCode(code).toLowerCase()} `))
  expect(preview).toMatchObject({ id: board.id, role: 'partner' })
  const organisation = preview.organisations[0]?.id
  const { participant, waiting } = await joinedBy({ code }, { organisation })
  expect(waiting).toBe(true)
  expect(participant.role).toBe('partner')
  await admit(participant.id)
  expect(await place(participant.token)).toEqual({ waiting: false, organisation })

  const other = await codeFor(fay, 'observer')
  expect((await look(code)).status).toBe(404)
  const seen = await joinedBy({ code: other }, {})
  expect(seen.participant.role).toBe('observer')
  await command(fay, { type: 'code', role: null })
  expect((await look(other)).status).toBe(404)
  const last = await codeFor(fay)
  await command(fay, { type: 'end' })
  expect((await look(last)).status).toBe(404)
  expect((await problemIn(await look(last))).type).toBe('urn:problem-type:rapport:code-wrong')
  expect(server.logged()).not.toContain(last)

  // Withdrawing the link of a code cuts off whoever came by it.
  const { link } = (await server.store.participants(board.id)).find(
    ({ id }) => id === participant.id,
  )!
  const token = tokenOf('facilitator')
  await server.call(api(`/links/${link}`), { method: 'DELETE', token })
  expect(await upgrade(participant.token)).toBe(401)
})

test('wrong codes are counted, so that nobody tries them all; right ones are not', async () => {
  const fay = await tap(tokenOf('facilitator'))
  const code = await codeFor(fay)
  const look = async (typed: string): Promise<number> =>
    (await server.call('api/codes', { method: 'POST', json: { code: typed } })).status
  for (let n = 0; n < 25; n += 1) expect(await look(code)).toBe(200)
  const guesses = Array.from({ length: 50 }, (_, n) => CODE_ALPHABET.charAt(n % 20))
  const answers = await Promise.all(guesses.map((letter) => look(letter.repeat(CODE_LENGTH))))
  expect(answers.filter((status) => status === 404)).toHaveLength(20)
  expect(answers.filter((status) => status === 429)).toHaveLength(30)
  expect(await look(code)).toBe(429)
  // Links go on.
  expect((await joinedBy({ secret: board.secrets.observer }, {})).waiting).toBe(false)
})
