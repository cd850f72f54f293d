import { useEffect, useRef, useState } from 'react'
import { roundUnderWay, type Round } from '../../../shared/session/state.ts'
import { t } from '../../words/t.ts'
import { useLive } from '../board/context.ts'
import { useRun } from '../facilitation/use-session.ts'
import { Dialog } from '../ui/dialog.tsx'
import { RoundResults } from './results.tsx'
import { RoundPanel } from './round-panel.tsx'
import styles from './rounds.module.css'

/** The question under way, and the moment in which its results appear to everyone at once. */
export function Rounds() {
  const run = useRun()
  const known = useLive((live) => live.session !== null)
  const open = roundUnderWay(run)
  const revealed = useRevealed(run.rounds, known)
  const [closed, setClosed] = useState<string | null>(null)
  const shown = revealed && revealed.id !== closed ? revealed : undefined
  return (
    <>
      {open && <RoundPanel round={open} />}
      <span role="status" className="visually-hidden">
        {open?.state === 'open'
          ? t('A question to everyone: {question}', { question: open.spec.question })
          : ''}
      </span>
      {shown?.results && (
        <Dialog key={shown.id} title={shown.spec.question} wide onClose={() => setClosed(shown.id)}>
          <div className={styles.reveal}>
            <RoundResults round={shown} results={shown.results} />
          </div>
        </Dialog>
      )}
    </>
  )
}

/** The round that was revealed while this window looked on; undefined before the first. */
function useRevealed(rounds: readonly Round[], known: boolean): Round | undefined {
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
