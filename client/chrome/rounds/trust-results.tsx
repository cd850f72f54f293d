import { dimensions } from '../../../shared/board/readings.ts'
import { formatGap, formatMean, gapOf, stepOf, WIDE_GAP } from '../../../shared/measures/tie.ts'
import type { SideResult } from '../../../shared/session/results.ts'
import type { Round } from '../../../shared/session/state.ts'
import { t, tn } from '../../words/t.ts'
import { useOrganisationName } from './names.ts'
import { delay, type ResultsOf } from './results-parts.tsx'
import styles from './results.module.css'
import shared from './rounds.module.css'

const overall = (side: SideResult | undefined): number | 'unknown' | undefined => {
  if (!side) return undefined
  const figures = dimensions.map((d) => side[d]).filter((one) => one !== undefined)
  const numbers = figures.filter((one) => typeof one === 'number')
  if (numbers.length > 0) return numbers.reduce((a, b) => a + b, 0) / numbers.length
  return figures.length > 0 ? 'unknown' : undefined
}

/** The answers of both sides of each tie, the widest gap first. */
export function TrustResults({ round, results }: { round: Round; results: ResultsOf<'trust'> }) {
  const silent = results.sides.filter(({ n }) => n === 0).length
  const withheld = results.sides.filter((side) => side.withheld).length
  const ties = round.ties.map((tie) => {
    const from = results.sides.find((side) => side.tie === tie.id && side.end === 'from')
    const to = results.sides.find((side) => side.tie === tie.id && side.end === 'to')
    return { tie, from, to, gap: gapOf(overall(from), overall(to)) }
  })
  ties.sort((a, b) => Math.abs(b.gap ?? -1) - Math.abs(a.gap ?? -1))
  return (
    <>
      <ul className={styles.ties}>
        {ties.map(({ tie, from, to, gap }, i) => (
          <li key={tie.id} style={delay(i)}>
            <Side side={from} from={tie.from} to={tie.to} />
            <Side side={to} from={tie.to} to={tie.from} />
            {gap !== undefined && (
              <p className={styles.gap} data-wide={Math.abs(gap) >= WIDE_GAP}>
                {t('Gap {gap}', { gap: formatGap(gap) })}
              </p>
            )}
          </li>
        ))}
      </ul>
      <p className={shared.small}>
        {silent > 0 && tn(silent, '1 side was not answered. ', '{n} sides were not answered. ')}
        {withheld > 0 &&
          t('{n} withheld: fewer than {least} answers. ', {
            n: withheld,
            least: round.spec.minimum,
          })}
        {t(
          'Each side is the mean of its answers from 1 (not at all) to 4 (a great deal); “don’t know” is left out.',
        )}
      </p>
    </>
  )
}

function Side({ side, from, to }: { side: SideResult | undefined; from: string; to: string }) {
  const names = { from: useOrganisationName(from), to: useOrganisationName(to) }
  const value = overall(side)
  const step = typeof value === 'number' ? stepOf(value) : (value ?? 'none')
  const figure =
    side?.withheld === true
      ? t('withheld')
      : value === undefined
        ? t('not answered')
        : value === 'unknown'
          ? t('don’t know')
          : formatMean(value)
  return (
    <div className={styles.side}>
      <p>
        <span>{t('{from} → {to}', names)}</span> <strong>{figure}</strong>
      </p>
      <span
        className={styles.lane}
        data-step={step}
        style={delay(0, typeof value === 'number' ? value / 4 : 0)}
        aria-hidden
      />
      {side?.notes.map((note) => (
        <blockquote key={note}>{note}</blockquote>
      ))}
    </div>
  )
}
