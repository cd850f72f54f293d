import type { Round } from '../../../shared/session/state.ts'
import { useLive } from '../board/context.ts'
import { useRun } from '../facilitation/use-session.ts'

/** How many have answered a round, and how many are here who could. */
export function useProgress({ id }: Round): { n: number; here: number } {
  const { answered } = useRun()
  const here = useLive(
    (live) =>
      live.session?.participants.filter((one) => one.online && one.role !== 'observer').length ?? 0,
  )
  return { n: answered[id] ?? 0, here }
}
