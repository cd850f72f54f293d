import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { freshSession, type Round, type SessionState } from '../../shared/session/state.ts'
import { systemClock } from '../clock.ts'
import { openSqliteStore } from '../store/sqlite.ts'
import type { BoardStore, ParticipantRow } from '../store/store.ts'
import { BoardSession, type SessionHost } from './board-session.ts'

const BOARD = 'b1'
const fay: ParticipantRow = {
  id: 'fay',
  board: BOARD,
  link: 'l1',
  name: 'Fay',
  role: 'facilitator',
  organisation: null,
  tokenHash: 'x',
  joinedAt: 0,
  removedAt: null,
  waiting: null,
}

let dir: string
let store: BoardStore
let faults: string[]
beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'rapport-'))
  store = await openSqliteStore(dir)
  faults = []
  const row = { id: BOARD, title: 'T', epoch: 'e', readOnly: false, createdAt: 0, changedAt: 0 }
  await store.create(row, [], new Uint8Array([0, 0]))
})
afterEach(async () => {
  await store.close()
  await rm(dir, { recursive: true })
})

const hostWith = (host: Partial<SessionHost>): SessionHost => ({
  board: BOARD,
  store,
  clock: systemClock,
  log: {
    info: () => undefined,
    warn: () => undefined,
    error: (_fields, message) => void faults.push(message),
  },
  participants: () => [fay],
  document: async () => new Uint8Array([0, 0]),
  edit: async () => undefined,
  participantsChanged: async () => undefined,
  changed: () => undefined,
  ...host,
})

/** A node's session of the board. */
const sessionOn = async (host: Partial<SessionHost> = {}): Promise<BoardSession> =>
  new BoardSession(hostWith(host), await store.session(BOARD))

test('a command whose answer comes late doesn’t put back what another node did after it', async () => {
  let saved = (): void => undefined
  let answer = (): void => undefined
  const isSaved = new Promise<void>((resolve) => (saved = resolve))
  const mayAnswer = new Promise<void>((resolve) => (answer = resolve))
  const slow: BoardStore = {
    ...store,
    saveSession: async (...args) => {
      const isNew = await store.saveSession(...args)
      saved()
      await mayAnswer
      return isNew
    },
  }
  const told: boolean[] = []
  const one: BoardSession = await sessionOn({
    store: slow,
    changed: () => void told.push(one.state.ended),
  })
  const pausing = one.command(fay, { id: 'c1', type: 'pause', on: true })
  await isSaved
  const two = await sessionOn()
  expect(await two.command(fay, { id: 'c2', type: 'end' })).toEqual({ id: 'c2', ok: null })
  await one.refresh()
  answer()
  expect(await pausing).toEqual({ id: 'c1', ok: null })
  expect(one.state).toEqual(two.state)
  expect(told).toEqual([true])
})

test('a round that is gone before its readings are written ends nothing but that', async () => {
  const round = (id: string): Round => ({
    id,
    spec: { kind: 'trust', question: '?', anonymous: false, minimum: 1, relationships: null },
    ties: [],
    state: 'revealed',
    openedAt: 1,
    endedAt: 2,
    results: null,
    recorded: false,
  })
  const save = (version: number, rounds: Round[]): Promise<boolean> => {
    const state: SessionState = { ...freshSession(), rounds }
    return store.saveSession(BOARD, version, JSON.stringify(state))
  }
  const { version } = await store.session(BOARD)
  await save(version, [round('r1'), round('r2')])
  const session: BoardSession = await sessionOn({
    edit: async () => {
      await save(version + 1, [])
      await session.refresh()
    },
  })
  await session.finish()
  expect(session.state.rounds).toEqual([])
  expect(faults).toEqual(['The readings of a revealed round are not written yet'])
})

test('no answer comes in behind a closing that another node did, whenever this one hears of it', async () => {
  const open: Round = {
    id: 'r1',
    spec: { kind: 'words', question: '?', anonymous: false, minimum: 1 },
    ties: [],
    state: 'open',
    openedAt: 1,
    endedAt: null,
    results: null,
    recorded: false,
  }
  const save = (version: number, rounds: Round[]): Promise<boolean> =>
    store.saveSession(BOARD, version, JSON.stringify({ ...freshSession(), rounds }))
  for (let steps = 0; steps < 24; steps += 1) {
    const { version } = await store.session(BOARD)
    await save(version, [open])
    const before = await store.session(BOARD)
    await save(version + 1, [{ ...open, state: 'closed' }])
    const news = await store.session(BOARD)
    const one = new BoardSession(
      hostWith({ store: { ...store, session: () => Promise.resolve(news) } }),
      before,
    )
    const answering = one.command(fay, { id: 'c', type: 'answer', round: 'r1', value: 'late' })
    for (let step = 0; step < steps; step += 1) await Promise.resolve()
    await one.refresh()
    expect(await answering).toMatchObject({ error: expect.stringMatching(/closed/) as unknown })
    expect(await store.answers(BOARD, 'r1')).toEqual([])
  }
})
