import { trustOf, trustPercent, type Reading } from '../../../shared/board/readings.ts'
import { formatGap, formatMean, gapOf, WIDE_GAP } from '../../../shared/measures/tie.ts'
import { t } from '../../words/t.ts'
import styles from './relationship.module.css'

interface Side {
  name: string
  reading: Reading | undefined
}

const figure = (mean: number): string =>
  t('{mean} of 4 ({percent}%)', {
    mean: formatMean(mean),
    percent: Math.round(trustPercent(mean)),
  })

function sentence(from: Side, to: Side): string {
  const [a, b] = [trustOf(from.reading), trustOf(to.reading)]
  const gap = gapOf(a, b)
  if (gap === undefined || typeof a !== 'number' || typeof b !== 'number') {
    const silent = [a, b].filter((value) => typeof value !== 'number').length
    return silent === 2
      ? t('Neither side has given a figure yet, so there is no gap to show.')
      : t('{name} has not given a figure yet, so there is no gap to show.', {
          name: typeof a === 'number' ? to.name : from.name,
        })
  }
  const values = { a: from.name, b: to.name, av: figure(a), bv: figure(b), gap: formatGap(gap) }
  if (formatGap(gap) === '0') {
    return t('{a} trusts {b} {av}, and is trusted just as much in return: no gap.', values)
  }
  return gap > 0
    ? t(
        '{a} trusts {b} {av}; {b} trusts {a} {bv}. The gap is {gap}: {a} gives more trust than it gets.',
        values,
      )
    : t(
        '{a} trusts {b} {av}; {b} trusts {a} {bv}. The gap is {gap}: {a} gets more trust than it gives.',
        values,
      )
}

/** The gap between the two sides in a sentence, with the formula behind its figures. */
export function GapSentence({ from, to }: { from: Side; to: Side }) {
  const gap = gapOf(trustOf(from.reading), trustOf(to.reading))
  const wide = gap !== undefined && Math.abs(gap) >= WIDE_GAP
  return (
    <div className={styles.gap} data-wide={wide} role="note">
      <p>{sentence(from, to)}</p>
      <small>
        {t(
          'A side’s figure is the mean of the dimensions it answered. Trust % = (mean − 1) ÷ 3 × 100. Gap = the left side’s mean − the right side’s.',
        )}
      </small>
    </div>
  )
}
