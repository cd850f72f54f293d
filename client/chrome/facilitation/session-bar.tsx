import { ChevronLeft, ChevronRight, MessageCircleQuestion } from 'lucide-react'
import { roundUnderWay } from '../../../shared/session/state.ts'
import { t } from '../../words/t.ts'
import { useLive, useUi, useWorkspace } from '../board/context.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import styles from './facilitation.module.css'
import { Hands } from './hands.tsx'
import { OwnHand } from './own-hand.tsx'
import { RunMenu } from './run-menu.tsx'
import { StageMenu } from './stage-menu.tsx'
import { TimeLeft, TimerControls } from './timer.tsx'
import { useCommand, useRun } from './use-session.ts'
import { useStages } from './use-stages.ts'
import { Waiting } from './waiting.tsx'

/** The strip over the map from which a session is run, or on which it is seen where it stands. */
export function SessionBar() {
  const { me } = useWorkspace()
  const known = useLive((live) => live.session !== null)
  if (!known) return null
  return me.role === 'facilitator' ? <RunningBar /> : <FollowingBar />
}

/** What a facilitator runs the session with; `page`: as a part of a page, not over the map. */
export function RunningBar({ page = false }: { page?: boolean }) {
  const { ui } = useWorkspace()
  const run = useRun()
  const command = useCommand()
  const dialog = useUi((state) => state.dialog)
  const { stages, index } = useStages()
  const go = (at: number): void => {
    const stage = stages[at]
    if (stage) void command({ type: 'stage', frame: stage.id })
  }
  const open = roundUnderWay(run)
  if (run.ended) {
    return (
      <section className={cx(styles.bar, page && styles.page)} aria-label={t('Session')}>
        <p className={styles.words}>{t('The session has ended. Everyone can read.')}</p>
        <Button onClick={() => void command({ type: 'reopen' })}>{t('Open it again')}</Button>
      </section>
    )
  }
  return (
    <section className={cx(styles.bar, page && styles.page)} aria-label={t('Session')} data-stage>
      {stages.length > 0 && (
        <div className={styles.part}>
          <IconButton
            icon={ChevronLeft}
            label={t('Previous stage')}
            disabled={index <= 0}
            onClick={() => go(index - 1)}
          />
          <StageMenu stages={stages} index={index} onChoose={go} />
          <IconButton
            icon={ChevronRight}
            label={t('Next stage')}
            disabled={index >= stages.length - 1}
            onClick={() => go(index + 1)}
          />
        </div>
      )}
      <TimerControls minutes={stages[index]?.minutes} />
      <div className={styles.part}>
        {run.paused && <strong className={styles.flag}>{t('Editing is paused')}</strong>}
        <Waiting />
        <Hands />
        {!open && (
          <Button
            look="quiet"
            icon={MessageCircleQuestion}
            aria-pressed={dialog === 'ask'}
            onClick={() => ui.setState({ dialog: 'ask' })}
          >
            {t('Ask everyone')}
          </Button>
        )}
        <RunMenu />
      </div>
    </section>
  )
}

function FollowingBar() {
  const run = useRun()
  const { stages, index } = useStages()
  const stage = stages[index]
  return (
    <section className={styles.bar} aria-label={t('Session')} data-stage={stage && true}>
      {run.ended && <p className={styles.words}>{t('The session has ended. You can read.')}</p>}
      {stage && (
        <p className={styles.words}>
          <small>{t('Stage {n} of {all}', { n: index + 1, all: stages.length })}</small>
          <span>{stage.title || t('Untitled stage')}</span>
        </p>
      )}
      <TimeLeft />
      {run.paused && <strong className={styles.flag}>{t('Editing is paused')}</strong>}
      {!run.ended && <OwnHand />}
    </section>
  )
}
