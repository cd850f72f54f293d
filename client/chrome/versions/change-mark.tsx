import { ArrowDown, ArrowUp, Equal, Minus, Plus } from 'lucide-react'
import type { Change } from '../../../shared/compare/compare-trust.ts'
import { t } from '../../words/t.ts'
import styles from './versions.module.css'

const icons = { raised: ArrowUp, fallen: ArrowDown, new: Plus, gone: Minus, same: Equal } as const

/** What a change is called. */
const changeWords = (): Record<Change, string> => ({
  raised: t('raised'),
  fallen: t('fallen'),
  new: t('new'),
  gone: t('gone'),
  same: t('the same'),
})

/** A change as a sign that needs no colour: an arrow, a plus or a minus. */
export function ChangeMark({ change }: { change: Change }) {
  const Icon = icons[change]
  return (
    <span className={styles.mark} data-change={change}>
      <Icon size={14} strokeWidth={3} aria-hidden />
      <span className="visually-hidden">{changeWords()[change]}</span>
    </span>
  )
}
