import { useEffect, useMemo, useRef, useState } from 'react'
import { compareBoards } from '../../../shared/compare/compare-boards.ts'
import type { VersionFacts } from '../../../shared/protocol/versions.ts'
import { t } from '../../words/t.ts'
import { useWorkspace } from '../board/context.ts'
import { Field, inputLook } from '../ui/field.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { ChangeOverlay } from './change-overlay.tsx'
import { Changes } from './changes.tsx'
import { useContents, type Moment } from './contents.ts'
import { showAllBeside } from './jump.ts'
import { fullMoment, nameOfVersion } from './version-words.ts'
import panelStyles from '../ui/panel.module.css'
import styles from './versions.module.css'

const NOW = 'now'

const momentOf = (value: string): Moment =>
  value === NOW ? { kind: 'now' } : { kind: 'version', id: value }

const dayOf = (moment: number | string): string => new Date(moment).toISOString().slice(0, 10)

/** How far back trust is compared where the version is of today, ms. */
const A_WHILE = 90 * 86_400_000

/** The two days that are compared at first: the version's, or one a while ago, and today. */
function firstDays(at: string): readonly [string, string] {
  const now = Date.now()
  const [then, today] = [dayOf(at), dayOf(now)]
  return [then < today ? then : dayOf(now - A_WHILE), today]
}

/** What is different between two versions, or between the readings of two days: in words, and on the map. */
export function CompareView({
  first,
  versions,
}: {
  first: VersionFacts
  versions: readonly VersionFacts[]
}) {
  const workspace = useWorkspace()
  const [by, setBy] = useState<'versions' | 'days'>('versions')
  const [from, setFrom] = useState(first.id)
  const [to, setTo] = useState(NOW)
  const [days, setDays] = useState(() => firstDays(first.at))
  const moments: readonly [Moment, Moment] =
    by === 'versions'
      ? [momentOf(from), momentOf(to)]
      : [
          { kind: 'day', day: days[0] },
          { kind: 'day', day: days[1] },
        ]
  const body = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<Element | null>(null)
  useEffect(() => setMap(body.current?.closest('main') ?? null), [])
  const [then, now] = useContents(moments)
  const comparison = useMemo(
    () => (then?.ok && now?.ok ? compareBoards(then.value, now.value) : undefined),
    [then, now],
  )
  const isThere = comparison !== undefined
  useEffect(() => {
    if (isThere) showAllBeside(workspace)
  }, [isThere, workspace])
  const failure = [then, now].flatMap((one) => (one && !one.ok ? [one.error] : []))[0]

  const choice = (label: string, value: string, change: (value: string) => void) => (
    <Field label={label}>
      {(control) => (
        <select
          {...control}
          className={inputLook}
          value={value}
          onChange={(event) => change(event.target.value)}
        >
          <option value={NOW}>{t('The board now')}</option>
          {versions.map((version) => (
            <option key={version.id} value={version.id}>
              {nameOfVersion(version)} · {fullMoment(version.at)}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
  const day = (label: string, index: 0 | 1) => (
    <Field label={label}>
      {(control) => (
        <input
          {...control}
          type="date"
          className={inputLook}
          value={days[index]}
          onChange={({ target: { value } }) => {
            if (value !== '') setDays(index === 0 ? [value, days[1]] : [days[0], value])
          }}
        />
      )}
    </Field>
  )
  return (
    <div ref={body} className={panelStyles.body}>
      <Segmented
        label={t('Compare')}
        value={by}
        onChange={setBy}
        options={[
          { value: 'versions', label: t('Two versions') },
          { value: 'days', label: t('Trust on two days') },
        ]}
      />
      <div className={styles.two}>
        {by === 'versions' ? (
          <>
            {choice(t('Then'), from, setFrom)}
            {choice(t('Now'), to, setTo)}
          </>
        ) : (
          <>
            {day(t('Then'), 0)}
            {day(t('Now'), 1)}
          </>
        )}
      </div>
      {failure !== undefined && <p className={styles.failure}>{failure}</p>}
      {comparison === undefined && failure === undefined && (
        <p className={styles.quiet}>{t('Comparing…')}</p>
      )}
      {comparison && then?.ok && now?.ok && (
        <>
          <Changes comparison={comparison} then={then.value} now={now.value} />
          {map && <ChangeOverlay comparison={comparison} then={then.value} over={map} />}
        </>
      )}
    </div>
  )
}
