import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { cx } from './cx.ts'
import { inputLook } from './field.tsx'
import styles from './wrapping-select.module.css'

/** A list to choose from that shows what is chosen whole, on as many lines as it takes; `shown` is its text. */
export function WrappingSelect({ shown, ...select }: ComponentProps<'select'> & { shown: string }) {
  return (
    <span className={styles.box}>
      <select {...select} title={shown} className={cx(inputLook, styles.select)} />
      <span aria-hidden className={styles.shown}>
        <span>{shown}</span>
        <ChevronDown size={18} strokeWidth={1.75} />
      </span>
    </span>
  )
}
