import type { LaneMeasure } from '../../../shared/board/layout.ts'
import type { Token } from '../../../shared/look/palette.ts'
import { t } from '../../words/t.ts'
import styles from './lenses.module.css'

const steps = [
  { width: 4, dash: '0.01 8', cap: 'round' },
  { width: 4, dash: '11 6', cap: 'butt' },
  { width: 4, dash: undefined, cap: 'butt' },
  { width: 7, dash: undefined, cap: 'butt' },
] as const

const names = (measure: LaneMeasure): readonly string[] => {
  if (measure === 'trust')
    return [t('not at all'), t('a small amount'), t('a fair amount'), t('a great deal')]
  if (measure === 'contact') return [t('rarely'), t('now and then'), t('often'), t('all the time')]
  return [t('networking'), t('coordinating'), t('cooperating'), t('collaborating')]
}

/** What the four lines of a lane mean; told by pattern and weight as well as by colour. */
export function Lanes({ measure }: { measure: LaneMeasure }) {
  const hue = measure === 'trust' ? 'trust' : 'contact'
  return (
    <ul className={styles.lanes}>
      {names(measure).map((name, i) => {
        const step = steps[i]
        const token = `${hue}${i + 1}` as Token
        return (
          <li key={name}>
            <svg width="56" height="12" viewBox="0 0 56 12" aria-hidden>
              <path
                d="M4 6h48"
                stroke={`var(--${token})`}
                strokeWidth={step?.width}
                strokeDasharray={step?.dash}
                strokeLinecap={step?.cap}
              />
            </svg>
            <span>
              {i + 1} {name}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
