import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { roles, type Role } from '../access.ts'
import type { Actor, Given } from './applied.ts'
import { apply } from './apply.ts'
import { CommandSchema, commandTypes, may, type Command, type CommandInput } from './commands.ts'
import { freshSession, timeLeft, type SessionState } from './state.ts'

const actor = (role: Role): Actor => ({ id: `${role}-1`, role, organisation: 'o1' })
const facilitator = actor('facilitator')
const given = (patch: Partial<Given> = {}): Given => ({
  now: 1_000_000,
  id: 'r1',
  ties: [],
  issue: null,
  speaker: 'partner',
  hasOrganisation: true,
  results: null,
  code: null,
  ...patch,
})
const command = (input: CommandInput): Command => v.parse(CommandSchema, input)

const scale = {
  kind: 'scale',
  question: 'How ready are we?',
  anonymous: true,
  minimum: 3,
  low: 'Not at all',
  high: 'Fully',
} as const

function run(
  state: SessionState,
  input: CommandInput,
  as: Actor = facilitator,
  patch: Partial<Given> = {},
): SessionState {
  const result = apply(state, command(input), as, given(patch))
  if (!result.ok) throw new Error(result.error)
  return result.value.state
}
const refusal = (state: SessionState, input: CommandInput, as = facilitator): string | null => {
  const result = apply(state, command(input), as, given())
  return result.ok ? null : result.error
}

const withRound = run(freshSession(), { type: 'open-round', spec: scale })
const closed = run(withRound, { type: 'close-round', round: 'r1' })
const results = {
  kind: 'scale',
  n: 3,
  scribed: 0,
  counts: [0, 0, 3, 0, 0],
  mean: 3,
  groups: [],
} as const
const revealed = run(closed, { type: 'reveal-round', round: 'r1' }, facilitator, {
  results: { ...results, counts: [...results.counts], groups: [] },
})

/** One good command of each type, and a session in which it may be given. */
const examples: Record<Command['type'], [CommandInput, SessionState]> = {
  stage: [{ type: 'stage', frame: 'f1' }, freshSession()],
  'timer-start': [{ type: 'timer-start', ms: 60_000 }, freshSession()],
  'timer-pause': [{ type: 'timer-pause' }, { ...freshSession(), timer: { endsAt: 1_060_000 } }],
  'timer-resume': [{ type: 'timer-resume' }, { ...freshSession(), timer: { left: 60_000 } }],
  'timer-add': [
    { type: 'timer-add', ms: 60_000 },
    { ...freshSession(), timer: { left: 1 } },
  ],
  'timer-stop': [{ type: 'timer-stop' }, { ...freshSession(), timer: { left: 1 } }],
  lock: [{ type: 'lock', ids: ['a'], on: true }, freshSession()],
  pause: [{ type: 'pause', on: true }, freshSession()],
  'hide-cursors': [{ type: 'hide-cursors', on: true }, freshSession()],
  'hide-names': [{ type: 'hide-names', on: true }, freshSession()],
  spotlight: [{ type: 'spotlight', object: 'a' }, freshSession()],
  gather: [{ type: 'gather', view: [1, 2, 0.5] }, freshSession()],
  'waiting-room': [{ type: 'waiting-room', on: true }, freshSession()],
  code: [{ type: 'code', role: 'partner' }, freshSession()],
  end: [{ type: 'end' }, freshSession()],
  reopen: [{ type: 'reopen' }, { ...freshSession(), ended: true }],
  'speak-for': [{ type: 'speak-for', participant: 'p1', organisation: 'o2' }, freshSession()],
  hand: [{ type: 'hand', up: true }, freshSession()],
  'open-round': [{ type: 'open-round', spec: scale }, freshSession()],
  'close-round': [{ type: 'close-round', round: 'r1' }, withRound],
  'reopen-round': [{ type: 'reopen-round', round: 'r1' }, closed],
  'reveal-round': [{ type: 'reveal-round', round: 'r1' }, closed],
  'discard-round': [{ type: 'discard-round', round: 'r1' }, withRound],
  answer: [{ type: 'answer', round: 'r1', value: 4 }, withRound],
  withdraw: [{ type: 'withdraw', round: 'r1' }, withRound],
  'my-answer': [{ type: 'my-answer', round: 'r1' }, withRound],
}
const byPartners: readonly string[] = ['hand', 'answer', 'withdraw', 'my-answer']

describe('every command by every role', () => {
  test.each(commandTypes.flatMap((type) => roles.map((role) => [type, role] as const)))(
    '%s by a %s',
    (type, role) => {
      const [input, state] = examples[type]
      const allowed =
        role === 'facilitator' ||
        type === 'hand' ||
        (role === 'partner' && byPartners.includes(type))
      expect(may(role, type)).toBe(allowed)
      const before = structuredClone(state)
      const result = apply(
        state,
        command(input),
        actor(role),
        given({ results: { ...results, counts: [...results.counts], groups: [] } }),
      )
      expect(result.ok).toBe(allowed)
      expect(state).toEqual(before)
      if (!result.ok) expect(result.error).toBe('Your role doesn’t allow that.')
    },
  )
})

describe('a session', () => {
  test('runs a timer that can be paused, resumed and made longer, by one clock alone', () => {
    const at = (now: number) => ({ now })
    let state = run(freshSession(), { type: 'timer-start', ms: 60_000 }, facilitator, at(0))
    expect(timeLeft(state, 20_000)).toBe(40_000)
    state = run(state, { type: 'timer-pause' }, facilitator, at(20_000))
    expect(timeLeft(state, 999_999)).toBe(40_000)
    state = run(state, { type: 'timer-resume' }, facilitator, at(100_000))
    state = run(state, { type: 'timer-add', ms: 60_000 }, facilitator, at(110_000))
    expect(timeLeft(state, 110_000)).toBe(90_000)
    // Over by half a minute: one more minute is one more minute from now.
    state = run(state, { type: 'timer-add', ms: 60_000 }, facilitator, at(230_000))
    expect(timeLeft(state, 230_000)).toBe(60_000)
    state = run(state, { type: 'timer-stop' })
    expect(timeLeft(state, 0)).toBeUndefined()
    expect(refusal(state, { type: 'timer-add', ms: 1 })).toBe('There is no timer.')
  })

  test('adds up the time spent in each stage, and stops when it ends', () => {
    let state = run(freshSession(), { type: 'stage', frame: 'a' }, facilitator, { now: 0 })
    state = run(state, { type: 'stage', frame: 'b' }, facilitator, { now: 10 })
    state = run(state, { type: 'stage', frame: 'a' }, facilitator, { now: 15 })
    state = run(state, { type: 'end' }, facilitator, { now: 22 })
    expect(state.spent).toEqual({ a: 17, b: 5 })
    expect(state).toMatchObject({ ended: true, stage: null })
    expect(refusal(state, { type: 'pause', on: true })).toBe('The session has ended.')
    expect(run(state, { type: 'reopen' }).ended).toBe(false)
  })

  test('counts time for what is in the spotlight until the stage moves on, and for the issue that a stage holds alone', () => {
    const at = (minute: number, issue: string | null = null) => ({ now: minute * 60_000, issue })
    let state = run(freshSession(), { type: 'stage', frame: 'a' }, facilitator, at(0))
    state = run(state, { type: 'spotlight', object: 'i1' }, facilitator, at(1))
    expect(run(state, { type: 'spotlight', object: 'i1' }, facilitator, at(2))).toBe(state)
    const moved = apply(
      state,
      command({ type: 'stage', frame: 'b' }),
      facilitator,
      given(at(5, 'i2')),
    )
    expect(moved).toMatchObject({
      ok: true,
      value: {
        state: { spotlight: null, talked: { i1: 240_000 } },
        effects: [{ kind: 'record-time', object: 'i1', ms: 240_000 }],
      },
    })
    state = run(state, { type: 'stage', frame: 'b' }, facilitator, at(5, 'i2'))
    state = run(state, { type: 'spotlight', object: 'i3' }, facilitator, at(7))
    state = run(state, { type: 'spotlight', object: null }, facilitator, at(10))
    const ended = apply(state, command({ type: 'end' }), facilitator, given(at(14)))
    expect(ended).toMatchObject({
      value: { state: { talked: { i1: 240_000, i2: 360_000, i3: 180_000 }, stageIssue: null } },
    })
    // Nobody is at it for a night because it was forgotten.
    const forgotten = run(state, { type: 'stage', frame: null }, facilitator, at(1_000))
    expect(forgotten.talked['i2']).toBe(2 * 60_000 + 3_600_000)
  })

  test('ends a stage’s timer with the stage, and keeps one that was started before any', () => {
    const started = { type: 'timer-start', ms: 60_000 } as const
    let state = run(freshSession(), started)
    state = run(state, { type: 'stage', frame: 'a' })
    expect(state.timer).not.toBeNull()
    expect(run(state, { type: 'stage', frame: 'a' }).timer).not.toBeNull()
    for (const frame of ['b', null]) {
      expect(run(state, { type: 'stage', frame }).timer).toBeNull()
    }
  })

  test('lets nobody raise or lower another’s hand but a facilitator, who lowers', () => {
    const up = run(freshSession(), { type: 'hand', up: true }, actor('observer'))
    expect(up.hands).toEqual([{ participant: 'observer-1', at: 1_000_000 }])
    expect(run(up, { type: 'hand', up: true }, actor('observer'))).toBe(up)
    const lower = { type: 'hand', up: false, participant: 'observer-1' } as const
    expect(refusal(up, lower, actor('partner'))).not.toBeNull()
    expect(run(up, lower).hands).toEqual([])
    expect(
      refusal(up, { type: 'hand', up: true, participant: 'partner-1' }, facilitator),
    ).not.toBeNull()
  })
})

describe('a round', () => {
  test('is one at a time', () => {
    expect(refusal(withRound, { type: 'open-round', spec: scale })).toMatch(/under way/)
    expect(refusal(closed, { type: 'open-round', spec: scale })).toMatch(/under way/)
    expect(refusal(revealed, { type: 'open-round', spec: scale })).toBeNull()
  })

  test('is opened again for who was late, but not once it is over', () => {
    const again = { type: 'reopen-round', round: 'r1' } as const
    expect(run(closed, again)).toEqual(withRound)
    expect(run(withRound, again)).toBe(withRound)
    const discarded = run(withRound, { type: 'discard-round', round: 'r1' })
    for (const over of [revealed, discarded])
      expect(refusal(over, again)).toBe('This round is over.')
    expect(refusal(run(closed, { type: 'end' }), again)).toBe('The session has ended.')
  })

  test('is closed with the session, and can be revealed after that', () => {
    const over = run(withRound, { type: 'end' })
    expect(over.rounds).toEqual(closed.rounds)
    const come = { results: { ...results, counts: [0, 0, 3, 0, 0], groups: [] } }
    const after = run(over, { type: 'reveal-round', round: 'r1' }, facilitator, come)
    expect(after.rounds[0]).toMatchObject({ state: 'revealed', ...come })
    expect(run(revealed, { type: 'end' }).rounds).toEqual(revealed.rounds)
  })

  test('is revealed once, whoever presses how often, and not once discarded', () => {
    expect(refusal(withRound, { type: 'reveal-round', round: 'r1' })).toBe('Close the round first.')
    const again = { type: 'reveal-round', round: 'r1' } as const
    const other = { ...results, n: 99, counts: [99, 0, 0, 0, 0], groups: [] }
    expect(run(revealed, again, facilitator, { results: other })).toBe(revealed)
    expect(refusal(revealed, { type: 'discard-round', round: 'r1' })).toMatch(/revealed already/)
    const discarded = run(closed, { type: 'discard-round', round: 'r1' })
    expect(refusal(discarded, again)).toBe('This round was discarded.')
    expect(run(discarded, { type: 'discard-round', round: 'r1' })).toBe(discarded)
  })

  test('takes answers while it is open, and never keeps one in the session', () => {
    const good = { type: 'answer', round: 'r1', value: 4 } as const
    const result = apply(withRound, command(good), actor('partner'), given())
    expect(result).toEqual({
      ok: true,
      value: {
        state: withRound,
        effects: [
          {
            kind: 'put-answer',
            round: 'r1',
            author: 'partner-1',
            organisation: 'o1',
            scribe: false,
            value: 4,
          },
        ],
      },
    })
    for (const state of [closed, revealed]) {
      expect(refusal(state, good)).toMatch(/closed/)
      expect(refusal(state, { type: 'withdraw', round: 'r1' })).toMatch(/closed/)
    }
    for (const value of [0, 6, 2.5, '4', null, [4]]) {
      expect(refusal(withRound, { ...good, value })).toBe('That is no answer to this question.')
    }
  })

  test('lets a facilitator alone write for somebody else, and marks it', () => {
    const scribed = { type: 'answer', round: 'r1', value: 2, for: { organisation: 'o9' } } as const
    expect(refusal(withRound, scribed, actor('partner'))).toMatch(/facilitator/)
    const result = apply(withRound, command(scribed), facilitator, given())
    expect(result.ok && result.value.effects).toMatchObject([{ scribe: true, organisation: 'o9' }])
  })
})
