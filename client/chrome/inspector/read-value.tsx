import { readField, type Field } from '../../../shared/objects/fields.ts'
import { t } from '../../words/t.ts'
import styles from './inspector.module.css'

/** A value in words; empty where nobody has said anything. */
function wordsOf(field: Field, raw: unknown): string {
  const value = readField(field, raw)
  switch (field.kind) {
    case 'choice':
      return t(field.options.find((option) => option.value === value)?.label ?? '')
    case 'scale':
      return typeof value === 'number' ? `${value}, ${t(field.steps[value - field.min] ?? '')}` : ''
    case 'list':
      return Array.isArray(value) ? value.join('\n') : ''
    case 'flag':
      return value === true ? t('Yes') : t('No')
    default:
      return typeof value === 'string' ? value : ''
  }
}

/** What somebody else said, to read only: the label and the words. */
export function ReadValue({ field, raw }: { field: Field; raw: unknown }) {
  const words = wordsOf(field, raw)
  return (
    <div className={styles.read}>
      <p className={styles.label}>{t(field.label)}</p>
      <p className={words ? styles.said : styles.quiet}>{words || t('not answered')}</p>
    </div>
  )
}
