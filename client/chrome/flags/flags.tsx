import { Flag as FlagIcon, MoveRight } from 'lucide-react'
import { useState } from 'react'
import { flagsOf } from '../../../shared/measures/flags.ts'
import type { MapSource } from '../../../shared/measures/source.ts'
import { today } from '../../words/dates.ts'
import { t } from '../../words/t.ts'
import { useWorkspace } from '../board/context.ts'
import styles from './flags.module.css'
import { jumpTo } from './jump.ts'
import { told } from './told.ts'

const MOST = 12

/** What a chair can act on, each line a way to where it is on the map. */
export function Flags({ source }: { source: MapSource }) {
  const workspace = useWorkspace()
  const [now] = useState(today)
  const flags = flagsOf(source, now)
  if (flags.length === 0) return <p>{t('Nothing to flag: every check came out clear.')}</p>
  return (
    <ul className={styles.flags}>
      {flags.map(({ id, title, why, findings }) => (
        <li key={id} className={styles.flag}>
          <h3>
            <FlagIcon size={16} strokeWidth={2} aria-hidden />
            {t(title)}
            <span className={styles.count}>{findings.length}</span>
          </h3>
          <p className={styles.why}>{t(why)}</p>
          <ul>
            {findings.slice(0, MOST).map((finding) => (
              <li key={`${finding.says} ${finding.ids.join()}`}>
                <button
                  type="button"
                  className={styles.jump}
                  onClick={() => jumpTo(workspace, finding.ids)}
                >
                  <span>{told(finding)}</span>
                  <MoveRight size={16} strokeWidth={1.75} aria-hidden />
                  <span className="visually-hidden">{t('show on the map')}</span>
                </button>
              </li>
            ))}
            {findings.length > MOST && (
              <li className={styles.why}>{t('and {n} more', { n: findings.length - MOST })}</li>
            )}
          </ul>
        </li>
      ))}
    </ul>
  )
}
