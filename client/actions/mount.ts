import type { Workspace } from '../model/workspace.ts'
import type { Scene } from '../scene/scene.ts'
import { equipment } from '../scene/equipment.ts'
import { PointerRouter } from '../tools/pointer.ts'
import { watchClipboard } from './clipboard.ts'
import { watchDrops } from './dropping.ts'
import { watchKeys } from './keyboard.ts'

/** Gives the map its tools, keyboard, clipboard and typing until the scene is taken down or the result is called. */
export function mountTools(scene: Scene, workspace: Workspace): () => void {
  const { board, me, ui } = workspace
  board.holdFor(
    ({ id, fields }) =>
      ui.getState().locks.has(id) || (me.role !== 'facilitator' && fields['furniture'] === true),
  )
  scene.equip(equipment)
  const pointer = new PointerRouter(scene, workspace)
  const stopKeys = watchKeys(scene, workspace, pointer)
  const stopClipboard = watchClipboard(scene, workspace, pointer)
  const stopDrops = watchDrops(scene, workspace)
  let stopped = false
  const stop = (): void => {
    if (stopped) return
    stopped = true
    stopDrops()
    stopClipboard()
    stopKeys()
    pointer.destroy()
  }
  scene.onDestroy(stop)
  return stop
}
