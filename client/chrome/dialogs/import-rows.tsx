import type { ColumnUse, PreviewTable } from '../../../shared/exchange/mapping.ts'
import { meaningOf, type TableKind } from '../../../shared/exchange/meanings.ts'
import { numberIn, stepOn } from '../../../shared/exchange/scale.ts'
import { t, tn } from '../../words/t.ts'
import { cx } from '../ui/cx.ts'
import { meaningWords } from './import-words.ts'
import styles from './import-mapping.module.css'

/** A cell as it would be on the board, where its number is mapped from another scale; else undefined. */
function onBoard(kind: TableKind, cell: string, use: ColumnUse): string | undefined {
  const meaning = meaningOf(kind, use.as)
  const value = numberIn(cell)
  if (!meaning?.scale || value === undefined) return undefined
  const step = stepOn(value, meaning.scale, use)
  if (step === undefined) return t('off the scale')
  const shown = meaning.part === 'trust' ? step : Math.round(step)
  return shown === value ? undefined : String(shown)
}

const speaker = ({ says = 'from' }: ColumnUse): string =>
  says === 'both' ? t('said by both') : says === 'to' ? t('said by To') : t('said by From')

/** The first rows of a table under what their columns mean, with the steps that numbers become. */
export function ImportRows({
  kind,
  table,
  uses,
}: {
  kind: TableKind
  table: PreviewTable
  uses: readonly ColumnUse[]
}) {
  const shown = uses.flatMap((use, index) => (use.as === 'ignored' ? [] : [{ use, index }]))
  if (shown.length === 0) return null
  const label = tn(table.first.length, 'The first row of {rows}', 'The first {n} rows of {rows}', {
    rows: table.rows,
  })
  return (
    // It scrolls sideways, so the keyboard must reach it.
    <div className={styles.rows} role="region" aria-label={label} tabIndex={0}>
      <table>
        <caption>{label}</caption>
        <thead>
          <tr>
            {shown.map(({ use }) => {
              const part = meaningOf(kind, use.as)?.part
              return (
                <th key={use.column} scope="col">
                  {meaningWords(kind, use.as)}
                  {(part === 'trust' || part === 'side') && <small>{speaker(use)}</small>}
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {table.first.map((cells, row) => (
            <tr key={`${row} ${cells.join()}`}>
              {shown.map(({ use, index }) => {
                const cell = cells[index] ?? ''
                const step = onBoard(kind, cell, use)
                return (
                  <td key={use.column} className={cx(cell === '' && styles.empty)}>
                    {step === undefined ? (
                      cell || '–'
                    ) : (
                      <>
                        <span className={styles.was}>{cell}</span> <span aria-hidden>→</span>{' '}
                        <b>{step}</b>
                      </>
                    )}
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
