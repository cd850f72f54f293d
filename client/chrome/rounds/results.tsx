import type { CSSProperties } from 'react'
import { dimensions } from '../../../shared/board/readings.ts'
import { formatGap, formatMean, gapOf, stepOf, WIDE_GAP } from '../../../shared/measures/tie.ts'
import type { Results, SideResult } from '../../../shared/session/results.ts'
import type { Round } from '../../../shared/session/state.ts'
import { t, tn } from '../../words/t.ts'
import { cx } from '../ui/cx.ts'
import { useNames, useOrganisationName } from './names.ts'
import { PadLabels } from './pad-labels.tsx'
import styles from './rounds.module.css'

type Of<K extends Results['kind']> = Extract<Results, { kind: K }>

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

const delay = (index: number, share?: number): CSSProperties =>
  ({
    '--at': Math.min(index, 12),
    ...(share !== undefined && { '--share': share }),
  }) as CSSProperties

const overall = (side: SideResult | undefined): number | 'unknown' | undefined => {
  if (!side) return undefined
  const figures = dimensions.map((d) => side[d]).filter((one) => one !== undefined)
  const numbers = figures.filter((one) => typeof one === 'number')
  if (numbers.length > 0) return numbers.reduce((a, b) => a + b, 0) / numbers.length
  return figures.length > 0 ? 'unknown' : undefined
}

function TrustResults({ round, results }: { round: Round; results: Of<'trust'> }) {
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
      <p className={styles.small}>
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

function Bar({ label, n, most, index }: { label: string; n: number; most: number; index: number }) {
  return (
    <li className={styles.barRow} style={delay(index, most === 0 ? 0 : n / most)}>
      <span>{label}</span>
      <span className={styles.barLine} aria-hidden />
      <strong>{n}</strong>
    </li>
  )
}

function VoteResults({ results }: { results: Of<'vote'> }) {
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

function ScaleResults({ results, ends }: { results: Of<'scale'>; ends: [string, string] }) {
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

function Groups({
  groups,
}: {
  groups: { organisation: string | null; n: number; figure: string | null }[]
}) {
  return (
    <ul className={styles.groups}>
      {groups.map((one) => (
        <GroupRow key={one.organisation} {...one} />
      ))}
    </ul>
  )
}

function GroupRow({
  organisation,
  n,
  figure,
}: {
  organisation: string | null
  n: number
  figure: string | null
}) {
  return (
    <li>
      <span>{useOrganisationName(organisation)}</span>
      <span>{n === 0 ? t('not answered') : (figure ?? t('withheld: too few answers'))}</span>
    </li>
  )
}

function PlacementResults({ round, results }: { round: Round; results: Of<'placement'> }) {
  const { spec } = round
  if (spec.kind !== 'placement') return null
  return (
    <div className={styles.spread}>
      <div
        className={styles.pad}
        role="img"
        aria-label={t('{across} across, {up} upwards; {n} points', {
          across: spec.across.label,
          up: spec.up.label,
          n: results.points.length,
        })}
      >
        <PadLabels across={spec.across} up={spec.up} />
        {results.points.map(([x, y], i) => (
          <span
            key={`${x} ${y} ${i}`}
            className={styles.point}
            style={{ left: `${x * 10}%`, bottom: `${y * 10}%`, ...delay(i) }}
          />
        ))}
      </div>
      <Groups
        groups={results.groups.map((one) => ({
          ...one,
          figure:
            one.figure &&
            t('{x} across, {y} upwards', {
              x: formatMean(one.figure[0]),
              y: formatMean(one.figure[1]),
            }),
        }))}
      />
    </div>
  )
}

function TruthResults({ results }: { results: Of<'truth'> }) {
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
          <p className={styles.small}>
            {t('{true} true · {partly} partly · {false} false', {
              true: one.true,
              partly: one.partly,
              false: one.false,
            })}
          </p>
        </li>
      ))}
    </ul>
  )
}
