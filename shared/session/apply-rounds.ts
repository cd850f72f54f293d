import { fail, ok, type Result } from '../result.ts'
import { changed, unchanged, type Actor, type Applied, type Given } from './applied.ts'
import type { Command } from './commands.ts'
import { SCRIBED } from './results.ts'
import { checkAnswer } from './round.ts'
import { roundUnderWay, type Round, type SessionState } from './state.ts'

/** Most rounds that a session remembers; the oldest finished ones go first. */
const MOST_ROUNDS = 100

const GONE = 'This round is not there any more.'

/** What a scribe's entry is filed under, so that a second one for the same person takes its place. */
const scribeKey = (organisation: string | null, name: string): string =>
  `${SCRIBED}${organisation ?? ''} ${name.toLocaleLowerCase('en')}`

/** Puts a sealed question to everyone; there is one at a time. */
export function openRound(
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

/** Takes an answer to the open round, one's own or as a scribe, or takes it away again. */
export function answerRound(
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

/** Has somebody speak for another organisation; what they have answered to an open round, they answered for the one before. */
export function speakFor(
  state: SessionState,
  { participant, organisation }: Extract<Command, { type: 'speak-for' }>,
  { speaker, hasOrganisation }: Given,
): Result<Applied, string> {
  if (speaker === null) return fail('This person is not on the board any more.')
  if (organisation !== null && speaker === 'observer') {
    return fail('An observer speaks for no organisation.')
  }
  if (organisation !== null && !hasOrganisation) {
    return fail('This organisation is not on the board any more.')
  }
  const round = roundUnderWay(state)
  if (round?.state === 'closed') {
    return fail(
      'The answers to the closed question are given for organisations: reveal or discard it first.',
    )
  }
  return unchanged(
    state,
    { kind: 'speak-for', participant, organisation },
    ...(round ? [{ kind: 'drop-answer', round: round.id, author: participant } as const] : []),
  )
}

function withRound(state: SessionState, id: string, patch: Partial<Round>): SessionState {
  const rounds = state.rounds.map((round) => (round.id === id ? { ...round, ...patch } : round))
  return { ...state, rounds }
}

/** Closes a round, opens it again with the answers that it has, shows what they come to, or discards it. */
export function finishRound(
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
    case 'reopen-round':
      if (round.state === 'closed')
        return ok({ state: withRound(state, id, { state: 'open' }), effects: [] })
      return round.state === 'open' ? unchanged(state) : fail('This round is over.')
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
