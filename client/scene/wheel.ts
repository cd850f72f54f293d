import { panBy, zoomAt } from '../model/camera.ts'
import type { UiStore } from '../model/ui.ts'

const LINE_PX = 16
// A mouse wheel's notch says 100 or more, a trackpad's pinch a few: held to this, both zoom at a bearable pace.
const MOST_STEP = 24

/** Wheel and trackpad move the camera: two fingers or the wheel pan, Ctrl, ⌘ or a pinch zoom at the pointer. Returns how to stop. */
export function watchWheel(container: HTMLElement, ui: UiStore): () => void {
  const at = (event: { clientX: number; clientY: number }): [number, number] => {
    const { left, top } = container.getBoundingClientRect()
    return [event.clientX - left, event.clientY - top]
  }

  const onWheel = (event: WheelEvent): void => {
    event.preventDefault()
    const { camera, viewport } = ui.getState()
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : 1
    const dx = event.deltaX * unit
    const dy = event.deltaY * unit
    if (event.ctrlKey || event.metaKey) {
      const step = Math.max(-MOST_STEP, Math.min(MOST_STEP, dy))
      const scale = camera.scale * Math.exp(-step * 0.01)
      ui.setState({ camera: zoomAt(camera, viewport, at(event), scale), goal: null })
      return
    }
    // A plain mouse wheel pans sideways with Shift; some systems swap the axes themselves.
    const sideways = event.shiftKey && dx === 0
    ui.setState({
      camera: panBy(camera, sideways ? -dy : -dx, sideways ? 0 : -dy),
      goal: null,
    })
  }

  // Safari sends trackpad pinches as gesture events of its own.
  let startScale = 1
  const onGestureStart = (event: Event): void => {
    event.preventDefault()
    startScale = ui.getState().camera.scale
  }
  const onGestureChange = (event: Event): void => {
    event.preventDefault()
    const pinch = event as Event & Partial<Record<'scale' | 'clientX' | 'clientY', number>>
    const { scale = 1, clientX = 0, clientY = 0 } = pinch
    const { camera, viewport } = ui.getState()
    const next = zoomAt(camera, viewport, at({ clientX, clientY }), startScale * scale)
    ui.setState({ camera: next, goal: null })
  }

  const off = new AbortController()
  const options = { passive: false, signal: off.signal }
  container.addEventListener('wheel', onWheel, options)
  container.addEventListener('gesturestart', onGestureStart, options)
  container.addEventListener('gesturechange', onGestureChange, options)
  return () => off.abort()
}
