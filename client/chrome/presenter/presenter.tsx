import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { roundUnderWay } from '../../../shared/session/state.ts'
import { t, tn } from '../../words/t.ts'
import { useLive, useWorkspace } from '../board/context.ts'
import { Marking, useMarkingLine } from '../board/marking.tsx'
import { TimeLeft } from '../facilitation/timer.tsx'
import { useRun } from '../facilitation/use-session.ts'
import { useStages } from '../facilitation/use-stages.ts'
import { showView } from '../router.ts'
import { IconButton } from '../ui/button.tsx'
import { JoinCard } from './join-card.tsx'
import { BigRound } from './big-round.tsx'
import styles from './presenter.module.css'
import { useFollowFacilitator } from './use-follow-facilitator.ts'

/** The big screen: the map as the facilitator sees it, with the stage, the time and the question to be read from afar. */
export function Presenter() {
  const run = useRun()
  const { stages, index } = useStages()
  const stage = stages[index]
  const hands = run.hands.length
  const marked = useMarkingLine() !== ''
  const lost = useLive((live) => live.link === 'lost')
  const { ui } = useWorkspace()
  const top = useRef<HTMLElement>(null)
  useFollowFacilitator(run.spotlight ?? run.stage)
  // What is brought into view stands below the words.
  useEffect(() => {
    const header = top.current
    if (!header) return undefined
    const watch = new ResizeObserver(() => {
      const insets = { top: header.offsetHeight + 24, right: 24, bottom: 24, left: 24 }
      ui.setState({ insets })
    })
    watch.observe(header)
    return () => watch.disconnect()
  }, [ui])
  useEffect(() => {
    const leave = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) showView('map')
    }
    addEventListener('keydown', leave)
    return () => removeEventListener('keydown', leave)
  }, [])
  return (
    <>
      <Marking className={styles.marking} />
      <header ref={top} className={styles.top} data-marked={marked}>
        <div className={styles.stage}>
          {stage ? (
            <>
              <p>{t('Stage {n} of {all}', { n: index + 1, all: stages.length })}</p>
              <h2>{stage.title || t('Untitled stage')}</h2>
              {stage.prompt !== '' && <p className={styles.prompt}>{stage.prompt}</p>}
            </>
          ) : (
            <h2>{run.ended ? t('The session has ended') : t('Welcome')}</h2>
          )}
        </div>
        <div className={styles.side}>
          <TimeLeft />
          {hands > 0 && <p className={styles.hands}>{tn(hands, '1 hand up', '{n} hands up')}</p>}
          {run.paused && <p className={styles.hands}>{t('Editing is paused')}</p>}
          {lost && <p className={styles.hands}>{t('No connection')}</p>}
        </div>
        <IconButton
          icon={X}
          label={t('Leave the big screen view')}
          side="left"
          className={styles.leave ?? ''}
          onClick={() => showView('map')}
        />
      </header>
      <BigRound />
      {!roundUnderWay(run) && <JoinCard />}
    </>
  )
}
