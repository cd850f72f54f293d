import { EyeOff } from 'lucide-react'
import { useState } from 'react'
import { roundUnderWay, type Round } from '../../../shared/session/state.ts'
import { t } from '../../words/t.ts'
import { useRun } from '../facilitation/use-session.ts'
import { RoundResults } from '../rounds/results.tsx'
import { useRevealed } from '../rounds/reveal.tsx'
import { useProgress } from '../rounds/use-progress.ts'
import { Button } from '../ui/button.tsx'
import styles from './presenter.module.css'

/** The question under way with how many have answered; then, for all at once, what it came to. */
export function BigRound() {
  const run = useRun()
  const round = roundUnderWay(run)
  const revealed = useRevealed()
  const [over, setOver] = useState<string>()
  // Whatever a facilitator turns to next takes the results' place.
  const asked = run.rounds.at(-1)?.id
  const turn = JSON.stringify([run.stage, run.spotlight, run.gathered?.at, run.ended, asked])
  const [shown, setShown] = useState<{ id: string; turn: string }>()
  if (revealed && shown?.id !== revealed.id) setShown({ id: revealed.id, turn })
  if (round) return <Asked round={round} />
  if (!revealed?.results || revealed.id === over || shown?.turn !== turn) return null
  return (
    <section className={styles.results} aria-label={t('Results')}>
      <h2>{revealed.spec.question}</h2>
      <div className={styles.figures}>
        <RoundResults round={revealed} results={revealed.results} moment />
      </div>
      <Button onClick={() => setOver(revealed.id)}>{t('Back to the map')}</Button>
    </section>
  )
}

function Asked({ round }: { round: Round }) {
  const { answers, beside, own, most } = useProgress(round)
  return (
    <section className={styles.asked} aria-label={t('Question to everyone')}>
      <h2>{round.spec.question}</h2>
      <p className={styles.seal}>
        <EyeOff aria-hidden />
        {round.state === 'open'
          ? t('Answer on your own device. Nobody sees an answer before all are revealed together.')
          : t('The question is closed. The answers are sealed until they are revealed.')}
      </p>
      <progress max={most} value={own} aria-hidden />
      <p className={styles.count} role="status">
        {answers} <small>{beside}</small>
      </p>
    </section>
  )
}
