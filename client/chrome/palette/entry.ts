import type { LucideIcon } from 'lucide-react'

/** One line of the list of all commands. */
export interface Entry {
  id: string
  label: string
  /** what it is, where it has no keys to show */
  kind: string
  icon: LucideIcon
  /** the shortcut, as written for people */
  keys: string | undefined
  run(): void
}
