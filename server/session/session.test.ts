import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addObjects } from '../../shared/board/commands.ts'
import { rootsOf } from '../../shared/board/layout.ts'
import type { Run } from '../../shared/protocol/session.ts'
import type { CommandInput } from '../../shared/session/commands.ts'
import { systemClock } from '../clock.ts'
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
const scale = {
  kind: 'scale',
  question: 'How ready are we?',
  anonymous: true,
  minimum: 1,
  low: 'Not at all',
  high: 'Fully',
} as const
const trust = {
  kind: 'trust',
  question: 'How far do you trust each other?',
  anonymous: false,
  minimum: 1,
  relationships: null,
} as const

let relay: Relay

beforeEach(async () => {
  relay = await startRelay()
  await addBoard(relay.store, BOARD)
  await addParticipant(relay.store, BOARD, 'fay', 'facilitator')
  await addParticipant(relay.store, BOARD, 'fred', 'facilitator')
  await addParticipant(relay.store, BOARD, 'asha')
  await addParticipant(relay.store, BOARD, 'ben')
  await addParticipant(relay.store, BOARD, 'olu', 'observer')
})
afterEach(() => relay.dispose())

async function on(name: string): Promise<Client> {
  const client = relay.client(BOARD, name)
  await client.synced()
  await until(() => client.heard.sessions.length > 0, `${name} hears the session`)
  return client
}

const runOf = ({ heard }: Client): Run => {
  const session = heard.sessions.at(-1)
  if (!session) throw new Error('no session yet')
  return session.run
}

const opened = async (
  client: Client,
  spec: Extract<CommandInput, { type: 'open-round' }>['spec'],
) => ((await done(client, { type: 'open-round', spec })) as { round: string }).round

/** Two organisations of asha and ben with a tie between them, and one more. */
const addTies = (): Promise<void> =>
  relay.rooms.edit(BOARD, (doc) => {
    const at: [number, number] = [0, 0]
    addObjects(
      doc,
      [
        { id: 'org-asha', type: 'organisation', at },
        { id: 'org-ben', type: 'organisation', at },
        { id: 'org-cy', type: 'organisation', at },
        { id: 't1', type: 'relationship', at, fields: { from: 'org-asha', to: 'org-ben' } },
        { id: 't2', type: 'relationship', at, fields: { from: 'org-ben', to: 'org-cy' } },
      ],
      null,
    )
  })

async function readings(): Promise<Record<string, Record<string, unknown>>> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await relay.rooms.state(BOARD))
  return rootsOf(doc).readings.toJSON()
}

describe('commands', () => {
  test('of a facilitator change the session for everyone, and outlive the server', async () => {
    const [fay, olu] = [await on('fay'), await on('olu')]
    await done(fay, { type: 'stage', frame: 'f1' })
    await done(fay, { type: 'timer-start', ms: 60_000 })
    await until(() => runOf(olu).timer !== null, 'the observer sees the timer')
    expect(runOf(olu).stage).toBe('f1')
    const { timer } = runOf(olu)
    await relay.dispose({ keep: true })
    relay = await startRelay({ dir: relay.dir })
    const again = await on('asha')
    expect(runOf(again).timer).toEqual(timer)
    expect(again.heard.sessions.at(-1)?.now).toBeGreaterThan(1_600_000_000_000)
  })

  test('end the session for everybody’s edits, and open it again without losing what was done meanwhile', async () => {
    const [fay, asha] = [await on('fay'), await on('asha')]
    await done(fay, { type: 'end' })
    await until(() => asha.heard.sessions.at(-1)?.readOnly === true, 'asha hears of the end')
    asha.doc.getMap('objects').set('late', 1)
    await until(() => asha.heard.results.some((r) => 'notice' in r), 'asha is told')
    expect(fay.doc.getMap('objects').size).toBe(0)
    await done(fay, { type: 'reopen' })
    await until(() => fay.doc.getMap('objects').has('late'), 'what asha did arrives')
  })

  test('pause partners and not facilitators', async () => {
    const [fay, asha] = [await on('fay'), await on('asha')]
    await done(fay, { type: 'pause', on: true })
    asha.doc.getMap('objects').set('waits', 1)
    await until(
      () => asha.heard.results.some((r) => 'notice' in r && r.notice === 'paused'),
      'asha is told',
    )
    fay.doc.getMap('objects').set('goes', 1)
    await until(() => asha.doc.getMap('objects').has('goes'), 'the facilitator’s edit arrives')
    expect(fay.doc.getMap('objects').has('waits')).toBe(false)
    await done(fay, { type: 'pause', on: false })
    await until(() => fay.doc.getMap('objects').has('waits'), 'the held edit arrives')
  })
})

test('minutes in the spotlight are kept by the server’s clock, and written on issues', async () => {
  await relay.rooms.edit(BOARD, (doc) => {
    const at: [number, number] = [0, 0]
    addObjects(
      doc,
      [
        { id: 'i1', type: 'issue', at },
        { id: 'n1', type: 'note', at },
        { id: 'i2', type: 'issue', at, frame: 'f1' },
        { id: 'n2', type: 'note', at, frame: 'f1' },
      ],
      null,
    )
  })
  const talked = async (id: string): Promise<unknown> => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, await relay.rooms.state(BOARD))
    return rootsOf(doc).objects.get(id)?.get('talked')
  }
  const fay = await on('fay')
  await done(fay, { type: 'spotlight', object: 'i1' })
  await relay.dispose({ keep: true })
  const { now } = systemClock
  const later = { ...systemClock, now: () => now() + 7 * 60_000 }
  relay = await startRelay({ dir: relay.dir, clock: later })
  const fred = await on('fred')
  await done(fred, { type: 'spotlight', object: 'n1' })
  await until(() => (runOf(fred).talked['i1'] ?? 0) > 6.9 * 60_000, 'the time is told')
  expect(await talked('i1')).toBe(7)
  await done(fred, { type: 'spotlight', object: null })
  expect(await talked('n1')).toBeUndefined()
  // A stage whose frame holds one issue is about that one.
  await done(fred, { type: 'stage', frame: 'f1' })
  await until(() => runOf(fred).stageIssue === 'i2', 'the stage’s issue is told')
  await done(fred, { type: 'stage', frame: 'f2' })
  expect(await talked('i2')).toBe(0)
})

describe('a sealed round', () => {
  test('tells how many have been here for it, those who answered and left among them', async () => {
    const [fay, asha, ben] = [await on('fay'), await on('asha'), await on('ben')]
    const round = await opened(fay, scale)
    await on('olu')
    const here = (): number =>
      fay.heard.sessions.at(-1)?.participants.filter(({ online }) => online).length ?? 0
    await until(() => here() === 4, 'everyone is here')
    expect(runOf(fay).attended[round]).toBe(3)
    for (const one of [asha, ben]) {
      await done(one, { type: 'answer', round, value: 3 })
      one.provider.destroy()
    }
    await until(() => here() === 2, 'two have left')
    expect(runOf(fay)).toMatchObject({ answered: { [round]: 2 }, attended: { [round]: 3 } })
    await on('fred')
    await until(() => runOf(fay).attended[round] === 4, 'who comes later is asked too')
    // Who was not here for the next one is not waited for.
    await done(fay, { type: 'close-round', round })
    await done(fay, { type: 'reveal-round', round })
    const next = await opened(fay, scale)
    await until(() => runOf(fay).attended[next] === 2, 'those who are here now')
  })

  test('counts, is changed, withdrawn and read back by its author alone, and is revealed to all at once', async () => {
    const [fay, asha, ben] = [await on('fay'), await on('asha'), await on('ben')]
    const round = await opened(fay, scale)
    await done(asha, { type: 'answer', round, value: 2 })
    await done(asha, { type: 'answer', round, value: 4 })
    await done(ben, { type: 'answer', round, value: 5 })
    await until(() => runOf(asha).answered[round] === 2, 'two answers are counted')
    expect(await done(asha, { type: 'my-answer', round })).toEqual({ value: 4 })
    expect(await done(fay, { type: 'my-answer', round })).toEqual({ value: null })
    await done(ben, { type: 'withdraw', round })
    await done(fay, {
      type: 'answer',
      round,
      value: 1,
      for: { organisation: 'org-cy', name: 'Cy' },
    })
    await until(() => runOf(ben).scribed[round] === 1, 'the scribe’s entry is counted apart')
    expect(runOf(ben).answered[round]).toBe(2)
    await done(fay, { type: 'close-round', round })
    expect(await send(asha, { type: 'answer', round, value: 1 })).toMatchObject({
      error: expect.stringMatching(/closed/) as unknown,
    })
    expect(runOf(ben).rounds[0]?.results ?? null).toBeNull()
    await done(fay, { type: 'reveal-round', round })
    await until(() => runOf(ben).rounds[0]?.state === 'revealed', 'ben sees the reveal')
    expect(runOf(ben).rounds[0]?.results).toMatchObject({
      n: 2,
      scribed: 1,
      counts: [1, 0, 0, 1, 0],
    })
    expect(await relay.store.answers(BOARD, round)).toEqual([])
  })

  test('survives the server’s crash in the middle, and a late joiner answers too', async () => {
    const [fay, asha] = [await on('fay'), await on('asha')]
    const round = await opened(fay, scale)
    await done(asha, { type: 'answer', round, value: 3 })
    await relay.dispose({ keep: true })
    relay = await startRelay({ dir: relay.dir })
    await addParticipant(relay.store, BOARD, 'late')
    const [again, late, fred] = [await on('asha'), await on('late'), await on('fred')]
    expect(runOf(again)).toMatchObject({ answered: { [round]: 1 } })
    expect(await done(again, { type: 'my-answer', round })).toEqual({ value: 3 })
    await done(late, { type: 'answer', round, value: 5 })
    await done(fred, { type: 'close-round', round })
    await done(fred, { type: 'reveal-round', round })
    await until(() => runOf(late).rounds[0]?.results !== null, 'the results arrive')
    expect(runOf(late).rounds[0]?.results).toMatchObject({ n: 2, mean: 4 })
  })

  test('of trust asks each side of its own end and leaves dated readings, but none for a tie that is gone', async () => {
    await addTies()
    await addParticipant(relay.store, BOARD, 'other')
    const [fay, asha, ben] = [await on('fay'), await on('asha'), await on('ben')]
    const round = await opened(fay, trust)
    expect(
      await send(asha, { type: 'answer', round, value: { t2: { reliability: 1 } } }),
    ).toMatchObject({ error: 'That is another organisation’s to answer.' })
    await done(asha, { type: 'answer', round, value: { t1: { reliability: 1, note: 'Late' } } })
    await relay.rooms.edit(BOARD, (doc) => rootsOf(doc).objects.delete('t2'))
    await done(ben, {
      type: 'answer',
      round,
      value: { t1: { openness: 4 }, t2: { openness: 2 } },
    })
    await done(fay, { type: 'close-round', round })
    expect(await readings()).toEqual({})
    await done(fay, { type: 'reveal-round', round })
    const all = await readings()
    expect(Object.keys(all).sort()).toEqual([`t1.from.${round}`, `t1.to.${round}`])
    expect(all[`t1.from.${round}`]).toMatchObject({ reliability: 1, note: 'Late', n: 1 })
    expect(all[`t1.to.${round}`]).toMatchObject({ openness: 4, source: 'round', end: 'to' })
    expect(JSON.stringify(all)).not.toContain('b1-asha')
  })

  test('comes to one end when two facilitators reveal and discard at the same moment', async () => {
    const [fay, fred, asha] = [await on('fay'), await on('fred'), await on('asha')]
    for (let turn = 0; turn < 6; turn += 1) {
      const round = await opened(fay, scale)
      await done(asha, { type: 'answer', round, value: 4 })
      await done(fay, { type: 'close-round', round })
      const both = [
        () => send(fay, { type: 'reveal-round', round }),
        () => send(fred, { type: 'discard-round', round }),
        () => send(fred, { type: 'reveal-round', round }),
      ]
      if (turn % 2 === 1) both.reverse()
      const results = await Promise.all(both.map((press) => press()))
      const state = await relay.store.session(BOARD)
      const stored = JSON.parse(state.state ?? '') as Run
      const end = stored.rounds.find(({ id }) => id === round)
      expect(['revealed', 'discarded']).toContain(end?.state)
      expect(end?.results === null).toBe(end?.state === 'discarded')
      expect(results.some((result) => 'ok' in result)).toBe(true)
      expect(results.some((result) => 'error' in result)).toBe(true)
      expect(await relay.store.answers(BOARD, round)).toEqual([])
    }
  })

  test('takes sixty answers at once, and tells everybody the same', async () => {
    const names = Array.from({ length: 60 }, (_, index) => `p${index}`)
    for (const name of names) await addParticipant(relay.store, BOARD, name)
    const fay = await on('fay')
    const round = await opened(fay, scale)
    const people = await Promise.all(names.map((name) => on(name)))
    await Promise.all(
      people.map((one, i) => done(one, { type: 'answer', round, value: 1 + (i % 5) })),
    )
    await until(() => people.every((p) => runOf(p).answered[round] === 60), 'all are counted')
    await done(fay, { type: 'close-round', round })
    await done(fay, { type: 'reveal-round', round })
    await until(() => people.every((p) => runOf(p).rounds[0]?.results), 'all have the results')
    expect(runOf(fay).rounds[0]?.results).toMatchObject({ n: 60, counts: [12, 12, 12, 12, 12] })
    for (const one of people) expect(runOf(one).rounds).toEqual(runOf(fay).rounds)
  })
})
