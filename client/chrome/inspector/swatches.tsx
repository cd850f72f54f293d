import { useId, type CSSProperties } from 'react'
import { tokens } from '../../../shared/look/palette.ts'
import { t } from '../../words/t.ts'
import styles from './inspector.module.css'

/** Colours of the palette to choose from, and words for what is not a colour. */
export function Swatches({
  options,
  value,
  onChange,
}: {
  options: readonly { value: string; label: string }[]
  value: string
  onChange(value: string): void
}) {
  const name = useId()
  return (
    <div className={styles.swatches}>
      {options.map((option) => {
        const isColour = tokens.some((token) => token === option.value)
        const style = isColour
          ? ({ '--swatch': `var(--${option.value})` } as CSSProperties)
          : undefined
        return (
          <label
            key={option.value}
            className={styles.swatch}
            style={style}
            data-tip={t(option.label)}
            data-tip-side="top"
          >
            <input
              type="radio"
              name={name}
              aria-label={t(option.label)}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {!isColour && t(option.label)}
          </label>
        )
      })}
    </div>
  )
}
