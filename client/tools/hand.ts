import { panBy } from '../model/camera.ts'
import type { PointerInput, Tool, ToolState } from './tool.ts'

/** The map follows the pointer until it is released; then `back`. */
export function panning(start: PointerInput, back: ToolState): ToolState {
  let last = start.screen
  return {
    name: 'panning',
    cursor: 'grabbing',
    move({ workspace }, input) {
      const { camera } = workspace.ui.getState()
      const [x, y] = input.screen
      workspace.ui.setState({ camera: panBy(camera, x - last[0], y - last[1]), goal: null })
      last = input.screen
      return undefined
    },
    up: () => back,
  }
}

const idle: ToolState = {
  name: 'idle',
  cursor: 'grab',
  down: (_context, input) => panning(input, idle),
}

/** Moves the map, never what is on it. */
export const handTool: Tool = {
  id: 'hand',
  label: 'Hand',
  help: 'Drag to move around the map.',
  icon: 'hand',
  key: 'h',
  edits: false,
  cursor: 'grab',
  start: idle,
}
