import { useId } from 'react'
import type { ColumnUse, PreviewColumn } from '../../../shared/exchange/mapping.ts'
import {
  isOneSided,
  meaningOf,
  meaningsOf,
  type Meaning,
  type TableKind,
} from '../../../shared/exchange/meanings.ts'
import { scaleFor } from '../../../shared/exchange/scale.ts'
import { t } from '../../words/t.ts'
import { cx } from '../ui/cx.ts'
import { inputLook } from '../ui/field.tsx'
import { wordsFor } from './import-words.ts'
import styles from './import-mapping.module.css'

const groupNames = (kind: TableKind): readonly (readonly [Meaning['part'], string])[] => [
  ['key', kind === 'relationships' ? t('The two organisations') : t('The organisation')],
  ['trust', t('Trust')],
  ['side', t('What one side says')],
  ['whole', kind === 'relationships' ? t('About the relationship') : t('About the organisation')],
]

function NumberBox({
  label,
  value,
  onChange,
}: {
  label: string
  value: number
  onChange(value: number): void
}) {
  return (
    <input
      className={cx(inputLook, styles.number)}
      type="number"
      step="any"
      aria-label={label}
      value={Number.isNaN(value) ? '' : value}
      onChange={(event) => onChange(event.target.valueAsNumber)}
    />
  )
}

/** How a rating runs: on which scale, which end of it is closer, and who said it. */
function Rating({
  use,
  meaning,
  onChange,
}: {
  use: ColumnUse
  meaning: Meaning
  onChange(use: ColumnUse): void
}) {
  const id = useId()
  const [least, most] = meaning.scale ?? [1, 4]
  const { column, low = least, high = most, closer = 'higher', says = 'from' } = use
  return (
    <div className={styles.rating}>
      {meaning.scale && (
        <>
          <div className={styles.setting}>
            <span>{t('Scale')}</span>
            <NumberBox
              label={t('Lowest number of “{column}”', { column })}
              value={low}
              onChange={(value) => onChange({ ...use, low: value, high })}
            />
            <span>{t('to')}</span>
            <NumberBox
              label={t('Highest number of “{column}”', { column })}
              value={high}
              onChange={(value) => onChange({ ...use, low, high: value })}
            />
          </div>
          <div className={styles.setting}>
            <label htmlFor={`${id}closer`}>{t('Closer is')}</label>
            <select
              id={`${id}closer`}
              className={inputLook}
              value={closer}
              onChange={(event) =>
                onChange({ ...use, closer: event.target.value === 'lower' ? 'lower' : 'higher' })
              }
            >
              <option value="higher">{t('the higher number')}</option>
              <option value="lower">{t('the lower number')}</option>
            </select>
          </div>
        </>
      )}
      <div className={styles.setting}>
        <label htmlFor={`${id}says`}>{t('Said by')}</label>
        <select
          id={`${id}says`}
          className={inputLook}
          value={says}
          onChange={(event) => {
            const { value } = event.target
            onChange({ ...use, says: value === 'to' || value === 'both' ? value : 'from' })
          }}
        >
          <option value="from">{t('From, about To')}</option>
          <option value="to">{t('To, about From')}</option>
          <option value="both">{t('both, of each other')}</option>
        </select>
      </div>
    </div>
  )
}

/** One column of a file: its name and some of its values, and what it means. */
export function ImportColumn({
  kind,
  column,
  use,
  onChange,
}: {
  kind: TableKind
  column: PreviewColumn
  use: ColumnUse
  onChange(use: ColumnUse): void
}) {
  const id = useId()
  const meaning = meaningOf(kind, use.as)
  const asks = column.unsure && use.as === 'ignored'
  const choose = (as: string): void => {
    const { low, high } = column
    const steps = meaningOf(kind, as)?.scale
    // The values say on which scale they are; nobody has to look them up.
    const scale = steps && low !== undefined && high !== undefined && scaleFor([low, high], steps)
    onChange({ column: use.column, as, ...scale })
  }
  return (
    <li className={cx(styles.column, asks && styles.asks)}>
      <div className={styles.name}>
        <label htmlFor={id}>{column.column}</label>
        <p id={`${id}about`}>
          {asks && <strong>{t('What does this number say?')} </strong>}
          {column.samples.length === 0 ? t('no values') : column.samples.join(' · ')}
        </p>
      </div>
      <div className={styles.means}>
        <select
          id={id}
          className={inputLook}
          aria-describedby={`${id}about`}
          value={use.as}
          onChange={(event) => choose(event.target.value)}
        >
          <option value="ignored">{t('Leave it out')}</option>
          {groupNames(kind).map(([part, label]) => {
            const options = meaningsOf(kind).filter((one) => one.part === part)
            return options.length === 0 ? null : (
              <optgroup key={part} label={label}>
                {options.map((one) => (
                  <option key={one.as} value={one.as}>
                    {wordsFor(one)}
                  </option>
                ))}
              </optgroup>
            )
          })}
        </select>
        {meaning && isOneSided(meaning) && (
          <Rating use={use} meaning={meaning} onChange={onChange} />
        )}
      </div>
    </li>
  )
}
