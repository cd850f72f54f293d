import { useMemo, useState } from 'react'
import {
  cultureDifferences,
  placements,
  publishedPressure,
  readyOrganisations,
} from '../../../shared/measures/culture.ts'
import { perCent } from '../../../shared/measures/figure.ts'
import { levelFigure } from '../../../shared/measures/levels.ts'
import { networkOf } from '../../../shared/measures/network.ts'
import { movementsOf, reachFigure, tiesByTeam } from '../../../shared/measures/people.ts'
import { gapFigure, gapsOf, matrixOf, trustFigure } from '../../../shared/measures/trust.ts'
import { formatGap } from '../../../shared/measures/tie.ts'
import { markOf } from '../../../shared/objects/mark.ts'
import { titleOf } from '../../../shared/objects/title.ts'
import { mapSource } from '../../model/map-source.ts'
import { t } from '../../words/t.ts'
import { useWorkspace } from '../board/context.ts'
import { Flags } from '../flags/flags.tsx'
import { jumpTo } from '../flags/jump.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { Figure } from './figure.tsx'
import { Matrix } from './matrix.tsx'
import styles from './says.module.css'

const SHOWN = 5

/** What the map says: what to act on, the figures with what lies behind them, and who says what of whom. */
export function Says({ onClose }: { onClose(): void }) {
  const workspace = useWorkspace()
  const { board } = workspace
  const [part, setPart] = useState<'flags' | 'figures' | 'matrix'>('flags')
  // As it was when the panel was opened: figures that move while one reads them explain nothing.
  const source = useMemo(() => mapSource(board), [board])
  const name = (id: string): string => titleOf(board.object(id), t)
  const trust = board.tieMeasure === 'trust'
  return (
    <Dialog title={t('What the map says')} onClose={onClose} wide>
      <div className={styles.says}>
        <Segmented
          label={t('What to show')}
          value={part}
          onChange={setPart}
          options={[
            { value: 'flags', label: t('To act on') },
            { value: 'figures', label: t('Figures') },
            { value: 'matrix', label: trust ? t('Trust matrix') : t('Contact matrix') },
          ]}
        />
        {part === 'flags' && <Flags source={source} />}
        {part === 'figures' && <Figures source={source} name={name} />}
        {part === 'matrix' && (
          <Matrix
            matrix={matrixOf(source)}
            caption={
              trust
                ? t('How far the row trusts the column, 1 to 4. Empty: no tie, or not answered.')
                : t('How much contact the row reports with the column, 1 to 4.')
            }
            tint={board.tieMeasure}
            name={name}
            short={(id) => {
              const object = board.object(id)
              return object ? markOf(object).initials : '?'
            }}
          />
        )}
        {part === 'figures' && (
          <Lists source={source} name={name} onJump={(ids) => jumpTo(workspace, ids)} />
        )}
      </div>
    </Dialog>
  )
}

type Source = ReturnType<typeof mapSource>

function Figures({ source, name }: { source: Source; name(id: string): string }) {
  const network = networkOf(source)
  const rows = [
    [t('Trust'), trustFigure(source), t('{count} of {of} sides gave a figure')],
    [t('Gaps'), gapFigure(source), t('{count} of {of} ties answered from both sides')],
    [t('Level is what is needed'), levelFigure(source), t('{count} of {of} sides that said both')],
    [t('Objectives that reach somebody'), reachFigure(source), t('{count} of {of} objectives')],
    [t('Density'), network.density, t('{count} of {of} possible ties')],
    [t('Reciprocity'), network.reciprocity, t('{count} of {of} ties are returned')],
    [
      t('Centralisation'),
      network.centralisation,
      t('the most named has {count} of {of} possible incoming ties'),
    ],
  ] as const
  return (
    <div className={styles.figures}>
      {rows.map(([label, figure, counted]) => (
        <Figure key={label} name={label} figure={figure} counted={counted} nameOf={name} />
      ))}
    </div>
  )
}

interface Line {
  text: string
  ids: readonly string[]
}

function Lists({
  source,
  name,
  onJump,
}: {
  source: Source
  name(id: string): string
  onJump(ids: readonly string[]): void
}) {
  const [rolledUp, setRolledUp] = useState(false)
  const { brokers, isolated } = networkOf(source)
  const moves = movementsOf(source)
  const held = tiesByTeam(source, rolledUp)
  const withTeams = new Set(held.filter(({ team }) => team).map((one) => one.organisation))
  const list = (
    title: string,
    about: string,
    lines: readonly Line[],
    none: string,
    most = lines.length,
  ) => (
    <section className={styles.list} aria-label={title}>
      <h3>{title}</h3>
      <p className={styles.counted}>{about}</p>
      {lines.length === 0 && <p>{none}</p>}
      <ol>
        {lines.slice(0, most).map(({ text, ids }) => (
          <li key={`${text} ${ids.join()}`}>
            <button type="button" onClick={() => onJump(ids)}>
              {text}
            </button>
          </li>
        ))}
      </ol>
      {lines.length > most && (
        <p className={styles.counted}>{t('{n} more', { n: lines.length - most })}</p>
      )}
    </section>
  )
  return (
    <div className={styles.lists}>
      {list(
        t('Widest gaps'),
        t('What the first says of the second, minus what it hears back.'),
        gapsOf(source).map(({ relationship, from, to, gap }) => ({
          text: `${name(from)} – ${name(to)}: ${formatGap(gap)}`,
          ids: [relationship, from, to],
        })),
        t('No gap of a step or more.'),
        SHOWN,
      )}
      {list(
        t('Brokers'),
        t(
          'The part of all shortest ways between two others that leads through them (betweenness).',
        ),
        brokers.map(({ id, score }) => ({
          text: `${name(id)}: ${perCent(Math.round(score * 1000) / 10)}`,
          ids: [id],
        })),
        t('Nobody stands between others.'),
        SHOWN,
      )}
      {list(
        t('Standing alone'),
        t('Organisations with no tie drawn.'),
        isolated.map((id) => ({ text: name(id), ids: [id] })),
        t('Nobody.'),
      )}
      {list(
        t('Widest differences in culture'),
        t('The two that stand furthest apart on each scale.'),
        cultureDifferences(source).map(({ label, low, high }) => ({
          text: `${t(label)}: ${name(low.id)} (${low.value}) – ${name(high.id)} (${high.value})`,
          ids: [low.id, high.id],
        })),
        t('None of two steps or more.'),
      )}
      {list(
        t('Ready on both counts'),
        t('High on the case for working together and on the need to change themselves.'),
        readyOrganisations(source).map((id) => ({ text: name(id), ids: [id] })),
        t('Nobody has said so.'),
      )}
      {list(
        t('Tipping point and breaking point'),
        t('How strong the pull to join up is, and the strain on capacity: 1 none, 4 the most.'),
        placements(source).map(({ id, momentum, strain, isHighOnBoth }) => {
          const values = { name: name(id), momentum, strain }
          return {
            text: isHighOnBoth
              ? t('{name}: pull {momentum}, strain {strain}: high on both', values)
              : t('{name}: pull {momentum}, strain {strain}', values),
            ids: [id],
          }
        }),
        t('Nobody has said both.'),
      )}
      {list(
        t('How hard they are pressed'),
        t('Pressure gauges that organisations have published; the others are private.'),
        publishedPressure(source).map(({ id, level, word, note }) => ({
          text: note
            ? t('{name}: {word} ({level} of 4): {note}', {
                name: name(id),
                word: t(word),
                level,
                note,
              })
            : t('{name}: {word} ({level} of 4)', { name: name(id), word: t(word), level }),
          ids: [id],
        })),
        t('Nobody has published one.'),
      )}
      <section className={styles.list} aria-label={t('Movement of people')}>
        <h3>{t('Movement of people')}</h3>
        {moves.total === 0 ? (
          <p>{t('None is drawn yet.')}</p>
        ) : (
          <>
            <table>
              <tbody>
                {(
                  [
                    [t('The top'), moves.top],
                    [t('Middle'), moves.middle],
                    [t('Front line'), moves.front],
                    [t('Level not said'), moves.unsaid],
                  ] as const
                ).map(([label, count]) => (
                  <tr key={label}>
                    <th scope="row">{label}</th>
                    <td>{count}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            {moves.onlyTop && <p>{t('People move at the top alone.')}</p>}
          </>
        )}
      </section>
      <section className={styles.list} aria-label={t('Who holds the ties')}>
        <h3>{t('Who holds the ties')}</h3>
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={rolledUp}
            onChange={(event) => setRolledUp(event.target.checked)}
          />
          {t('Teams rolled up')}
        </label>
        <table>
          <tbody>
            {held.map(({ organisation, team, ties }) => (
              <tr key={`${organisation} ${team}`}>
                <th scope="row">
                  {name(organisation)}
                  {team ? `, ${team}` : withTeams.has(organisation) && `, ${t('no team named')}`}
                </th>
                <td>{ties}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}
