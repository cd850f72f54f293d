import type { ScaleField } from '../../../shared/objects/fields.ts'
import { t } from '../../words/t.ts'
import { Group } from '../ui/field.tsx'
import { Segmented } from '../ui/segmented.tsx'
import styles from './inspector.module.css'

/** A step on a scale: the figures in a row, the words of its ends and of what is chosen under it. */
export function ScaleControl({
  label,
  help,
  field,
  value,
  onChange,
  disabled,
}: {
  label: string
  help: string | undefined
  field: ScaleField
  value: number | undefined
  onChange(value: number | undefined): void
  disabled: boolean
}) {
  const options = field.steps.map((step, i) => ({
    value: field.min + i,
    label: String(field.min + i),
    name: `${field.min + i}, ${t(step)}`,
    help: t(step),
  }))
  const word = value === undefined ? undefined : field.steps[value - field.min]
  return (
    <Group label={label} help={help}>
      <Segmented options={options} value={value} onChange={onChange} disabled={disabled} />
      <p className={styles.scaleWords}>
        {word === undefined ? (
          <>
            <span>{t(field.steps[0] ?? '')}</span>
            <span>{t(field.steps.at(-1) ?? '')}</span>
          </>
        ) : (
          <>
            <strong>{t(word)}</strong>
            {!disabled && (
              <button type="button" className={styles.clear} onClick={() => onChange(undefined)}>
                {t('Clear')}
              </button>
            )}
          </>
        )}
      </p>
    </Group>
  )
}
