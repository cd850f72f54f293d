import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { Role } from '../../shared/access.ts'
import type { Result } from '../../shared/result.ts'
import type { CommandInput } from '../../shared/session/commands.ts'
import type { BoardModel } from './board.ts'
import type { Pictures } from './pictures.ts'
import type { UiStore } from './ui.ts'
import type { Undo } from './undo.ts'

/** Who this window acts for. */
export interface Me {
  id: string
  name: string
  role: Role
  /** id of the organisation object; null for observers */
  organisation: string | null
}

/** Everything that scene, tools, actions and chrome work on: one board, open in one window. */
export interface Workspace {
  doc: Y.Doc
  board: BoardModel
  ui: UiStore
  undo: Undo
  awareness: Awareness
  /** another one once whom they speak for has changed */
  readonly me: Me
  /** the board's pictures; absent: it has none, and takes none */
  pictures?: Pictures
  /** whether this participant may edit now: their role and the session allow it */
  canEdit(): boolean
  /** gives a command of the session; a failure is a sentence for people */
  command(command: CommandInput): Promise<Result<unknown, string>>
}

/** Origin of every edit that this person makes; undo takes back these and no others. */
export const USER = Symbol('user')

/** Lets go of what was removed, by whomever: it is neither selected nor hovered any more. */
export function letGoOfGone({ board, ui }: Workspace): void {
  const { selection, hover } = ui.getState()
  const kept = [...selection].filter((id) => board.object(id))
  if (kept.length < selection.size) ui.setState({ selection: new Set(kept) })
  if (hover !== null && !board.object(hover)) ui.setState({ hover: null })
}
