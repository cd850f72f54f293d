import { t } from '../../words/t.ts'
import styles from './pad.module.css'

/** An axis of a placement: what it is about, and what its ends mean. */
export interface Axis {
  label: string
  low: string
  high: string
}

/** The words at the four ends of a placement's two axes. */
export function PadLabels({ across, up }: { across: Axis; up: Axis }) {
  const end = ({ label, high }: Axis): string =>
    high === '' ? label : t('{axis}: {end}', { axis: label, end: high })
  return (
    <>
      <span className={styles.axisTop}>{end(up)}</span>
      <span className={styles.axisBottom}>{up.low}</span>
      <span className={styles.axisRight}>{end(across)}</span>
      <span className={styles.axisLeft}>{across.low}</span>
    </>
  )
}
