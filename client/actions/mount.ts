import type { Workspace } from '../model/workspace.ts'
import type { Scene } from '../scene/scene.ts'
import { mountScene } from '../scene/stage.ts'

/** The whole canvas in `container`: the scene with its tools and keyboard, until the scene's `destroy`. */
export function mountCanvas(container: HTMLElement, workspace: Workspace): Scene {
  return mountScene(container, workspace)
}
