import type { SessionState } from './state.ts'

type Clocks = Pick<
  SessionState,
  'stage' | 'stageSince' | 'spent' | 'spotlight' | 'spotlightSince' | 'stageIssue' | 'talked'
>

/** A clock that somebody forgot to stop counts no longer than this: for a stage, and for one thing talked about; ms. */
const LONGEST_STAGE = 4 * 3_600_000
const LONGEST_TALK = 3_600_000

function withStretch(
  spent: Readonly<Record<string, number>>,
  id: string | null,
  since: number | null,
  now: number,
  longest: number,
): Record<string, number> {
  if (id === null || since === null) return { ...spent }
  return { ...spent, [id]: (spent[id] ?? 0) + Math.min(longest, Math.max(0, now - since)) }
}

/** Frame id → ms that it has been the stage for, up to `now` by the server's clock. */
export const spentOnStages = ({ spent, stage, stageSince }: Clocks, now: number) =>
  withStretch(spent, stage, stageSince, now, LONGEST_STAGE)

/** What time counts for now: what is in the spotlight, or else the issue that the stage's frame holds alone. */
export const talkingAbout = ({ spotlight, stageIssue }: Pick<Clocks, 'spotlight' | 'stageIssue'>) =>
  spotlight ?? stageIssue

/** Object id → ms that it has been talked about, up to `now` by the server's clock. */
export const talkedAbout = (clocks: Clocks, now: number) =>
  withStretch(clocks.talked, talkingAbout(clocks), clocks.spotlightSince, now, LONGEST_TALK)

/** Ms as whole minutes; less than half of one is none. */
export const minutesOf = (ms: number): number => Math.max(0, Math.round(ms / 60_000))
