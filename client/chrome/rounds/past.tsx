import { useState } from 'react'
import { t } from '../../words/t.ts'
import { useRun } from '../facilitation/use-session.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { RoundResults } from './results.tsx'
import styles from './results.module.css'
import { WriteVerdicts } from './write-verdicts.tsx'

/** The results of earlier questions, the newest first. */
export function PastRounds({ onClose }: { onClose(): void }) {
  const { rounds } = useRun()
  const revealed = rounds.filter(({ results }) => results !== null).reverse()
  const [id, setId] = useState(revealed[0]?.id)
  const round = revealed.find((one) => one.id === id)
  return (
    <Dialog title={t('Results')} onClose={onClose} wide>
      {revealed.length === 0 && <p>{t('No question has been revealed yet.')}</p>}
      <div className={styles.past}>
        {revealed.map((one) => (
          <Button
            key={one.id}
            look="quiet"
            aria-pressed={one.id === id}
            onClick={() => setId(one.id)}
          >
            {one.spec.question}
          </Button>
        ))}
      </div>
      {round?.results && (
        <>
          <RoundResults key={round.id} round={round} results={round.results} />
          <WriteVerdicts round={round} />
        </>
      )}
    </Dialog>
  )
}
