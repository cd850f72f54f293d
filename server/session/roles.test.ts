import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { roles, type Role } from '../../shared/access.ts'
import { encodeJson } from '../../shared/protocol/messages.ts'
import type { ResultMessage } from '../../shared/protocol/session.ts'
import { commandTypes, type CommandType } from '../../shared/session/commands.ts'
import { freshSession, type Round, type SessionState } from '../../shared/session/state.ts'
import {
  addBoard,
  addParticipant,
  startRelay,
  until,
  type Client,
  type Relay,
} from '../rooms/test-relay.ts'

const BOARD = 'b1'
const spec = {
  kind: 'scale',
  question: 'How ready are we?',
  anonymous: false,
  minimum: 1,
  low: '',
  high: '',
} as const
const round = (id: string, state: Round['state']): Round => ({
  id,
  spec,
  ties: [],
  state,
  openedAt: 1,
  endedAt: null,
  results: null,
  recorded: false,
})

const everyone: readonly Role[] = roles
const speakers: readonly Role[] = ['facilitator', 'partner']
const facilitators: readonly Role[] = ['facilitator']

interface Case {
  by: readonly Role[]
  /** what is sent beside the type */
  body?: object
  /** what the session is like before */
  when?: Partial<SessionState>
}
const open: Case['when'] = { rounds: [round('r', 'open')] }
const closed: Case['when'] = { rounds: [round('r', 'closed')] }
const running: Case['when'] = { timer: { endsAt: 4e12 } }

/** Every command there is: who may give it, and a way to give it that does something. A new one fails to compile until it is here. */
const cases: Record<CommandType, Case> = {
  stage: { by: facilitators, body: { frame: 'f1' } },
  'timer-start': { by: facilitators, body: { ms: 1000 } },
  'timer-pause': { by: facilitators, when: running },
  'timer-resume': { by: facilitators, when: { timer: { left: 1000 } } },
  'timer-add': { by: facilitators, body: { ms: 1000 }, when: running },
  'timer-stop': { by: facilitators, when: running },
  lock: { by: facilitators, body: { ids: ['a'], on: true } },
  pause: { by: facilitators, body: { on: true } },
  'hide-cursors': { by: facilitators, body: { on: true } },
  'hide-names': { by: facilitators, body: { on: true } },
  spotlight: { by: facilitators, body: { object: 'a' } },
  gather: { by: facilitators, body: { view: [0, 0, 1] } },
  'waiting-room': { by: facilitators, body: { on: true } },
  code: { by: facilitators, body: { role: 'partner' } },
  end: { by: facilitators },
  reopen: { by: facilitators, when: { ended: true } },
  'speak-for': { by: facilitators, body: { participant: 'b1-partner', organisation: null } },
  hand: { by: everyone, body: { up: true } },
  'open-round': { by: facilitators, body: { spec } },
  'close-round': { by: facilitators, body: { round: 'r' }, when: open },
  'reopen-round': { by: facilitators, body: { round: 'r' }, when: closed },
  'reveal-round': { by: facilitators, body: { round: 'r' }, when: closed },
  'discard-round': { by: facilitators, body: { round: 'r' }, when: closed },
  answer: { by: speakers, body: { round: 'r', value: 3 }, when: open },
  withdraw: { by: speakers, body: { round: 'r' }, when: open },
  'my-answer': { by: speakers, body: { round: 'r' }, when: open },
}
/** These change what only their giver is told, or what the session doesn't hold. */
const quiet: readonly CommandType[] = ['answer', 'withdraw', 'my-answer', 'speak-for']

let relay: Relay
const clients = new Map<Role, Client>()
let count = 0

beforeAll(async () => {
  relay = await startRelay()
  await addBoard(relay.store, BOARD)
  for (const role of roles) {
    await addParticipant(relay.store, BOARD, role, role)
    clients.set(role, relay.client(BOARD, role))
  }
  for (const client of clients.values()) {
    await client.synced()
    await until(() => client.heard.sessions.length > 0, 'the session is heard')
  }
})
afterAll(() => relay.dispose())

const stored = async (): Promise<SessionState> => {
  const { state } = await relay.store.session(BOARD)
  return state === null ? freshSession() : (JSON.parse(state) as SessionState)
}

async function send(role: Role, body: object): Promise<ResultMessage> {
  const { provider, heard } = clients.get(role)!
  count += 1
  const id = `c${count}`
  provider.ws?.send(encodeJson(102, { id, ...body }))
  const find = () => heard.results.find((result) => 'id' in result && result.id === id)
  await until(() => find() !== undefined, `an answer to ${JSON.stringify(body)}`)
  return find()!
}

test('the table names every command', () => {
  expect(Object.keys(cases).sort()).toEqual([...commandTypes].sort())
})

describe.each(Object.entries(cases) as [CommandType, Case][])('%s', (type, { by, body, when }) => {
  beforeEach(async () => {
    await relay.store.eraseAnswers(BOARD, 'r')
    const { version } = await relay.store.session(BOARD)
    await relay.store.saveSession(BOARD, version, JSON.stringify({ ...freshSession(), ...when }))
    await relay.rooms.refresh(BOARD)
  })

  test.each(roles)('by a %s', async (role) => {
    const before = await stored()
    const result = await send(role, { type, ...body })
    const after = await stored()
    if (by.includes(role)) {
      expect(result).toHaveProperty('ok')
      if (quiet.includes(type)) expect(after).toEqual(before)
      else expect(after).not.toEqual(before)
    } else {
      expect(result).toMatchObject({ error: 'Your role doesn’t allow that.' })
      expect(after).toEqual(before)
      expect(await relay.store.answers(BOARD, 'r')).toEqual([])
    }
  })
})

test.each([
  ['an unknown command', { type: 'make-coffee' }, 'This command is not known.'],
  [
    'a scribe’s entry',
    { type: 'answer', round: 'r', value: 3, for: { organisation: null } },
    /facilitator/,
  ],
  [
    'somebody else’s hand',
    { type: 'hand', up: false, participant: 'b1-observer' },
    /somebody else/,
  ],
  ['a role that no code has', { type: 'code', role: 'facilitator' }, 'This command is not known.'],
])('a partner can’t forge %s', async (_what, body, error) => {
  const { version } = await relay.store.session(BOARD)
  await relay.store.saveSession(BOARD, version, JSON.stringify({ ...freshSession(), ...open }))
  await relay.rooms.refresh(BOARD)
  const result = await send('partner', body)
  const said = 'error' in result ? result.error : ''
  expect(said).toMatch(error)
  expect(await relay.store.answers(BOARD, 'r')).toEqual([])
})
