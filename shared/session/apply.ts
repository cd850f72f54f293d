import { fail, ok, type Result } from '../result.ts'
import { changed, unchanged, type Actor, type Applied, type Effect, type Given } from './applied.ts'
import { answerRound, finishRound, openRound, speakFor } from './apply-rounds.ts'
import { may, type Command } from './commands.ts'
import { timeLeft, type SessionState } from './state.ts'
import { spentOnStages, talkedAbout, talkingAbout } from './time-spent.ts'

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

/** The state with another stage; the time that the one before took is added up, and its timer and what was in its spotlight leave with it. */
function toStage(
  state: SessionState,
  { frame, issue }: { frame: string | null; issue: string | null },
  now: number,
): Applied {
  if (frame === state.stage && (frame === null || state.stageSince !== null)) {
    return { state, effects: [] }
  }
  const stageSince = frame === null ? null : now
  // What was started before any stage is meant for what comes.
  const isOfStage = state.stage !== null && frame !== state.stage
  const next = {
    ...state,
    stage: frame,
    stageSince,
    spent: spentOnStages(state, now),
    timer: isOfStage ? null : state.timer,
  }
  return toTalk(next, { spotlight: null, stageIssue: issue }, now)
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
      // Nobody can answer any more; what was answered can still be revealed.
      const rounds = rest.rounds.map((round) =>
        round.state === 'open' ? { ...round, state: 'closed' as const } : round,
      )
      const over = { ended: true, timer: null, hands: [], code: null, rounds }
      return ok({ state: { ...rest, ...over }, effects })
    }
    case 'waiting-room':
      return changed(state, { waitingRoom: command.on })
    case 'code':
      return changed(state, { code: given.code })
    case 'reopen':
      return changed(state, { ended: false })
    case 'speak-for':
      return speakFor(state, command, given)
    case 'hand':
      return hand(state, command, actor, now)
    case 'open-round':
      return openRound(state, command, given)
    case 'close-round':
    case 'reopen-round':
    case 'reveal-round':
    case 'discard-round':
      return finishRound(state, command, given)
    case 'answer':
    case 'withdraw':
      return answerRound(state, command, actor)
    case 'my-answer':
      return unchanged(state)
  }
}
