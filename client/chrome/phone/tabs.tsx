import { ListTree, Map, Megaphone } from 'lucide-react'
import { roundUnderWay } from '../../../shared/session/state.ts'
import { t } from '../../words/t.ts'
import { useRun } from '../facilitation/use-session.ts'
import { showView, type View } from '../router.ts'
import styles from './phone.module.css'

/** A phone's way between what goes on, the outline and the map. */
export function Tabs({ view }: { view: View }) {
  const round = roundUnderWay(useRun())
  const tabs = [
    { view: 'phone', icon: Megaphone, label: t('Now') },
    { view: 'outline', icon: ListTree, label: t('Outline') },
    { view: 'map', icon: Map, label: t('Map') },
  ] as const
  return (
    <nav className={styles.tabs} aria-label={t('Views')} data-tabs>
      {tabs.map(({ view: to, icon: Icon, label }) => (
        <button
          key={to}
          type="button"
          aria-current={view === to ? 'page' : undefined}
          onClick={() => showView(to)}
        >
          <Icon size={20} strokeWidth={1.75} aria-hidden />
          {label}
          {to === 'phone' && round?.state === 'open' && view !== 'phone' && (
            <span className={styles.mark}>
              <span className="visually-hidden">{t('A question is open')}</span>
            </span>
          )}
        </button>
      ))}
    </nav>
  )
}
