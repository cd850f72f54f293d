import { useEffect, useRef, useState } from 'react'
import { roundUnderWay, type Round } from '../../../shared/session/state.ts'
import { useLive } from '../board/context.ts'
import { useRun } from '../facilitation/use-session.ts'
import { Dialog } from '../ui/dialog.tsx'
import { RoundResults } from './results.tsx'
import { useForgetDrafts } from './use-draft.ts'
import { WriteVerdicts } from './write-verdicts.tsx'

/** The moment in which a question's results appear to everyone at once. */
export function Reveal() {
  useForgetDrafts()
  const revealed = useRevealed()
  const asked = roundUnderWay(useRun())
  const [closed, setClosed] = useState<string | null>(null)
  // The next question takes its place: who had not closed it would see nothing of that, and could not answer.
  if (asked && revealed && closed !== revealed.id) setClosed(revealed.id)
  if (!revealed?.results || revealed.id === closed) return null
  return (
    <Dialog
      key={revealed.id}
      title={revealed.spec.question}
      wide
      onClose={() => setClosed(revealed.id)}
    >
      <RoundResults round={revealed} results={revealed.results} moment />
      <WriteVerdicts round={revealed} />
    </Dialog>
  )
}

/** The round that was revealed while this window looked on; undefined before the first. */
export function useRevealed(): Round | undefined {
  const { rounds } = useRun()
  const known = useLive((live) => live.session !== null)
  const over = useRef<Set<string>>(null)
  const [id, setId] = useState<string>()
  useEffect(() => {
    if (!known) return
    const now = rounds.filter(({ state }) => state === 'revealed').map((round) => round.id)
    const fresh = over.current && now.findLast((one) => !over.current?.has(one))
    over.current = new Set(now)
    if (fresh) setId(fresh)
  }, [rounds, known])
  return rounds.find((round) => round.id === id)
}
