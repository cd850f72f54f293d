import type { BoardObject } from '../../shared/board/object.ts'
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
  const isLocked = ({ id }: BoardObject): boolean => ui.getState().locks.has(id)
  const isGuarded = (object: BoardObject): boolean =>
    me.role !== 'facilitator' && (isLocked(object) || object.fields['furniture'] === true)
  board.holdFor((object) => isLocked(object) || isGuarded(object), isGuarded)
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
