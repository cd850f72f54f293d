import type { Action } from './action.ts'
import { arrangeActions } from './arrange.ts'
import { cameraActions } from './camera.ts'
import { editActions } from './edit.ts'
import { selectionActions } from './selection.ts'

/** Everything that a person can do on the canvas. */
export const actions: readonly Action[] = [
  ...editActions,
  ...selectionActions,
  ...arrangeActions,
  ...cameraActions,
]

/** The action with this id, or undefined. */
export const actionOf = (id: string): Action | undefined =>
  actions.find((action) => action.id === id)
