import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

/** One thing to do, with a line about it where its name is not enough. */
interface MenuCommand {
  kind: 'command'
  label: string
  about?: string
  icon?: LucideIcon
  /** the shortcut, as written for people */
  keys?: string | undefined
  disabled?: boolean
  run(): void
}

/** One of a few values. */
interface MenuChoice {
  kind: 'choice'
  /** the heading; absent where the menu's button says it */
  label?: string
  value: string | undefined
  options: readonly { value: string; label: string; before?: ReactNode }[]
  choose(value: string): void
}

/** What a menu consists of, from the top down. */
export type MenuEntry = MenuCommand | MenuChoice | { kind: 'line' }
