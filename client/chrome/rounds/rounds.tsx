import { roundUnderWay } from '../../../shared/session/state.ts'
import { t } from '../../words/t.ts'
import { useRun } from '../facilitation/use-session.ts'
import { RoundPanel } from './round-panel.tsx'

/** The question under way, beside the map; `quiet`: it has a place of its own and is only announced here. */
export function Rounds({ quiet }: { quiet: boolean }) {
  const open = roundUnderWay(useRun())
  return (
    <>
      {open && !quiet && <RoundPanel key={open.id} round={open} />}
      <span role="status" className="visually-hidden">
        {open?.state === 'open'
          ? t('A question to everyone: {question}', { question: open.spec.question })
          : ''}
      </span>
    </>
  )
}
