import type { SessionState } from './state.ts'

/**
 * A session as it goes on after a backup was put back: no clock ran meanwhile, nobody's hand is up, and a short code is no
 * longer good. Single answers are in no backup, so a round that was under way is open again for everyone to answer.
 */
export const restoredSession = (state: SessionState): SessionState => ({
  ...state,
  stageSince: null,
  spotlightSince: null,
  timer: state.timer && 'left' in state.timer ? state.timer : null,
  hands: [],
  gathered: null,
  code: null,
  rounds: state.rounds.map((round) =>
    round.state === 'closed' ? { ...round, state: 'open' } : round,
  ),
})
