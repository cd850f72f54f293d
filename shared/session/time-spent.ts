import type { SessionState } from './state.ts'

type Clocks = Pick<
  SessionState,
  'stage' | 'stageSince' | 'spent' | 'spotlight' | 'spotlightSince' | 'talked'
>

/** A clock that somebody forgot to stop counts no longer than this, ms. */
const LONGEST = 4 * 3_600_000

function withStretch(
  spent: Readonly<Record<string, number>>,
  id: string | null,
  since: number | null,
  now: number,
): Record<string, number> {
  if (id === null || since === null) return { ...spent }
  return { ...spent, [id]: (spent[id] ?? 0) + Math.min(LONGEST, Math.max(0, now - since)) }
}

/** Frame id → ms that it has been the stage for, up to `now` by the server's clock. */
export const spentOnStages = ({ spent, stage, stageSince }: Clocks, now: number) =>
  withStretch(spent, stage, stageSince, now)

/** Object id → ms that it has been in the spotlight for, up to `now` by the server's clock. */
export const talkedAbout = ({ talked, spotlight, spotlightSince }: Clocks, now: number) =>
  withStretch(talked, spotlight, spotlightSince, now)

/** Ms as whole minutes; what was talked about at all counts as one. */
export const minutesOf = (ms: number): number =>
  ms <= 0 ? 0 : Math.max(1, Math.round(ms / 60_000))
