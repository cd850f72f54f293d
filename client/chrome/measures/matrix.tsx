import type { TrustMatrix } from '../../../shared/measures/trust.ts'
import { formatMean, stepOf, type TieValue } from '../../../shared/measures/tie.ts'
import { t } from '../../words/t.ts'
import styles from './says.module.css'

const text = (value: TieValue): string =>
  value === undefined ? '' : value === 'unknown' ? '?' : formatMean(value)

const step = (value: TieValue): string =>
  value === undefined ? 'none' : value === 'unknown' ? 'unknown' : String(stepOf(value))

/** Who says what of whom, as a table: a row speaks of a column. */
export function Matrix({
  matrix,
  caption,
  tint,
  name,
  short,
}: {
  matrix: TrustMatrix
  caption: string
  tint: 'trust' | 'contact'
  name(id: string): string
  short(id: string): string
}) {
  const { organisations, cells } = matrix
  return (
    <div className={styles.scroll} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles.matrix} data-tint={tint}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('says of')}</th>
            {organisations.map((id) => (
              <th key={id} scope="col" title={name(id)}>
                <abbr title={name(id)}>{short(id)}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {organisations.map((by, row) => (
            <tr key={by}>
              <th scope="row">{name(by)}</th>
              {organisations.map((about, column) => {
                const value = cells[row]?.[column]
                return (
                  <td key={about} data-step={row === column ? 'self' : step(value)}>
                    {row === column ? <span aria-hidden>·</span> : text(value)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
