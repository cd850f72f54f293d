import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashSecret } from '../secret.ts'
import type { Clock } from '../clock.ts'
import { addBoard, addParticipant, startRelay, until, type Relay } from '../rooms/test-relay.ts'
import type { BoardStore } from '../store/store.ts'

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

test('[RM16] when everyone comes back at once, those beyond what the store answers are told to come again, and get in', async () => {
  let letGo = (): void => undefined
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const crowded = await startRelay({
    mostAsking: 40,
    wrap: (store) => ({
      ...store,
      async participantByToken(board, hash) {
        await held
        return store.participantByToken(board, hash)
      },
    }),
  })
  await addBoard(crowded.store, 'b1')
  await addParticipant(crowded.store, 'b1', 'asha')
  const come = (count: number): Promise<number>[] =>
    Array.from({ length: count }, () => crowded.upgradeStatus('/sync/b1', asha))
  const answers: number[] = []
  const first = come(300).map((answer) => answer.then((status) => void answers.push(status)))
  await until(() => answers.length === 260, 'those beyond the bound have their answer')
  expect(new Set(answers)).toEqual(new Set([503]))
  letGo()
  await Promise.all(first)
  for (let outside = 260, rounds = 0; outside > 0; rounds += 1) {
    expect(rounds).toBeLessThan(50)
    const statuses = await Promise.all(come(outside))
    expect(statuses).toContain(101)
    outside = statuses.filter((status) => status === 503).length
  }
  await crowded.dispose()
})

describe('whose place has ended', () => {
  /** Time that a test moves on; links expire by it. */
  function handClock() {
    let now = 1_000
    const timers = new Set<{ at: number; task: () => void }>()
    const clock: Clock = {
      now: () => now,
      after(delay, task) {
        expect(delay).toBeLessThan(2 ** 31)
        const timer = { at: now + delay, task }
        timers.add(timer)
        return () => timers.delete(timer)
      },
    }
    const advance = (ms: number): void => {
      now += ms
      for (const timer of timers) {
        if (timer.at <= now && timers.delete(timer)) timer.task()
      }
    }
    return { clock, advance, timers }
  }

  async function withLink(expiresAt: number, linkClock: Clock): Promise<Relay> {
    const made = await startRelay({ linkClock })
    await addBoard(made.store, 'b1')
    await addParticipant(made.store, 'b1', 'asha')
    const link = { id: 'guests', board: 'b1', role: 'partner' as const, secretHash: 'h' }
    await made.store.addLink({ ...link, expiresAt, revokedAt: null })
    await made.store.addParticipant({
      id: 'guest',
      board: 'b1',
      link: 'guests',
      name: 'guest',
      role: 'partner',
      organisation: null,
      tokenHash: hashSecret('token-guest'),
      joinedAt: 1,
      removedAt: null,
      waiting: null,
    })
    return made
  }

  test('[RM2] who came by a link that expires is cut off when it does, alone, and can’t come back', async () => {
    const month = 30 * 24 * 3_600_000
    const { clock, advance, timers } = handClock()
    const made = await withLink(1_000 + month, clock)
    const guest = await made.raw('b1', 'guest')
    const staying = await made.raw('b1', 'asha')
    // Longer than a timer can wait.
    advance(2 ** 31 - 1)
    expect(guest.socket.readyState).toBe(1)
    advance(month - (2 ** 31 - 1))
    expect(await guest.closed).toBe(4401)
    expect(staying.socket.readyState).toBe(1)
    expect(timers.size).toBe(0)
    expect(await made.upgradeStatus('/sync/b1', ['rapport', 'token.token-guest'])).toBe(401)
    await made.dispose()
  })

  test('[RM2] nobody slips in who is removed between the check and the welcome', async () => {
    let letGo: (() => void) | undefined
    const wrap = (store: BoardStore): BoardStore => ({
      ...store,
      async links(board) {
        const links = await store.links(board)
        await new Promise<void>((resolve) => {
          letGo = resolve
        })
        return links
      },
    })
    const made = await startRelay({ wrap })
    await addBoard(made.store, 'b1')
    const ben = await addParticipant(made.store, 'b1', 'ben')
    const late = made.raw('b1', 'ben')
    await until(() => letGo !== undefined, 'the upgrade is under way')
    await made.store.removeParticipant('b1', ben.id, 5)
    await made.rooms.refresh('b1')
    letGo?.()
    expect(await (await late).closed).toBe(4401)
    expect((await late).frames.some((frame) => frame[0] === 0)).toBe(false)
    await made.dispose()
  })
})
