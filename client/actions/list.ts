import type { Action } from './action.ts'
import { alignActions } from './align.ts'
import { arrangeActions } from './arrange.ts'
import { cameraActions } from './camera.ts'
import { connectActions } from './connect.ts'
import { editActions } from './edit.ts'
import { groupActions } from './group.ts'
import { imageActions } from './image.ts'
import { layOutActions } from './lay-out-actions.ts'
import { lockActions } from './lock.ts'
import { panelActions } from './panels.ts'
import { selectionActions } from './selection.ts'
import { sizeActions } from './size.ts'
import { turnActions } from './turn.ts'

/** Everything that a person can do on the canvas. */
export const actions: readonly Action[] = [
  ...editActions,
  ...selectionActions,
  ...arrangeActions,
  ...sizeActions,
  ...turnActions,
  ...alignActions,
  ...layOutActions,
  ...groupActions,
  ...connectActions,
  ...imageActions,
  ...lockActions,
  ...cameraActions,
  ...panelActions,
]

/** The action with this id, or undefined. */
export const actionOf = (id: string): Action | undefined =>
  actions.find((action) => action.id === id)
