import { boxOf, type Box } from '../../../shared/geometry.ts'
import { MAX_SCALE, MIN_SCALE, toScreen, type Camera } from '../../model/camera.ts'
import type { Workspace } from '../../model/workspace.ts'
import { mountScene } from '../../scene/stage.ts'
import { standIn } from './stand-in.ts'

// The share of the window's shorter side that stays free around a frame.
const AIR = 0.03
// The corners of a frame are drawn this round, in world units.
const CORNER = 16

/** The camera that shows a frame as large as the window allows. */
function around(box: Box, [width, height]: readonly [number, number]): Camera {
  const air = Math.min(width, height) * AIR
  const wanted = Math.min((width - 2 * air) / box.width, (height - 2 * air) / box.height)
  return {
    scale: Math.max(MIN_SCALE, Math.min(MAX_SCALE, wanted)),
    centre: [box.x + box.width / 2, box.y + box.height / 2],
  }
}

/** A map of its own that shows one frame and nothing beside it. */
export interface FrameView {
  /** goes to a frame: flies there, but for the first and with reduced motion */
  show(id: string): void
  destroy(): void
}

/** Puts the map into `container`, and `mask` over all but the frame. */
export function openFrameView(
  container: HTMLElement,
  mask: HTMLElement,
  workspace: Workspace,
): FrameView {
  const { workspace: own, drop } = standIn(workspace)
  const { board, ui } = own
  const scene = mountScene(container, own)
  // It is only to be looked at: what is on it is told beside it.
  for (const name of ['role', 'tabindex', 'aria-label', 'aria-roledescription']) {
    container.removeAttribute(name)
  }
  let shown: string | undefined
  const box = (): Box | undefined => {
    const object = shown === undefined ? undefined : board.object(shown)
    return object && boxOf(object.at, object.size)
  }
  const cover = (): void => {
    const frame = box()
    if (!frame) return
    const { camera, viewport } = ui.getState()
    const [x, y] = toScreen(camera, viewport, [frame.x, frame.y])
    Object.assign(mask.style, {
      transform: `translate(${x}px, ${y}px)`,
      width: `${frame.width * camera.scale}px`,
      height: `${frame.height * camera.scale}px`,
      borderRadius: `${CORNER * camera.scale}px`,
    })
  }
  const settle = (): void => {
    const frame = box()
    if (frame) ui.setState({ camera: around(frame, ui.getState().viewport), goal: null })
    cover()
  }
  const stops = [
    ui.subscribe((state, before) => {
      if (state.viewport !== before.viewport) settle()
      else if (state.camera !== before.camera) cover()
    }),
    board.subscribe(({ ids }) => {
      if (shown !== undefined && ids.has(shown)) settle()
    }),
    workspace.ui.subscribe(({ theme }) => ui.setState({ theme })),
  ]
  return {
    show(id) {
      const isFirst = shown === undefined
      shown = id
      const frame = box()
      if (isFirst || !frame) settle()
      else ui.setState({ goal: around(frame, ui.getState().viewport) })
    },
    destroy() {
      for (const stop of stops) stop()
      scene.destroy()
      drop()
    },
  }
}
