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
}: {
  label: string
  help: string | undefined
  field: ScaleField
  value: number | undefined
  onChange(value: number | undefined): void
}) {
  const options = field.steps.map((step, i) => ({
    value: field.min + i,
    label: String(field.min + i),
    name: `${field.min + i}, ${t(step)}`,
    help: field.meanings?.[i] === undefined ? t(step) : t(field.meanings[i]),
  }))
  const word = value === undefined ? undefined : field.steps[value - field.min]
  const meaning = value === undefined ? undefined : field.meanings?.[value - field.min]
  return (
    <Group label={label} help={help}>
      <Segmented options={options} value={value} onChange={onChange} />
      <p className={styles.scaleWords}>
        {word === undefined ? (
          <>
            <span>{t(field.steps[0] ?? '')}</span>
            <span>{t(field.steps.at(-1) ?? '')}</span>
          </>
        ) : (
          <>
            <strong>{t(word)}</strong>
            {meaning !== undefined && <span>{t(meaning)}</span>}
            <button
              type="button"
              className={styles.clear}
              onClick={({ currentTarget }) => {
                // It goes with what it clears.
                currentTarget.closest('fieldset')?.querySelector('input')?.focus()
                onChange(undefined)
              }}
            >
              {t('Clear')}
            </button>
          </>
        )}
      </p>
    </Group>
  )
}
