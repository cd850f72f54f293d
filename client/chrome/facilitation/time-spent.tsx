import { minutesOf, spentOnStages, talkedAbout } from '../../../shared/session/time-spent.ts'
import { t, tn } from '../../words/t.ts'
import { useBoard } from '../board/context.ts'
import { useNames } from '../rounds/names.ts'
import { Dialog } from '../ui/dialog.tsx'
import styles from './time-spent.module.css'
import { useRun, useServerNow } from './use-session.ts'
import { useStages } from './use-stages.ts'

const minutes = (ms: number): string =>
  ms > 0 && minutesOf(ms) === 0 ? t('under a minute') : tn(minutesOf(ms), '1 minute', '{n} minutes')

/** Where the time of the session went: to which stages, and to which issues. */
export function TimeSpent({ onClose }: { onClose(): void }) {
  const run = useRun()
  const now = useServerNow(true)
  const { stages } = useStages()
  const issuesText = useBoard((board) => [...board.ofType('issue')].map(({ id }) => id).join(' '))
  const issues = issuesText === '' ? [] : issuesText.split(' ')
  const nameOf = useNames(issues)
  const spent = spentOnStages(run, now)
  const talked = talkedAbout(run, now)
  const about = [...issues].sort((a, b) => (talked[b] ?? 0) - (talked[a] ?? 0))
  return (
    <Dialog title={t('Time spent')} onClose={onClose}>
      <div className={styles.lists}>
        <section>
          <h3>{t('Stages')}</h3>
          {stages.length === 0 && <p>{t('There is no stage on this board.')}</p>}
          <ul>
            {stages.map(({ id, title, minutes: planned }) => (
              <li key={id}>
                <span>{title || t('Untitled stage')}</span>
                <span>
                  {planned === undefined
                    ? minutes(spent[id] ?? 0)
                    : t('{spent} of {planned}', {
                        spent: minutes(spent[id] ?? 0),
                        planned: minutes(planned * 60_000),
                      })}
                </span>
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h3>{t('Issues')}</h3>
          {about.length === 0 && <p>{t('There is no issue on this board.')}</p>}
          <ul>
            {about.map((id) => (
              <li key={id}>
                <span>{nameOf(id)}</span>
                <span>{talked[id] ? minutes(talked[id]) : t('not talked about')}</span>
              </li>
            ))}
          </ul>
          {about.length > 0 && (
            <p className={styles.help}>
              {t(
                'Counted while an issue is in the spotlight: select it, and choose “Talk about this now”. The time of a stage that holds one issue alone counts for that issue.',
              )}
            </p>
          )}
        </section>
      </div>
    </Dialog>
  )
}
