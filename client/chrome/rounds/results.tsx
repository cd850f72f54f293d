import { formatMean } from '../../../shared/measures/tie.ts'
import type { Results } from '../../../shared/session/results.ts'
import type { Round } from '../../../shared/session/state.ts'
import { t, tn } from '../../words/t.ts'
import { cx } from '../ui/cx.ts'
import { useNames } from './names.ts'
import { PlacementResults } from './placement-results.tsx'
import { Bar, delay, Groups, type ResultsOf } from './results-parts.tsx'
import styles from './results.module.css'
import shared from './rounds.module.css'
import { TrustResults } from './trust-results.tsx'
import { splitOf } from './verdicts.ts'

/** What a revealed round came to, in words and bars; what was not answered stands beside what was. `moment`: it is being revealed. */
export function RoundResults({
  round,
  results,
  moment = false,
}: {
  round: Round
  results: Results
  moment?: boolean
}) {
  return (
    <div className={cx(styles.results, moment && styles.reveal)}>
      <p className={styles.count}>
        {tn(results.n, '1 answer', '{n} answers')}
        {results.scribed > 0 &&
          ` · ${tn(results.scribed, '1 entered by a facilitator', '{n} entered by a facilitator')}`}
      </p>
      <Body round={round} results={results} />
    </div>
  )
}

function Body({ round, results }: { round: Round; results: Results }) {
  const { spec } = round
  switch (results.kind) {
    case 'tooFew':
      return (
        <p>
          {results.n === 0
            ? t('Nobody answered.')
            : t(
                'Too few people answered to show anything without giving somebody away: at least {n} are needed.',
                { n: results.minimum },
              )}
        </p>
      )
    case 'trust':
      return <TrustResults round={round} results={results} />
    case 'vote':
      return <VoteResults results={results} />
    case 'scale':
      return (
        <ScaleResults
          results={results}
          ends={spec.kind === 'scale' ? [spec.low, spec.high] : ['', '']}
        />
      )
    case 'placement':
      return <PlacementResults round={round} results={results} />
    case 'truth':
      return <TruthResults results={results} />
    case 'words':
      return (
        <ul className={styles.words}>
          {results.words.map(({ text, count }, i) => (
            <li key={text} style={delay(i, Math.min(count - 1, 6))}>
              {text}
              {count > 1 && <small> × {count}</small>}
            </li>
          ))}
        </ul>
      )
  }
}

function VoteResults({ results }: { results: ResultsOf<'vote'> }) {
  const totals = [...results.totals].sort((a, b) => b.dots - a.dots)
  const nameOf = useNames(totals.map(({ object }) => object))
  const most = totals[0]?.dots ?? 0
  return (
    <ol className={styles.bars}>
      {totals.map(({ object, dots }, i) => (
        <Bar key={object} label={nameOf(object)} n={dots} most={most} index={i} />
      ))}
    </ol>
  )
}

function ScaleResults({ results, ends }: { results: ResultsOf<'scale'>; ends: [string, string] }) {
  const most = Math.max(...results.counts)
  return (
    <>
      <ul className={styles.bars}>
        {results.counts.map((n, i) => (
          <Bar
            key={i + 1}
            label={[i + 1, i === 0 ? ends[0] : i === 4 ? ends[1] : ''].filter(Boolean).join(' · ')}
            n={n}
            most={most}
            index={i}
          />
        ))}
      </ul>
      <p>
        {t('Mean {mean}, from {low} to {high}', {
          mean: formatMean(results.mean),
          low: results.counts.findIndex((n) => n > 0) + 1,
          high: results.counts.findLastIndex((n) => n > 0) + 1,
        })}
      </p>
      <Groups
        groups={results.groups.map((one) => ({
          ...one,
          figure: one.figure === null ? null : formatMean(one.figure),
        }))}
      />
    </>
  )
}

function TruthResults({ results }: { results: ResultsOf<'truth'> }) {
  const nameOf = useNames(results.statements.map(({ object }) => object))
  return (
    <ul className={styles.truths}>
      {results.statements.map((one, i) => (
        <li key={one.object} style={delay(i)}>
          <p>{nameOf(one.object)}</p>
          <div className={styles.split} aria-hidden>
            <span data-as="true" style={{ flexGrow: one.true }} />
            <span data-as="partly" style={{ flexGrow: one.partly }} />
            <span data-as="false" style={{ flexGrow: one.false }} />
          </div>
          <p className={shared.small}>{splitOf(one)}</p>
        </li>
      ))}
    </ul>
  )
}
