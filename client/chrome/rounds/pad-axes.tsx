import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { t } from '../../words/t.ts'
import styles from './pad.module.css'

/** An axis of a placement: what it is about, and what its ends mean. */
export interface Axis {
  label: string
  low: string
  high: string
}

const arrow = { size: 14, strokeWidth: 2, 'aria-hidden': true } as const

/** The words at the four ends of a placement's two axes, around its pad: who stands at an end would hide them in it. */
export function PadAxes({ across, up, children }: { across: Axis; up: Axis; children: ReactNode }) {
  const end = ({ label, high }: Axis): string =>
    high === '' ? label : t('{axis}: {end}', { axis: label, end: high })
  return (
    <div className={styles.axes}>
      <p className={styles.above} aria-hidden>
        <ArrowUp {...arrow} />
        {end(up)}
      </p>
      {children}
      <p className={styles.below} aria-hidden>
        <span>
          <ArrowLeft {...arrow} />
          {across.low}
        </span>
        <span>
          <ArrowDown {...arrow} />
          {up.low}
        </span>
        <span>
          {end(across)}
          <ArrowRight {...arrow} />
        </span>
      </p>
    </div>
  )
}
