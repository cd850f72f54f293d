import { afterEach, beforeEach, expect, test } from 'vitest'
import { addObjects } from '../../shared/board/commands.ts'
import type { SessionParticipant } from '../../shared/protocol/session.ts'
import {
  addBoard,
  addParticipant,
  startRelay,
  until,
  type Client,
  type Relay,
} from '../rooms/test-relay.ts'
import { done, send } from './test-commands.ts'

const BOARD = 'b1'
let relay: Relay
let fay: Client
let asha: Client

async function on(name: string): Promise<Client> {
  const client = relay.client(BOARD, name)
  await client.synced()
  await until(() => client.heard.sessions.length > 0, `${name} hears the session`)
  return client
}

const person = ({ heard }: Client, id: string): SessionParticipant | undefined =>
  heard.sessions.at(-1)?.participants.find((one) => one.id === id)
const answered = ({ heard }: Client, round: string): number | undefined =>
  heard.sessions.at(-1)?.run.answered[round]

const toBen = { type: 'speak-for', participant: 'b1-asha', organisation: 'org-ben' }

beforeEach(async () => {
  relay = await startRelay()
  await addBoard(relay.store, BOARD)
  await addParticipant(relay.store, BOARD, 'fay', 'facilitator')
  await addParticipant(relay.store, BOARD, 'asha')
  await addParticipant(relay.store, BOARD, 'ben')
  await addParticipant(relay.store, BOARD, 'olu', 'observer')
  const at: [number, number] = [0, 0]
  await relay.rooms.edit(BOARD, (doc) => {
    addObjects(
      doc,
      [
        { id: 'org-asha', type: 'organisation', at },
        { id: 'org-ben', type: 'organisation', at },
        { id: 'org-cy', type: 'organisation', at },
        { id: 't1', type: 'relationship', at, fields: { from: 'org-asha', to: 'org-ben' } },
        { id: 't2', type: 'relationship', at, fields: { from: 'org-ben', to: 'org-cy' } },
        { id: 'note', type: 'note', at },
      ],
      null,
    )
  })
  fay = await on('fay')
  asha = await on('asha')
})
afterEach(() => relay.dispose())

test('everyone hears whom somebody speaks for now, and it outlives the server', async () => {
  await done(fay, toBen)
  for (const client of [fay, asha]) {
    await until(
      () => person(client, 'b1-asha')?.organisation === 'org-ben',
      'asha is known to speak for the other',
    )
  }
  asha.provider.awareness.setLocalState({ cursor: [1, 2] })
  const stamps = () =>
    [...fay.provider.awareness.getStates().values()].map((state) => state['participant'] as unknown)
  await until(
    () => JSON.stringify(stamps()).includes('org-ben'),
    'her cursor has the colour of the other',
  )
  await relay.dispose({ keep: true })
  relay = await startRelay({ dir: relay.dir })
  expect(person(await on('fay'), 'b1-asha')?.organisation).toBe('org-ben')
})

test('what they answered to the open question goes, and they answer it for the other', async () => {
  const spec = { kind: 'trust', question: '?', anonymous: false, minimum: 1, relationships: null }
  const { round } = (await done(fay, { type: 'open-round', spec })) as { round: string }
  const own = { t2: { reliability: 2 } }
  expect(await send(asha, { type: 'answer', round, value: own })).toHaveProperty('error')
  await done(asha, { type: 'answer', round, value: { t1: { openness: 4 } } })
  await done(fay, toBen)
  await until(() => answered(fay, round) === 0, 'her answer is gone')
  expect(await done(asha, { type: 'my-answer', round })).toEqual({ value: null })
  await done(asha, { type: 'answer', round, value: own })
  await done(fay, { type: 'close-round', round })
  expect(await send(fay, { ...toBen, organisation: null })).toMatchObject({
    error: expect.stringContaining('closed question'),
  })
  await done(fay, { type: 'reveal-round', round })
  await until(() => fay.heard.sessions.at(-1)?.run.rounds[0]?.results !== null, 'it is revealed')
  const sides = fay.heard.sessions.at(-1)?.run.rounds[0]?.results
  expect(sides).toMatchObject({ n: 1 })
  expect(JSON.stringify(sides)).toContain('"tie":"t2","end":"from"')
  await done(fay, { ...toBen, organisation: null })
})

test.each([
  ['an object that is no organisation', { organisation: 'note' }, 'not on the board any more'],
  ['nobody', { participant: 'b1-nobody' }, 'This person is not on the board'],
  ['an observer', { participant: 'b1-olu' }, 'An observer speaks for no organisation'],
])('%s is refused', async (_what, patch, error) => {
  expect(await send(fay, { ...toBen, ...patch })).toMatchObject({
    error: expect.stringContaining(error),
  })
})

test('somebody who was removed stays what they were', async () => {
  await relay.store.removeParticipant(BOARD, 'b1-ben', 1)
  await relay.rooms.refresh(BOARD)
  expect(await send(fay, { ...toBen, participant: 'b1-ben' })).toHaveProperty('error')
})
