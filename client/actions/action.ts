import type { Workspace } from '../model/workspace.ts'

/** Something that a person can do, for keyboard, menus, buttons and the help sheet alike. */
export interface Action {
  id: string
  /** the English of its name, for `t()` */
  label: string
  /** lucide icon, kebab-case, where a button shows it */
  icon?: string
  /**
   * The keys that run it: `Mod` (⌘ on a Mac, else Ctrl), `Shift`, `Alt`, then a key as in `KeyboardEvent.key`, joined by `+`.
   * A combination without `Mod` works only while the canvas has focus.
   */
  keys: readonly string[]
  /** whether it can be done now */
  can(workspace: Workspace): boolean
  run(workspace: Workspace): void
}
