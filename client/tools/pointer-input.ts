import { nearestFree } from '../../shared/arrange/nearest-free.ts'
import type { Point } from '../../shared/geometry.ts'
import { definitionOf } from '../../shared/objects/index.ts'
import { placeOf } from '../../shared/objects/turn.ts'
import { toWorld } from '../model/camera.ts'
import { isContainer, isLink } from '../model/kinds.ts'
import type { Workspace } from '../model/workspace.ts'
import type { PointerInput, Tool, ToolContext } from './tool.ts'

/** A pointer event as tools see it; `hasPen`: a pen is in use, so that the hand that holds it may rest on the screen. */
export function inputOf(
  event: PointerEvent,
  { workspace, scene }: ToolContext,
  hasPen: boolean,
): PointerInput {
  const { left, top } = scene.container.getBoundingClientRect()
  const screen: Point = [event.clientX - left, event.clientY - top]
  const { camera, viewport } = workspace.ui.getState()
  // A pen moves on between frames; its course is smoother with all its places.
  const between = event.type === 'pointermove' ? event.getCoalescedEvents() : []
  const trail = between.map(({ clientX, clientY, pressure }) => {
    const [x, y] = toWorld(camera, viewport, [clientX - left, clientY - top])
    return [x, y, event.pointerType === 'pen' ? pressure : 0.5] as const
  })
  return {
    ...(trail.length > 1 && { trail }),
    screen,
    world: toWorld(camera, viewport, screen),
    shift: event.shiftKey,
    alt: event.altKey,
    mod: event.ctrlKey || event.metaKey,
    touch: event.pointerType === 'touch',
    resting: event.pointerType === 'touch' && hasPen,
    pressure: event.pointerType === 'pen' ? event.pressure : undefined,
  }
}

/** The same pointer's place on the map as the map lies now. */
export function movedWithMap(input: PointerInput, { ui }: Workspace): PointerInput {
  const { camera, viewport } = ui.getState()
  const [x, y] = toWorld(camera, viewport, input.screen)
  return { ...input, world: [x, y], trail: [[x, y, input.pressure ?? 0.5]] }
}

/** The middle of the free place nearest to a world point for what the tool places: nothing new hides what is there. */
function roomAt({ board }: Workspace, { id }: Tool, wanted: Point): Point {
  const definition = definitionOf(id)
  if (definition?.place !== 'box') return wanted
  const [width, height] = definition.size
  const taken = [...board.objects()]
    .filter((object) => !isLink(object) && (definition.carries || !isContainer(object)))
    .map(placeOf)
  const corner: Point = [wanted[0] - width / 2, wanted[1] - height / 2]
  const [x, y] = nearestFree(taken, [width, height], corner)
  return [x + width / 2, y + height / 2]
}

/** A press of the tool in the middle of the map, or where there is room next to it, as the keyboard gives it. */
export function inputInMiddle(workspace: Workspace, tool: Tool): PointerInput {
  const { camera, viewport, insets } = workspace.ui.getState()
  const screen: Point = [
    (viewport[0] + insets.left - insets.right) / 2,
    (viewport[1] + insets.top - insets.bottom) / 2,
  ]
  return {
    screen,
    world: roomAt(workspace, tool, toWorld(camera, viewport, screen)),
    shift: false,
    alt: false,
    mod: false,
    touch: false,
    resting: false,
    pressure: undefined,
  }
}
