import type { Dimension } from '../../../shared/board/readings.ts'
import type { SideChange, Step, TieChange } from '../../../shared/compare/compare-trust.ts'
import { formatGap, formatMean, type TieValue } from '../../../shared/measures/tie.ts'
import { t } from '../../words/t.ts'
import { useWorkspace } from '../board/context.ts'
import { ChangeMark } from './change-mark.tsx'
import { jumpTo } from './jump.ts'
import styles from './versions.module.css'

const dimensionWords = (): Record<Dimension, string> => ({
  reliability: t('Reliability'),
  purpose: t('Shared purpose'),
  openness: t('Openness'),
})

/** What one side says, as on a chip. */
export const figureWords = (value: TieValue): string =>
  value === undefined ? '–' : value === 'unknown' ? '?' : formatMean(value)

const spoken = (value: TieValue): string =>
  value === undefined ? t('no answer') : value === 'unknown' ? t('don’t know') : formatMean(value)

const isSaid = ({ change, dimensions }: SideChange): boolean =>
  change !== 'same' || dimensions.some((one) => one.change !== 'same')

/** Trust then and now of every side that says something else, with its dimensions and the gap between the two sides. */
export function TrustTable({
  ties,
  named,
}: {
  ties: readonly TieChange[]
  named(id: string): string
}) {
  const workspace = useWorkspace()
  const words = dimensionWords()
  const title = t('Trust')
  return (
    <div className={styles.part}>
      <h3>
        {title} <span className={styles.count}>{ties.length}</span>
      </h3>
      <table className={styles.table}>
        <caption className="visually-hidden">
          {t('How far each side trusts the other, 1 to 4, then and now')}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('Who says it about whom')}</th>
            <th scope="col" className={styles.figure}>
              {t('Then')}
            </th>
            <th scope="col" className={styles.figure}>
              {t('Now')}
            </th>
          </tr>
        </thead>
        {ties.map((tie) => (
          <tbody key={tie.id}>
            {tie.sides.filter(isSaid).map((side) => (
              <tr key={side.end}>
                <th scope="row">
                  <button
                    type="button"
                    className={styles.jump}
                    onClick={() => jumpTo(workspace, [tie.id, tie.from, tie.to])}
                  >
                    <span>{t('{a} about {b}', { a: named(side.by), b: named(side.about) })}</span>
                  </button>
                  <ul className={styles.dimensions}>
                    {side.dimensions
                      .filter(({ change }) => change !== 'same')
                      .map((one) => (
                        <li key={one.dimension}>
                          {words[one.dimension]} <Figures step={one} />
                        </li>
                      ))}
                  </ul>
                </th>
                <td className={styles.figure}>
                  <Figure value={side.was} />
                </td>
                <td className={styles.figure}>
                  <span className={styles.with}>
                    <ChangeMark change={side.change} />
                    <Figure value={side.is} />
                  </span>
                </td>
              </tr>
            ))}
            {tie.gap.change !== 'same' && (
              <tr className={styles.gapRow}>
                <th scope="row">{t('Gap between the two')}</th>
                <td className={styles.figure}>{gapWords(tie.gap.was)}</td>
                <td className={styles.figure}>{gapWords(tie.gap.is)}</td>
              </tr>
            )}
          </tbody>
        ))}
      </table>
      <p className={styles.quiet}>
        {t(
          'A figure is the mean of the dimensions that a side answered, 1 to 4. Gap: what the first says minus what the second says.',
        )}
      </p>
    </div>
  )
}

const gapWords = (gap: number | undefined): string => (gap === undefined ? '–' : formatGap(gap))

function Figure({ value }: { value: TieValue }) {
  return (
    <>
      <span aria-hidden>{figureWords(value)}</span>
      <span className="visually-hidden">{spoken(value)}</span>
    </>
  )
}

function Figures({ step }: { step: Step }) {
  return (
    <span className={styles.pair}>
      <Figure value={step.was} /> <span aria-hidden>→</span> <Figure value={step.is} />
    </span>
  )
}
