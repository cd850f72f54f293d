import { Crosshair } from 'lucide-react'
import { issue } from '../../../shared/objects/issue.ts'
import { titleOf } from '../../../shared/objects/title.ts'
import { minutesOf, talkedAbout } from '../../../shared/session/time-spent.ts'
import { show } from '../../actions/selection.ts'
import { t, tn } from '../../words/t.ts'
import { useBoard, useWorkspace } from '../board/context.ts'
import { Button } from '../ui/button.tsx'
import styles from './pills.module.css'
import { useCommand, useRun, useServerNow } from './use-session.ts'

/** Says what is in the spotlight while it is, and for how long an issue has been talked about; a facilitator ends that here, whatever is selected. */
export function SpotlightPill() {
  const workspace = useWorkspace()
  const run = useRun()
  const command = useCommand()
  const { spotlight } = run
  const title = useBoard((board) => {
    const object = board.object(spotlight ?? '')
    return object && titleOf(object, t)
  })
  const isIssue = useBoard((board) => board.object(spotlight ?? '')?.type === issue.type)
  const minutes = minutesOf(talkedAbout(run, useServerNow(isIssue))[spotlight ?? ''] ?? 0)
  if (spotlight === null || title === undefined || run.ended) return null
  return (
    <section className={styles.spotlit} data-pill aria-label={t('What we are looking at')}>
      <Crosshair size={18} strokeWidth={1.75} aria-hidden />
      <span>{isIssue ? t('We are talking about') : t('We are looking at')}</span>
      <button
        type="button"
        className={styles.title}
        title={t('Show it on the map')}
        onClick={() => show(workspace, spotlight)}
      >
        {title}
      </button>
      {isIssue && minutes > 0 && <small>{tn(minutes, '1 minute', '{n} minutes')}</small>}
      {workspace.me.role === 'facilitator' && (
        <Button onClick={() => void command({ type: 'spotlight', object: null })}>
          {t('We are done with this')}
        </Button>
      )}
    </section>
  )
}
