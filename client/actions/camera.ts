import { union, type Box, type Point } from '../../shared/geometry.ts'
import { boundsOf } from '../../shared/draw/scene.ts'
import { boxInSight, fitBox, makeRoom, zoomAt } from '../model/camera.ts'
import type { Workspace } from '../model/workspace.ts'
import type { Action } from './action.ts'

const STEP = 1.25

/** The box around objects; undefined when there is none to see. */
export const boxAround = (workspace: Workspace, ids: Iterable<string>): Box | undefined =>
  union(boxesOf(workspace, ids))

function boxesOf({ board }: Workspace, ids: Iterable<string>): Box[] {
  const boxes: Box[] = []
  for (const id of ids) {
    const object = board.object(id)
    const box = object && boundsOf(object, board)
    if (box) boxes.push(box)
  }
  return boxes
}

function zoomTo({ ui }: Workspace, wanted: (scale: number) => number): void {
  const { camera, goal, viewport, insets } = ui.getState()
  const from = goal ?? camera
  const middle: Point = [
    (viewport[0] + insets.left - insets.right) / 2,
    (viewport[1] + insets.top - insets.bottom) / 2,
  ]
  ui.setState({ goal: zoomAt(from, viewport, middle, wanted(from.scale)) })
}

function fit({ ui }: Workspace, box: Box | undefined): void {
  const { viewport, insets } = ui.getState()
  if (box) ui.setState({ goal: fitBox(box, viewport, insets) })
}

/** Moves the camera just as far as needed for objects to be seen between the panels, and out where they are larger than the window. */
export function bringIntoView(workspace: Workspace, ids: Iterable<string>): void {
  const { ui } = workspace
  const { camera, viewport, insets } = ui.getState()
  const box = boxAround(workspace, ids)
  if (!box) return
  const tooBig = box.width * camera.scale > viewport[0] || box.height * camera.scale > viewport[1]
  const goal = tooBig
    ? fitBox(box, viewport, insets, camera.scale)
    : makeRoom(camera, box, viewport, insets)
  if (goal) ui.setState({ goal })
}

/** The box around all objects, but for those that lie out of sight of all others; undefined for an empty board. */
export const everything = (workspace: Workspace): Box | undefined =>
  boxInSight(
    boxesOf(
      workspace,
      [...workspace.board.objects()].map(({ id }) => id),
    ),
    workspace.ui.getState().viewport,
  )

/** What moves the camera. */
export const cameraActions: readonly Action[] = [
  {
    id: 'zoom-in',
    label: 'Zoom in',
    icon: 'plus',
    keys: ['+', '=', 'Mod+=', 'Mod++'],
    where: 'canvas',
    can: () => true,
    run: (workspace) => zoomTo(workspace, (scale) => scale * STEP),
  },
  {
    id: 'zoom-out',
    label: 'Zoom out',
    icon: 'minus',
    keys: ['-', 'Mod+-'],
    where: 'canvas',
    can: () => true,
    run: (workspace) => zoomTo(workspace, (scale) => scale / STEP),
  },
  {
    id: 'zoom-100',
    label: 'Zoom to 100%',
    keys: ['0', 'Mod+0'],
    where: 'canvas',
    can: () => true,
    run: (workspace) => zoomTo(workspace, () => 1),
  },
  {
    id: 'fit',
    label: 'Show everything',
    icon: 'maximize',
    keys: ['1', 'Mod+1'],
    where: 'canvas',
    can: ({ board }) => board.size > 0,
    run: (workspace) => fit(workspace, everything(workspace)),
  },
  {
    id: 'fit-selection',
    label: 'Show the selection',
    icon: 'scan',
    keys: ['2', 'Mod+2'],
    where: 'canvas',
    can: ({ ui }) => ui.getState().selection.size > 0,
    run: (workspace) => fit(workspace, boxAround(workspace, workspace.ui.getState().selection)),
  },
]
