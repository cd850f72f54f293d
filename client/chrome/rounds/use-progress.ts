import type { Round } from '../../../shared/session/state.ts'
import { t, tn } from '../../words/t.ts'
import { useLive } from '../board/context.ts'
import { useRun } from '../facilitation/use-session.ts'

/** How far a round has got: the answers, what of that a scribe entered, who is here and who was; `own` of `most` is for a bar. */
export function useProgress({ id }: Round): {
  all: number
  answers: string
  beside: string
  own: number
  most: number
} {
  const { answered, attended, scribed } = useRun()
  const here = useLive(
    (live) =>
      live.session?.participants.filter((one) => one.online && one.role !== 'observer').length ?? 0,
  )
  const all = answered[id] ?? 0
  const byScribe = scribed[id] ?? 0
  const own = all - byScribe
  const entered =
    byScribe > 0
      ? `· ${tn(byScribe, '1 entered by a facilitator', '{n} entered by a facilitator')}`
      : ''
  const gone = Math.max(0, (attended[id] ?? 0) - here)
  const left = gone > 0 ? `· ${tn(gone, '1 has left', '{n} have left')}` : ''
  return {
    all,
    answers: tn(all, '1 answer', '{n} answers'),
    beside: [entered, t('· {here} here', { here }), left].filter(Boolean).join(' '),
    own,
    // Somebody may have answered and left: what those still here owe is not made up by that.
    most: Math.max(1, own, here + gone),
  }
}
