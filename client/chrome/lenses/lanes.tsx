import type { LaneMeasure } from '../../../shared/board/layout.ts'
import { laneNames } from '../../../shared/draw/lane-names.ts'
import { laneStrokes } from '../../../shared/draw/tie.ts'
import type { TieValue } from '../../../shared/measures/tie.ts'
import { t } from '../../words/t.ts'
import styles from './lenses.module.css'

const SAMPLE = [
  [4, 7],
  [28, 7],
  [52, 7],
] as const

const figureOf = (value: TieValue): string =>
  value === undefined ? '–' : value === 'unknown' ? '?' : String(value)

/** What the lines of a lane mean, drawn as they are on the map. */
export function Lanes({ measure }: { measure: LaneMeasure }) {
  return (
    <ul className={styles.lanes}>
      {laneNames[measure].map(({ value, meaning }) => (
        <li key={meaning}>
          <svg width="56" height="14" viewBox="0 0 56 14" aria-hidden>
            {laneStrokes(SAMPLE, { value, measure, crowd: 'roomy' }).map((stroke) => (
              <path
                key={stroke.stroke}
                d={stroke.d}
                fill="none"
                stroke={`var(--${stroke.stroke})`}
                strokeWidth={stroke.strokeWidth}
                strokeDasharray={stroke.dash?.join(' ')}
                strokeLinecap={stroke.cap}
              />
            ))}
          </svg>
          <span>
            {figureOf(value)} {t(meaning)}
          </span>
        </li>
      ))}
    </ul>
  )
}
