import { Crosshair } from 'lucide-react'
import type { BoardObject } from '../../../shared/board/object.ts'
import { minutesOf, talkedAbout, talkingAbout } from '../../../shared/session/time-spent.ts'
import { t, tn } from '../../words/t.ts'
import { useWorkspace } from '../board/context.ts'
import { Button } from '../ui/button.tsx'
import styles from './time-spent.module.css'
import { useCommand, useRun, useServerNow } from './use-session.ts'

/** How long an issue has been talked about; a facilitator begins and ends that, and everyone looks at it meanwhile. */
export function TalkedAbout({ object: { id } }: { object: BoardObject }) {
  const { me } = useWorkspace()
  const run = useRun()
  const command = useCommand()
  const isOn = run.spotlight === id
  const ms = talkedAbout(run, useServerNow(talkingAbout(run) === id))[id] ?? 0
  const runs = me.role === 'facilitator' && !run.ended
  if (ms === 0 && !runs) return null
  return (
    <section className={styles.talked} aria-label={t('Time talked about')}>
      <p>
        {ms === 0
          ? t('Not talked about yet')
          : minutesOf(ms) === 0
            ? t('Talked about for under a minute')
            : tn(minutesOf(ms), 'Talked about for 1 minute', 'Talked about for {n} minutes')}
      </p>
      {runs && (
        <Button
          icon={Crosshair}
          aria-pressed={isOn}
          onClick={() => void command({ type: 'spotlight', object: isOn ? null : id })}
        >
          {isOn ? t('We are done with this') : t('Talk about this now')}
        </Button>
      )}
    </section>
  )
}
