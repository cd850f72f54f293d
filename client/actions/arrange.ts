import { generateNKeysBetween } from 'fractional-indexing'
import { placeObjects, setField } from '../../shared/board/commands.ts'
import type { BoardObject } from '../../shared/board/object.ts'
import { byPaint } from '../../shared/draw/scene.ts'
import type { Point } from '../../shared/geometry.ts'
import { panBy } from '../model/camera.ts'
import { USER, type Workspace } from '../model/workspace.ts'
import { movers } from '../tools/plans.ts'
import type { Action } from './action.ts'
import { asOneStep } from './edit.ts'

const NUDGE = 1
const NUDGE_FAR = 10
const PAN_PX = 80

function nudge(workspace: Workspace, [dx, dy]: Point): void {
  const { board, doc, ui } = workspace
  const { selection, camera } = ui.getState()
  if (selection.size === 0) {
    const [x, y] = [Math.sign(dx) * PAN_PX, Math.sign(dy) * PAN_PX]
    ui.setState({ camera: panBy(camera, -x, -y), goal: null })
    return
  }
  const places = [...movers(board, selection)].flatMap((id) => {
    const object = board.object(id)
    return object ? [{ id, at: [object.at[0] + dx, object.at[1] + dy] as const }] : []
  })
  // Held down, the steps of one journey are undone together.
  placeObjects(doc, places, USER)
}

const directions = [
  { id: 'left', label: 'left', key: 'ArrowLeft', by: [-1, 0] },
  { id: 'right', label: 'right', key: 'ArrowRight', by: [1, 0] },
  { id: 'up', label: 'up', key: 'ArrowUp', by: [0, -1] },
  { id: 'down', label: 'down', key: 'ArrowDown', by: [0, 1] },
] as const

const nudges = directions.flatMap(({ id, label, key, by }): Action[] =>
  ([1, NUDGE_FAR] as const).map((far) => ({
    id: far === 1 ? `nudge-${id}` : `nudge-${id}-far`,
    label: far === 1 ? `Move ${label}` : `Move ${label}, far`,
    keys: [far === 1 ? key : `Shift+${key}`],
    where: 'canvas',
    can: (workspace) => workspace.ui.getState().selection.size === 0 || workspace.canEdit(),
    run: (workspace) => nudge(workspace, [by[0] * NUDGE * far, by[1] * NUDGE * far]),
  })),
)

function restack(workspace: Workspace, toFront: boolean): void {
  const { board, doc, ui } = workspace
  const { selection } = ui.getState()
  const moving: BoardObject[] = []
  const others: string[] = []
  for (const object of board.objects()) {
    if (selection.has(object.id)) moving.push(object)
    else others.push(object.order)
  }
  others.sort((a, b) => (a < b ? -1 : 1))
  const [low, high] = toFront ? [others.at(-1) ?? null, null] : [null, others[0] ?? null]
  const orders = generateNKeysBetween(low, high, moving.length)
  asOneStep(workspace, () => {
    for (const [i, { id }] of moving.sort(byPaint).entries()) {
      setField(doc, id, 'order', orders[i], USER)
    }
  })
}

const canRestack = (workspace: Workspace): boolean =>
  workspace.canEdit() && workspace.ui.getState().selection.size > 0

/** What moves the selected objects about, and the map when nothing is selected. */
export const arrangeActions: readonly Action[] = [
  ...nudges,
  {
    id: 'bring-to-front',
    label: 'Bring to front',
    icon: 'bring-to-front',
    keys: ['Mod+]', ']'],
    where: 'canvas',
    can: canRestack,
    run: (workspace) => restack(workspace, true),
  },
  {
    id: 'send-to-back',
    label: 'Send to back',
    icon: 'send-to-back',
    keys: ['Mod+[', '['],
    where: 'canvas',
    can: canRestack,
    run: (workspace) => restack(workspace, false),
  },
]
