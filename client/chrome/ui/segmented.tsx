import { useId, type CSSProperties, type ReactNode } from 'react'
import type { Token } from '../../../shared/look/palette.ts'
import { cx } from './cx.ts'
import styles from './segmented.module.css'

/** One of a few values to choose from. */
export interface Option<V extends string | number> {
  value: V
  label: ReactNode
  /** the full name where `label` is short */
  name?: string
  /** it can't be chosen now */
  disabled?: boolean
  /** a sentence that explains the value, shown as a tip */
  help?: string | undefined
  /** the palette's colour that the segment takes when it is chosen, instead of the accent's */
  tint?: Token
}

/** Radio buttons as one row of segments (or a wrapped set of chips); arrow keys move, as with any radio group. */
export function Segmented<V extends string | number>({
  label,
  options,
  value,
  onChange,
  wrap = false,
}: {
  /** name of the group for a screen reader; absent inside a named fieldset */
  label?: string
  options: readonly Option<V>[]
  value: V | undefined
  onChange(value: NoInfer<V>): void
  /** chips that wrap, for long labels or many options */
  wrap?: boolean
}) {
  const name = useId()
  return (
    <div
      role={label ? 'radiogroup' : undefined}
      aria-label={label}
      className={cx(styles.set, wrap ? styles.wrap : styles.row)}
    >
      {options.map((option) => (
        <label
          key={option.value}
          className={styles.option}
          data-tinted={option.tint !== undefined}
          style={option.tint && ({ '--tint': `var(--${option.tint})` } as CSSProperties)}
          data-tip={option.help ?? (option.name === option.label ? undefined : option.name)}
        >
          <input
            type="radio"
            name={name}
            checked={value === option.value}
            disabled={option.disabled}
            aria-label={option.name}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </div>
  )
}
