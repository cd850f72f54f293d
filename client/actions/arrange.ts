import { generateNKeysBetween } from 'fractional-indexing'
import { placeObjects, setField } from '../../shared/board/commands.ts'
import type { BoardObject } from '../../shared/board/object.ts'
import { boundsOf, byPaint, layerOf } from '../../shared/draw/scene.ts'
import { intersects, union, type Point } from '../../shared/geometry.ts'
import { panBy } from '../model/camera.ts'
import { USER, type Workspace } from '../model/workspace.ts'
import { movePlan, movers } from '../tools/plans.ts'
import { looseOf, regroup } from '../tools/regroup.ts'
import type { Action } from './action.ts'
import { asOneStep, free, hasFree, whyNot } from './edit.ts'

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
  const boxes = movePlan(board, movers(board, selection), [dx, dy])
  const places = [...boxes].map(([id, { x, y }]) => ({ id, at: [x, y] as const }))
  // Held down, the steps of one journey are undone together.
  doc.transact(() => {
    placeObjects(doc, places, USER)
    regroup(workspace, boxes, looseOf(board, boxes.keys()))
  }, USER)
}

const directions = [
  { id: 'left', labels: ['Move left', 'Move left, far'], key: 'ArrowLeft', by: [-1, 0] },
  { id: 'right', labels: ['Move right', 'Move right, far'], key: 'ArrowRight', by: [1, 0] },
  { id: 'up', labels: ['Move up', 'Move up, far'], key: 'ArrowUp', by: [0, -1] },
  { id: 'down', labels: ['Move down', 'Move down, far'], key: 'ArrowDown', by: [0, 1] },
] as const

const nudges = directions.flatMap(({ id, labels, key, by }): Action[] =>
  ([1, NUDGE_FAR] as const).map((far) => ({
    id: far === 1 ? `nudge-${id}` : `nudge-${id}-far`,
    label: labels[far === 1 ? 0 : 1],
    keys: [far === 1 ? key : `Shift+${key}`],
    where: 'canvas',
    can: (workspace) =>
      workspace.ui.getState().selection.size === 0 ||
      (workspace.canEdit() && whyNot(workspace) === undefined),
    why: whyNot,
    run: (workspace) => nudge(workspace, [by[0] * NUDGE * far, by[1] * NUDGE * far]),
  })),
)

/** The selected objects from the bottom to the top, and the others, of their layers alone: layers never mix. */
function stacked(workspace: Workspace): { moving: BoardObject[]; others: BoardObject[] } {
  const ids = new Set(free(workspace))
  const all = [...workspace.board.objects()].sort(byPaint)
  const moving = all.filter(({ id }) => ids.has(id))
  const layers = new Set(moving.map(layerOf))
  return { moving, others: all.filter((o) => !ids.has(o.id) && layers.has(layerOf(o))) }
}

function putBetween(
  workspace: Workspace,
  moving: readonly BoardObject[],
  low: string | null,
  high: string | null,
): void {
  const orders = generateNKeysBetween(low, high, moving.length)
  asOneStep(workspace, () => {
    for (const [i, { id }] of moving.entries()) {
      setField(workspace.doc, id, 'order', orders[i], USER)
    }
  })
}

function restack(workspace: Workspace, toFront: boolean): void {
  const { moving, others } = stacked(workspace)
  const orders = others.map(({ order }) => order).sort((a, b) => (a < b ? -1 : 1))
  if (toFront) putBetween(workspace, moving, orders.at(-1) ?? null, null)
  else putBetween(workspace, moving, null, orders[0] ?? null)
}

/** One step: over or under the nearest object that lies there, so that a step can be seen. */
function step(workspace: Workspace, up: boolean): void {
  const { board } = workspace
  const { moving, others } = stacked(workspace)
  const around = union(moving.flatMap((object) => boundsOf(object, board) ?? []))
  const edge = up ? moving.at(-1) : moving[0]
  if (!around || !edge) return
  const beyond = others.filter((other) => byPaint(edge, other) < 0 === up)
  const near = beyond.filter((other) => {
    const box = boundsOf(other, board)
    return box !== undefined && intersects(box, around)
  })
  const next = (up ? near[0] : near.at(-1)) ?? (up ? beyond[0] : beyond.at(-1))
  if (!next) return
  const orders = others.map(({ order }) => order).sort((a, b) => (a < b ? -1 : 1))
  const after = orders.find((order) => order > next.order) ?? null
  const before = orders.findLast((order) => order < next.order) ?? null
  if (up) putBetween(workspace, moving, next.order, after)
  else putBetween(workspace, moving, before, next.order)
}

/** What moves the selected objects about, and the map when nothing is selected. */
export const arrangeActions: readonly Action[] = [
  ...nudges,
  {
    id: 'bring-to-front',
    label: 'Bring to front',
    icon: 'bring-to-front',
    keys: ['Mod+Shift+]', 'Mod+Shift+}', ']'],
    where: 'canvas',
    can: hasFree,
    run: (workspace) => restack(workspace, true),
  },
  {
    id: 'send-to-back',
    label: 'Send to back',
    icon: 'send-to-back',
    keys: ['Mod+Shift+[', 'Mod+Shift+{', '['],
    where: 'canvas',
    can: hasFree,
    run: (workspace) => restack(workspace, false),
  },
  {
    id: 'bring-forward',
    label: 'Bring forward',
    icon: 'arrow-up',
    keys: ['Mod+]'],
    where: 'canvas',
    can: hasFree,
    run: (workspace) => step(workspace, true),
  },
  {
    id: 'send-backward',
    label: 'Send backward',
    icon: 'arrow-down',
    keys: ['Mod+['],
    where: 'canvas',
    can: hasFree,
    run: (workspace) => step(workspace, false),
  },
]
