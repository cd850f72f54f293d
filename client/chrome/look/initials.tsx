import type { CSSProperties } from 'react'
import type { Token } from '../../../shared/look/palette.ts'
import { cx } from '../ui/cx.ts'
import styles from './initials.module.css'

/** An organisation's mark, or a person in their organisation's colour: initials on a colour. Decorative. */
export function Initials({
  initials,
  token,
  round = false,
}: {
  initials: string
  /** absent for who speaks for no organisation */
  token: Token | undefined
  round?: boolean
}) {
  const colours = token
    ? { '--back': `var(--${token})`, '--front': 'var(--onOrganisation)' }
    : { '--back': 'var(--grid)', '--front': 'var(--ink)' }
  return (
    <span
      aria-hidden
      className={cx(styles.initials, round && styles.round, initials.length > 2 && styles.long)}
      style={colours as CSSProperties}
    >
      {initials}
    </span>
  )
}
