import type { Workspace } from '../model/workspace.ts'
import type { Scene } from '../scene/scene.ts'
import { mountScene } from '../scene/stage.ts'
import { PointerRouter } from '../tools/pointer.ts'
import { watchClipboard } from './clipboard.ts'
import { watchKeys } from './keyboard.ts'

/** The whole canvas in `container`: the scene with its tools and keyboard, until the scene's `destroy`. */
export function mountCanvas(container: HTMLElement, workspace: Workspace): Scene {
  const scene = mountScene(container, workspace)
  const pointer = new PointerRouter(scene, workspace)
  const stopKeys = watchKeys(container, workspace, pointer)
  const stopClipboard = watchClipboard(scene, workspace)
  scene.onDestroy(() => {
    stopClipboard()
    stopKeys()
    pointer.destroy()
  })
  return scene
}
