import { EyeOff } from 'lucide-react'
import { assumption } from '../../../shared/objects/assumption.ts'
import { roundUnderWay } from '../../../shared/session/state.ts'
import { actionOf } from '../../actions/list.ts'
import { t } from '../../words/t.ts'
import { useBoard, useCanEdit, useLive, useWorkspace } from '../board/context.ts'
import { OwnHand } from '../facilitation/own-hand.tsx'
import { RunningBar } from '../facilitation/session-bar.tsx'
import { TimeLeft } from '../facilitation/timer.tsx'
import { useRun } from '../facilitation/use-session.ts'
import { useStages } from '../facilitation/use-stages.ts'
import { RoundPanel } from '../rounds/round-panel.tsx'
import { Button } from '../ui/button.tsx'
import { AddNote } from './add-note.tsx'
import styles from './phone.module.css'
import { Spotlit } from './spotlit.tsx'

/** What goes on in the session, for one hand and a small screen: the stage, the question, a note, one's hand. */
export function Phone() {
  const workspace = useWorkspace()
  const { me } = workspace
  const run = useRun()
  const known = useLive((live) => live.session !== null)
  const canEdit = useCanEdit()
  const { stages, index } = useStages()
  const stage = stages[index]
  const round = roundUnderWay(run)
  const takesAssumptions = useBoard((board) =>
    [...board.ofType('frame')].some(
      ({ id, frame, fields }) =>
        fields['takes'] === assumption.type &&
        stage !== undefined &&
        [id, frame].includes(stage.id),
    ),
  )
  return (
    <main className={styles.phone} aria-label={t('Session')} tabIndex={-1}>
      {known && me.role === 'facilitator' && <RunningBar page />}
      <section className={styles.stage} aria-label={t('Stage')}>
        {stage && (
          <p className={styles.small}>
            {t('Stage {n} of {all}', { n: index + 1, all: stages.length })}
          </p>
        )}
        <div className={styles.heading}>
          <h2>
            {stage
              ? stage.title || t('Untitled stage')
              : run.ended
                ? t('The session has ended')
                : t('No stage is chosen yet')}
          </h2>
          {me.role !== 'facilitator' && <TimeLeft />}
        </div>
        {stage && stage.prompt !== '' && <p className={styles.prompt}>{stage.prompt}</p>}
        {!stage && !run.ended && (me.role !== 'facilitator' || stages.length > 0) && (
          <p className={styles.small}>
            {me.role === 'facilitator'
              ? t('Choose one above when you begin: everyone goes there with you.')
              : t('It appears here as soon as a facilitator begins. Meanwhile look at the map.')}
          </p>
        )}
        {run.paused && <p className={styles.flag}>{t('Editing is paused')}</p>}
        {run.ended && <p className={styles.small}>{t('You can read everything.')}</p>}
      </section>
      <Spotlit />
      {round && <RoundPanel key={round.id} round={round} page />}
      {canEdit && takesAssumptions && (
        <div className={styles.nameless}>
          <Button icon={EyeOff} onClick={() => actionOf('assume')?.run(workspace)}>
            {t('Add an assumption without my name')}
          </Button>
        </div>
      )}
      {canEdit && <AddNote stage={stage} />}
      {!run.ended && me.role !== 'facilitator' && (
        <div className={styles.hand}>
          <OwnHand />
        </div>
      )}
    </main>
  )
}
