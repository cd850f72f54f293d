import type { Workspace } from '../model/workspace.ts'

/** Something that a person can do, for keyboard, menus, buttons and the help sheet alike. */
export interface Action {
  id: string
  /** the English of its name, for `t()` */
  label: string
  /** lucide icon, kebab-case, where a button shows it */
  icon?: string
  /** the keys that run it: `Mod` (⌘ on a Mac, else Ctrl), `Shift`, `Alt`, then a `KeyboardEvent.key`, joined by `+`; the first is shown */
  keys: readonly string[]
  /** `canvas`: the keys work only while the map has focus, or nothing has; `window`: anywhere but in a field or dialog */
  where: 'canvas' | 'window'
  /** the browser itself hears these keys, and the map hears the browser */
  native?: true
  /** whether it can be done now */
  can(workspace: Workspace): boolean
  /** a sentence for who tries what can't be done now by its keys; undefined: there is nothing to say */
  why?(workspace: Workspace): string | undefined
  run(workspace: Workspace): void
}
