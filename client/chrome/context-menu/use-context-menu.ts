import { useEffect, useState } from 'react'
import type { Point } from '../../../shared/geometry.ts'
import { boxAround } from '../../actions/camera.ts'
import { toScreen, toWorld } from '../../model/camera.ts'
import { withGroups } from '../../model/groups.ts'
import type { Workspace } from '../../model/workspace.ts'
import type { Scene } from '../../scene/scene.ts'

const RIGHT = 2

/** Where a menu is wanted on the map (CSS px), by the right button, a long press or the keyboard; what is there is selected. */
export function useContextMenu(
  scene: Scene,
  workspace: Workspace,
): [at: Point | undefined, close: () => void] {
  const [at, setAt] = useState<Point>()
  useEffect(() => {
    const { container } = scene
    const { ui, board } = workspace
    const onMenu = (event: MouseEvent): void => {
      if (ui.getState().editing) return
      event.preventDefault()
      const { camera, viewport, selection } = ui.getState()
      const { left, top } = container.getBoundingClientRect()
      const isTouch = event instanceof PointerEvent && event.pointerType === 'touch'
      if (event.button !== RIGHT && !isTouch) {
        const box = boxAround(workspace, selection)
        const corner: Point = box ? [box.x + box.width, box.y] : camera.centre
        setAt(toScreen(camera, viewport, corner))
        return
      }
      const screen: Point = [event.clientX - left, event.clientY - top]
      const id = scene.hit(toWorld(camera, viewport, screen))
      if (id === undefined) ui.setState({ selection: new Set() })
      else if (!selection.has(id)) ui.setState({ selection: withGroups(board, [id]) })
      setAt(screen)
    }
    container.addEventListener('contextmenu', onMenu)
    return () => container.removeEventListener('contextmenu', onMenu)
  }, [scene, workspace])
  return [at, () => setAt(undefined)]
}
