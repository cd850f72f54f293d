import type { Role } from '../access.ts'
import { ok, type Result } from '../result.ts'
import type { Results } from './results.ts'
import type { Tie } from './round.ts'
import type { SessionState, ShortCode } from './state.ts'

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
  /** the role of who is to speak for another organisation; null where there is nobody of that id */
  speaker: Role | null
  /** the organisation named is on the board */
  hasOrganisation: boolean
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
  | { kind: 'speak-for'; participant: string; organisation: string | null }
  | { kind: 'erase-answers'; round: string }
  | { kind: 'record-readings'; round: string }
  /** how long an object has been talked about is to be written on it */
  | { kind: 'record-time'; object: string; ms: number }

/** `state` is the very same one when nothing in it changed. */
export interface Applied {
  state: SessionState
  effects: readonly Effect[]
}

/** A session of which some is different now. */
export const changed = (
  state: SessionState,
  patch: Partial<SessionState>,
): Result<Applied, string> => ok({ state: { ...state, ...patch }, effects: [] })

/** The very same session, and what is to be done outside it. */
export const unchanged = (state: SessionState, ...effects: Effect[]): Result<Applied, string> =>
  ok({ state, effects })
