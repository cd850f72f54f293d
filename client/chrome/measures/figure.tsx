import { formatFigure, type Figure as FigureFacts } from '../../../shared/measures/figure.ts'
import { t } from '../../words/t.ts'
import styles from './says.module.css'

/** One figure with what it counts; unfolded, the formula and who has answered and who has not. */
export function Figure({
  name,
  figure,
  nameOf,
  counted,
}: {
  name: string
  figure: FigureFacts
  /** the name of an organisation by its id */
  nameOf(id: string): string
  /** “{count} of {of} …” in words */
  counted: string
}) {
  const { count, of, formula, answered, silent } = figure
  return (
    <details className={styles.figure}>
      <summary>
        <span className={styles.value}>{formatFigure(figure)}</span>
        <span className={styles.name}>{name}</span>
        <span className={styles.counted}>
          {counted.replace('{count}', String(count)).replace('{of}', String(of))}
        </span>
      </summary>
      <p>{t(formula)}</p>
      {answered.length > 0 && (
        <p>
          <strong>{t('Answered for all their ties:')}</strong> {answered.map(nameOf).join(', ')}
        </p>
      )}
      {silent.length > 0 && (
        <p>
          <strong>{t('Left some open:')}</strong> {silent.map(nameOf).join(', ')}
        </p>
      )}
    </details>
  )
}
