import type { LucideIcon } from 'lucide-react'
import type { ButtonHTMLAttributes, Ref } from 'react'
import styles from './button.module.css'
import { cx } from './cx.ts'

interface Common extends ButtonHTMLAttributes<HTMLButtonElement> {
  ref?: Ref<HTMLButtonElement>
}

/** A button with words. `primary` is the one thing to do in view; `quiet` steps back; `danger` destroys. */
export function Button({
  look = 'plain',
  icon: Icon,
  className,
  children,
  ...rest
}: Common & { look?: 'primary' | 'plain' | 'quiet' | 'danger'; icon?: LucideIcon | undefined }) {
  return (
    <button type="button" className={cx(styles.button, styles[look], className)} {...rest}>
      {Icon && <Icon size={18} strokeWidth={1.75} aria-hidden />}
      {children}
    </button>
  )
}

/** A square button with an icon alone; `label` is its name, shown as a tip with its `keys`. */
export function IconButton({
  label,
  icon: Icon,
  keys,
  pressed,
  side,
  className,
  ...rest
}: Common & {
  label: string
  icon: LucideIcon
  keys?: string | undefined
  pressed?: boolean
  /** where the tip goes */
  side?: 'right' | 'bottom' | 'top' | 'left'
}) {
  return (
    <button
      type="button"
      className={cx(styles.icon, className)}
      aria-label={label}
      aria-pressed={pressed}
      aria-keyshortcuts={keys}
      data-tip={label}
      data-tip-keys={keys}
      data-tip-side={side}
      {...rest}
    >
      <Icon size={20} strokeWidth={1.75} aria-hidden />
    </button>
  )
}
