import { makeOne } from '../../shared/board/make-one.ts'
import type { BoardObject } from '../../shared/board/object.ts'
import { organisation } from '../../shared/objects/organisation.ts'
import { isLink } from '../model/kinds.ts'
import { USER, type Workspace } from '../model/workspace.ts'
import type { Action } from './action.ts'
import { asOneStep } from './edit.ts'

/** The organisations that are selected; none where anything is selected that is neither one nor a tie, or that must stay as it is. */
export function toMakeOne({ board, ui }: Workspace): BoardObject[] {
  const selected = [...ui.getState().selection].flatMap((id) => board.object(id) ?? [])
  const boxes = selected.filter((object) => !isLink(object))
  const areFit = boxes.every((one) => one.type === organisation.type && !board.isHeld(one))
  return areFit ? boxes : []
}

/** Makes organisations one, as one step of undo; the one that stays is selected. */
export function makeThemOne(workspace: Workspace, stays: string, goes: readonly string[]): void {
  const { doc, ui } = workspace
  asOneStep(workspace, () => makeOne(doc, stays, goes, USER))
  ui.setState({ selection: new Set([stays]), hover: null })
}

/** What makes one organisation of those that are the same. */
export const makeOneActions: readonly Action[] = [
  {
    id: 'make-one',
    label: 'Make them one…',
    icon: 'merge',
    keys: [],
    where: 'window',
    can: (workspace) =>
      workspace.me.role === 'facilitator' && workspace.canEdit() && toMakeOne(workspace).length > 1,
    run: ({ ui }) => ui.setState({ dialog: 'make-one' }),
  },
]
