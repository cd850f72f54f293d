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
import { makeOneActions } from './make-one.ts'
import { panelActions } from './panels.ts'
import { selectionActions } from './selection.ts'
import { sizeActions } from './size.ts'
import { turnActions } from './turn.ts'

/** Whoever offers an action may not have heard yet that it can't be done any more: a paused session, another's lock. */
const whenItCan = (action: Action): Action => ({
  ...action,
  run(workspace) {
    if (action.can(workspace)) action.run(workspace)
  },
})

/** Everything that a person can do on the canvas; running what can't be done now does nothing. */
export const actions: readonly Action[] = [
  ...editActions,
  ...selectionActions,
  ...arrangeActions,
  ...sizeActions,
  ...turnActions,
  ...alignActions,
  ...layOutActions,
  ...groupActions,
  ...makeOneActions,
  ...connectActions,
  ...imageActions,
  ...lockActions,
  ...cameraActions,
  ...panelActions,
].map(whenItCan)

/** The action with this id, or undefined. */
export const actionOf = (id: string): Action | undefined =>
  actions.find((action) => action.id === id)
