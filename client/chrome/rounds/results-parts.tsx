import type { CSSProperties } from 'react'
import type { Results } from '../../../shared/session/results.ts'
import { t } from '../../words/t.ts'
import { useBoard } from '../board/context.ts'
import { organisationById } from '../board/organisations.ts'
import { Initials } from '../look/initials.tsx'
import { useOrganisationName } from './names.ts'
import styles from './results.module.css'

/** The results of one kind of question. */
export type ResultsOf<K extends Results['kind']> = Extract<Results, { kind: K }>

/** When in a reveal something comes, as the place in its list, and what share (0–1) of its line it fills. */
export const delay = (index: number, share?: number): CSSProperties =>
  ({
    '--at': Math.min(index, 12),
    ...(share !== undefined && { '--share': share }),
  }) as CSSProperties

/** One line of a bar chart: its words, its bar and its number. */
export function Bar({
  label,
  n,
  most,
  index,
}: {
  label: string
  n: number
  most: number
  index: number
}) {
  return (
    <li className={styles.barRow} style={delay(index, most === 0 ? 0 : n / most)}>
      <span>{label}</span>
      <span className={styles.barLine} aria-hidden />
      <strong>{n}</strong>
    </li>
  )
}

/** What each organisation came to, or why that isn't shown. */
export function Groups({
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
  const face = useBoard((board) => organisationById(board, organisation))
  const name = useOrganisationName(organisation)
  return (
    <li>
      <span className={styles.who}>
        {face && <Initials initials={face.initials} token={face.token} />}
        {name}
      </span>
      <span>{n === 0 ? t('not answered') : (figure ?? t('withheld: too few answers'))}</span>
    </li>
  )
}
