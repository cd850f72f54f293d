import type { Workspace } from '../model/workspace.ts'
import type { Scene } from './scene.ts'

/**
 * Shows the board of `workspace` in `container` (which it fills and makes focusable) until `destroy`.
 * The chrome calls `mountCanvas` (client/actions/mount.ts), which adds tools and keys to it.
 */
export function mountScene(container: HTMLElement, workspace: Workspace): Scene {
  throw new Error(`not mounted: ${container.tagName} ${workspace.me.id}`)
}
