import type { Role } from '../access.ts'
import { fail, ok, type Result } from '../result.ts'
import { may, type Command } from './commands.ts'
import type { Results } from './results.ts'
import { checkAnswer, type Tie } from './round.ts'
import { roundUnderWay, timeLeft, type Round, type SessionState, type ShortCode } from './state.ts'
import { spentOnStages, talkedAbout, talkingAbout } from './time-spent.ts'

/** Who gives a command. */
export interface Actor {
  id: string
  role: Role
  organisation: string | null
}

/** What a command needs that only the server knows. */
export interface Given {
  /** ms since 1970 */
  now: number
  /** id for what the command makes */
  id: string
  /** the relationships that a trust round to be opened is about */
  ties: readonly Tie[]
  /** the only issue in the frame of the stage that is to come; null where there is none, or several */
  issue: string | null
  /** what the answers of a round to be revealed come to */
  results: Results | null
  /** the short code to be shown from now on */
  code: ShortCode | null
}

/** What is to be done outside the session once its new state is kept. */
export type Effect =
  | {
      kind: 'put-answer'
      round: string
      author: string
      organisation: string | null
      scribe: boolean
      value: unknown
    }
  | { kind: 'drop-answer'; round: string; author: string }
  | { kind: 'erase-answers'; round: string }
  | { kind: 'record-readings'; round: string }
  /** how long an object has been talked about is to be written on it */
  | { kind: 'record-time'; object: string; ms: number }

/** `state` is the very same one when nothing in it changed. */
export interface Applied {
  state: SessionState
  effects: readonly Effect[]
}

/** Most rounds that a session remembers; the oldest finished ones go first. */
const MOST_ROUNDS = 100
const MOST_LOCKS = 5_000

const afterEnd: readonly Command['type'][] = [
  'reopen',
  'waiting-room',
  'hand',
  'my-answer',
  'close-round',
  'reveal-round',
  'discard-round',
]

const GONE = 'This round is not there any more.'

/** What a scribe's entry is filed under, so that a second one for the same person takes its place. */
const scribeKey = (organisation: string | null, name: string): string =>
  `scribe ${organisation ?? ''} ${name.toLocaleLowerCase('en')}`

const changed = (state: SessionState, patch: Partial<SessionState>): Result<Applied, string> =>
  ok({ state: { ...state, ...patch }, effects: [] })
const unchanged = (state: SessionState, ...effects: Effect[]): Result<Applied, string> =>
  ok({ state, effects })

function timer(state: SessionState, command: Command, now: number): Result<Applied, string> {
  const left = timeLeft(state, now)
  if (command.type === 'timer-start') return changed(state, { timer: { endsAt: now + command.ms } })
  if (left === undefined) return fail('There is no timer.')
  switch (command.type) {
    case 'timer-pause':
      return changed(state, { timer: { left: Math.max(0, left) } })
    case 'timer-resume':
      return changed(state, { timer: { endsAt: now + left } })
    case 'timer-add': {
      const next = Math.max(0, left) + command.ms
      const runs = state.timer !== null && 'endsAt' in state.timer
      return changed(state, { timer: runs ? { endsAt: now + next } : { left: next } })
    }
    default:
      return changed(state, { timer: null })
  }
}

/** The state in which something else is talked about, and what the object before it was talked about for, written on it. */
function toTalk(
  state: SessionState,
  patch: Partial<Pick<SessionState, 'spotlight' | 'stageIssue'>>,
  now: number,
): Applied {
  const next = { ...state, ...patch }
  const [before, after] = [talkingAbout(state), talkingAbout(next)]
  const runs = state.spotlightSince !== null
  if (before === after && (after === null || runs)) return { state: next, effects: [] }
  const talked = talkedAbout(state, now)
  const effects: Effect[] =
    before === null || !runs
      ? []
      : [{ kind: 'record-time', object: before, ms: talked[before] ?? 0 }]
  return { state: { ...next, spotlightSince: after === null ? null : now, talked }, effects }
}

/** The state with another stage; the time that the one before took is added up, and what was in its spotlight leaves it. */
function toStage(
  state: SessionState,
  { frame, issue }: { frame: string | null; issue: string | null },
  now: number,
): Applied {
  if (frame === state.stage && (frame === null || state.stageSince !== null)) {
    return { state, effects: [] }
  }
  const stageSince = frame === null ? null : now
  const next = { ...state, stage: frame, stageSince, spent: spentOnStages(state, now) }
  return toTalk(next, { spotlight: null, stageIssue: issue }, now)
}

function withRound(state: SessionState, id: string, patch: Partial<Round>): SessionState {
  const rounds = state.rounds.map((round) => (round.id === id ? { ...round, ...patch } : round))
  return { ...state, rounds }
}

function finish(
  state: SessionState,
  command: Extract<Command, { round: string }>,
  { now, results }: Given,
): Result<Applied, string> {
  const round = state.rounds.find(({ id }) => id === command.round)
  if (!round) return fail(GONE)
  const { id } = round
  switch (command.type) {
    case 'close-round':
      if (round.state === 'open')
        return ok({ state: withRound(state, id, { state: 'closed' }), effects: [] })
      return round.state === 'closed' ? unchanged(state) : fail('This round is over.')
    case 'reveal-round':
      if (round.state === 'revealed') return unchanged(state)
      if (round.state === 'discarded') return fail('This round was discarded.')
      if (round.state === 'open') return fail('Close the round first.')
      if (!results) return fail('The answers could not be read.')
      return ok({
        state: withRound(state, id, {
          state: 'revealed',
          endedAt: now,
          results,
          recorded: results.kind !== 'trust',
        }),
        effects: [
          { kind: 'erase-answers', round: id },
          ...(results.kind === 'trust' ? [{ kind: 'record-readings', round: id } as const] : []),
        ],
      })
    default:
      if (round.state === 'discarded') return unchanged(state)
      if (round.state === 'revealed') return fail('This round has been revealed already.')
      return ok({
        state: withRound(state, id, { state: 'discarded', endedAt: now }),
        effects: [{ kind: 'erase-answers', round: id }],
      })
  }
}

function answer(
  state: SessionState,
  command: Extract<Command, { type: 'answer' | 'withdraw' }>,
  actor: Actor,
): Result<Applied, string> {
  const round = state.rounds.find(({ id }) => id === command.round)
  if (!round) return fail(GONE)
  if (round.state !== 'open') return fail('This round is closed: answers can’t be changed now.')
  if (command.type === 'withdraw') {
    return unchanged(state, { kind: 'drop-answer', round: round.id, author: actor.id })
  }
  const scribe = command.for
  if (scribe && actor.role !== 'facilitator') {
    return fail('Only a facilitator enters answers for somebody else.')
  }
  const organisation = scribe ? scribe.organisation : actor.organisation
  const checked = checkAnswer(round, organisation, command.value)
  if (!checked.ok) return checked
  return unchanged(state, {
    kind: 'put-answer',
    round: round.id,
    author: scribe ? scribeKey(organisation, scribe.name) : actor.id,
    organisation,
    scribe: scribe !== undefined,
    value: checked.value,
  })
}

function open(
  state: SessionState,
  { spec }: Extract<Command, { type: 'open-round' }>,
  { now, id, ties }: Given,
): Result<Applied, string> {
  if (roundUnderWay(state)) return fail('Reveal or discard the round under way first.')
  if (spec.kind === 'trust' && ties.length === 0) {
    return fail('There is no relationship between two organisations to ask about.')
  }
  const round: Round = {
    id,
    spec,
    ties: [...ties],
    state: 'open',
    openedAt: now,
    endedAt: null,
    results: null,
    recorded: false,
  }
  return changed(state, { rounds: [...state.rounds, round].slice(-MOST_ROUNDS) })
}

function hand(
  state: SessionState,
  { up, participant }: Extract<Command, { type: 'hand' }>,
  actor: Actor,
  now: number,
): Result<Applied, string> {
  const whose = participant ?? actor.id
  if (whose !== actor.id && (up || actor.role !== 'facilitator')) {
    return fail('That is somebody else’s hand.')
  }
  const isUp = state.hands.some((one) => one.participant === whose)
  if (up === isUp) return unchanged(state)
  const hands = up
    ? [...state.hands, { participant: whose, at: now }]
    : state.hands.filter((one) => one.participant !== whose)
  return changed(state, { hands })
}

/** What a command makes of a session; fails with a sentence for who gave it. Pure: the same arguments give the same outcome. */
export function apply(
  state: SessionState,
  command: Command,
  actor: Actor,
  given: Given,
): Result<Applied, string> {
  if (!may(actor.role, command.type)) {
    return fail('Your role doesn’t allow that.')
  }
  if (state.ended && !afterEnd.includes(command.type)) return fail('The session has ended.')
  const { now } = given
  switch (command.type) {
    case 'stage':
      return ok(toStage(state, { frame: command.frame, issue: given.issue }, now))
    case 'timer-start':
    case 'timer-pause':
    case 'timer-resume':
    case 'timer-add':
    case 'timer-stop':
      return timer(state, command, now)
    case 'lock': {
      const meant = new Set(command.ids)
      const others = state.locks.filter((id) => !meant.has(id))
      const locks = command.on ? [...others, ...meant] : others
      if (locks.length > MOST_LOCKS) return fail('That is more than can be locked one by one.')
      return changed(state, { locks })
    }
    case 'pause':
      return changed(state, { paused: command.on })
    case 'hide-cursors':
      return changed(state, { hideCursors: command.on })
    case 'hide-names':
      return changed(state, { hideNames: command.on })
    case 'spotlight':
      return command.object === state.spotlight &&
        (command.object === null || state.spotlightSince !== null)
        ? unchanged(state)
        : ok(toTalk(state, { spotlight: command.object }, now))
    case 'gather':
      return changed(state, { gathered: { by: actor.id, at: now, view: command.view } })
    case 'end': {
      const { state: left, effects: first } = toStage(state, { frame: null, issue: null }, now)
      const { state: rest, effects: last } = toTalk(left, { spotlight: null }, now)
      const effects = [...first, ...last]
      return ok({ state: { ...rest, ended: true, timer: null, hands: [], code: null }, effects })
    }
    case 'waiting-room':
      return changed(state, { waitingRoom: command.on })
    case 'code':
      return changed(state, { code: given.code })
    case 'reopen':
      return changed(state, { ended: false })
    case 'hand':
      return hand(state, command, actor, now)
    case 'open-round':
      return open(state, command, given)
    case 'close-round':
    case 'reveal-round':
    case 'discard-round':
      return finish(state, command, given)
    case 'answer':
    case 'withdraw':
      return answer(state, command, actor)
    case 'my-answer':
      return unchanged(state)
  }
}
