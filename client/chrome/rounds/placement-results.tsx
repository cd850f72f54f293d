import type { Point } from '../../../shared/geometry.ts'
import { formatMean } from '../../../shared/measures/tie.ts'
import { highOnBoth } from '../../../shared/session/high-on-both.ts'
import type { Round } from '../../../shared/session/state.ts'
import { t, tn } from '../../words/t.ts'
import { useBoard } from '../board/context.ts'
import { organisationById } from '../board/organisations.ts'
import { Initials } from '../look/initials.tsx'
import { cx } from '../ui/cx.ts'
import { useNames } from './names.ts'
import { PadAxes } from './pad-axes.tsx'
import padStyles from './pad.module.css'
import { delay, Groups, type ResultsOf } from './results-parts.tsx'
import styles from './results.module.css'
import { sideBySide } from './side-by-side.ts'

/** Where an organisation stands on a placement, by its initials, so far `aside`; nothing where that isn't shown. */
function GroupMark({
  organisation,
  at,
  aside,
}: {
  organisation: string | null
  at: Point | null
  /** per cent of its width */
  aside: number
}) {
  const found = useBoard((board) => organisationById(board, organisation))
  if (!at || !found) return null
  const [x, y] = at
  return (
    <span
      className={padStyles.mark}
      style={{ left: `${x * 10}%`, bottom: `${y * 10}%`, translate: `${aside}% 0` }}
    >
      <Initials initials={found.initials} token={found.token} />
    </span>
  )
}

/** Where everyone stood between two axes, what each organisation came to, and who is high on both. */
export function PlacementResults({
  round: { spec },
  results,
}: {
  round: Round
  results: ResultsOf<'placement'>
}) {
  const high = highOnBoth(results)
  const asides = sideBySide(results.groups.map(({ figure }) => figure))
  const nameOf = useNames(high.organisations)
  if (spec.kind !== 'placement') return null
  return (
    <div className={styles.spread}>
      <PadAxes across={spec.across} up={spec.up}>
        <div
          className={cx(padStyles.pad, padStyles.shown)}
          role="img"
          aria-label={t('{across} across, {up} upwards; {n} points', {
            across: spec.across.label,
            up: spec.up.label,
            n: results.points.length,
          })}
        >
          {results.points.map(([x, y], i) => (
            <span
              key={`${x} ${y} ${i}`}
              className={padStyles.point}
              style={{ left: `${x * 10}%`, bottom: `${y * 10}%`, ...delay(i) }}
            />
          ))}
          {results.groups.map(({ organisation, figure }, i) => (
            <GroupMark
              key={organisation}
              organisation={organisation}
              at={figure}
              aside={asides[i] ?? 0}
            />
          ))}
        </div>
      </PadAxes>
      <div className={styles.beside}>
        <p>
          {tn(
            high.answers,
            '1 answer of {all} is past the middle on both.',
            '{n} answers of {all} are past the middle on both.',
            { all: results.points.length },
          )}
          {high.organisations.length > 0 && (
            <>
              {' '}
              {t('High on both: {names}.', { names: high.organisations.map(nameOf).join(', ') })}
            </>
          )}
        </p>
        <Groups
          groups={results.groups.map((one) => ({
            ...one,
            figure:
              one.figure &&
              t('{across} {x}, {up} {y}, of 10', {
                across: spec.across.label,
                x: formatMean(one.figure[0]),
                up: spec.up.label,
                y: formatMean(one.figure[1]),
              }),
          }))}
        />
      </div>
    </div>
  )
}
