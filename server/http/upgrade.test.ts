import { afterAll, beforeAll, expect, test } from 'vitest'
import { addBoard, addParticipant, startRelay, type Relay } from '../rooms/test-relay.ts'

let relay: Relay
beforeAll(async () => {
  relay = await startRelay()
  await addBoard(relay.store, 'b1')
  await addBoard(relay.store, 'b2')
  await addParticipant(relay.store, 'b1', 'asha')
  const eve = await addParticipant(relay.store, 'b1', 'eve')
  await relay.store.removeParticipant('b1', eve.id, 5)
  await relay.store.addLink({
    id: 'short',
    board: 'b1',
    role: 'partner',
    secretHash: 'h',
    expiresAt: 1000,
    revokedAt: null,
  })
  const late = { ...eve, id: 'late', link: 'short', name: 'late', removedAt: null }
  await relay.store.addParticipant({ ...late, tokenHash: 'x' })
})
afterAll(() => relay.dispose())

const asha = ['y-websocket', 'token.token-asha']

test('the token opens its own board, and the server answers with the dialect alone', async () => {
  expect(await relay.upgradeStatus('/sync/b1', asha)).toBe(101)
  const { socket } = await relay.raw('b1', 'asha')
  expect(socket.protocol).toBe('rapport')
})

test.each([
  ['no protocol', '/sync/b1', [], 401],
  ['no token', '/sync/b1', ['rapport'], 401],
  ['an unknown token', '/sync/b1', ['rapport', 'token.guess'], 401],
  ['a token of another board', '/sync/b2', asha, 401],
  ['a removed participant', '/sync/b1', ['rapport', 'token.token-eve'], 401],
  ['an unknown board', '/sync/nope', asha, 401],
  ['no dialect', '/sync/b1', ['token.token-asha'], 400],
  ['another path', '/other/b1', asha, 404],
  ['a path below', '/sync/b1/x', asha, 404],
])('%s is refused before the upgrade', async (_what, path, protocols, status) => {
  expect(await relay.upgradeStatus(path, protocols)).toBe(status)
})

test('only the own host, configured origins and programs without an origin may connect', async () => {
  const from = (origin: string) => relay.upgradeStatus('/sync/b1', asha, { origin })
  expect(await from('https://evil.example')).toBe(403)
  expect(await from('null')).toBe(403)
  expect(await from('https://friend.example')).toBe(101)
  expect(await from(`http://127.0.0.1:${relay.port}`)).toBe(101)
})
