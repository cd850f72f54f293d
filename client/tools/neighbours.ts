import type { BoardObject } from '../../shared/board/object.ts'
import type { DrawContext } from '../../shared/draw/context.ts'
import { boundsOf, uprightBoxOf } from '../../shared/draw/scene.ts'
import { aroundTurned, centreOf, unturned, type Box, type Turn } from '../../shared/geometry.ts'
import { outlineOf } from '../../shared/objects/turn.ts'
import { visibleBox } from '../model/camera.ts'
import { isLink } from '../model/kinds.ts'
import type { Workspace } from '../model/workspace.ts'
import type { Snap } from './snap.ts'
import type { ToolContext } from './tool.ts'

// How near (CSS px) edges must come to snap, how large on screen what they snap to must be, and how many may be looked at.
const SNAP_PX = 6
const LEAST_PX = 10
const MOST_NEIGHBOURS = 400

/** Nothing lines up. */
export const noSnap: Snap = { by: [0, 0], guides: [] }

/** How near edges must come to snap at the present zoom, in world units. */
export const snapReach = ({ ui }: Workspace): number => SNAP_PX / ui.getState().camera.scale

/** The box around an object as who is turned by `turn` sees it; undefined where its edges don't run along. */
export function boxAlong(object: BoardObject, context: DrawContext, turn: Turn): Box | undefined {
  const upright = uprightBoxOf(object, context)
  if (!upright) return undefined
  const { width, height, angle = 0, ...corner } = outlineOf(object, upright)
  const between = angle - turn.angle
  // What lies or stands on its head has the edges of what is upright, and lines up with what they line up with.
  if (between % 90 !== 0 && turn.angle % 90 !== 0) return undefined
  const about = unturned(centreOf({ ...corner, width, height }), turn)
  const seen = { x: about[0] - width / 2, y: about[1] - height / 2, width, height }
  return aroundTurned(seen, { angle: between, about })
}

/** Answers the boxes on screen that what moves can line up with, wherever the map has gone by then; with `turn` as who is turned like that sees them. */
export function neighboursOf(
  context: ToolContext,
  moving: ReadonlySet<string>,
  turn?: Turn,
): () => Box[] {
  const { ui } = context.workspace
  let { camera } = ui.getState()
  let boxes = neighboursNow(context, moving, turn)
  return () => {
    const now = ui.getState().camera
    if (now !== camera) boxes = neighboursNow(context, moving, turn)
    camera = now
    return boxes
  }
}

function neighboursNow(
  { workspace, scene }: ToolContext,
  moving: ReadonlySet<string>,
  turn?: Turn,
): Box[] {
  const { board, ui } = workspace
  const { camera, viewport } = ui.getState()
  const boxes: Box[] = []
  for (const id of scene.touching(visibleBox(camera, viewport))) {
    const object = board.object(id)
    if (!object || moving.has(id) || isLink(object)) continue
    const box = turn ? boxAlong(object, board, turn) : boundsOf(object, board)
    if (box && Math.max(box.width, box.height) * camera.scale >= LEAST_PX) boxes.push(box)
    if (boxes.length >= MOST_NEIGHBOURS) break
  }
  return boxes
}
