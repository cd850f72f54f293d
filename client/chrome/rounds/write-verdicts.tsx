import { Check, PenLine } from 'lucide-react'
import { assumption } from '../../../shared/objects/assumption.ts'
import type { Round } from '../../../shared/session/state.ts'
import { t } from '../../words/t.ts'
import { useBoard, useCanEdit, useWorkspace } from '../board/context.ts'
import { Button } from '../ui/button.tsx'
import type { ResultsOf } from './results-parts.tsx'
import styles from './results.module.css'
import { unwritten, writeVerdicts } from './verdicts.ts'

/** Where a facilitator has the cards say what came of “true or false”; nothing for other people and other questions. */
export function WriteVerdicts({ round: { results, endedAt } }: { round: Round }) {
  const { me } = useWorkspace()
  const canEdit = useCanEdit()
  if (me.role !== 'facilitator' || !canEdit) return null
  if (results?.kind !== 'truth' || endedAt === null) return null
  return <Write results={results} endedAt={endedAt} />
}

function Write({ results, endedAt }: { results: ResultsOf<'truth'>; endedAt: number }) {
  const workspace = useWorkspace()
  const { doc } = workspace
  const isAboutCards = useBoard((board) =>
    results.statements.some(({ object }) => board.object(object)?.type === assumption.type),
  )
  const left = useBoard((board) => unwritten({ board, doc }, results, endedAt).length)
  if (!isAboutCards) return null
  return (
    <div className={styles.write} role="status">
      {left === 0 ? (
        <p>
          <Check size={20} strokeWidth={2} aria-hidden />
          {t('The cards say so now.')}
        </p>
      ) : (
        <>
          <Button icon={PenLine} onClick={() => writeVerdicts(workspace, results, endedAt)}>
            {t('Write it on the cards')}
          </Button>
          <p>
            {t(
              'How many said what, and what more than half of them said, if there is such a thing.',
            )}
          </p>
        </>
      )}
    </div>
  )
}
