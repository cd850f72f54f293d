import { placeObjects } from '../../shared/board/commands.ts'
import { boundsOf } from '../../shared/draw/scene.ts'
import { union, type Box, type Point } from '../../shared/geometry.ts'
import { groupOf } from '../model/kinds.ts'
import { USER, type Workspace } from '../model/workspace.ts'
import { movePlan, movers, rounded } from '../tools/plans.ts'
import { looseOf, regroup } from '../tools/regroup.ts'
import type { Action } from './action.ts'
import { asOneStep } from './edit.ts'

/** What is moved as one: an object, or the whole of a group. */
interface Part {
  ids: readonly string[]
  box: Box
}

function partsOf({ board, ui }: Workspace): Part[] {
  const parts = new Map<string, { ids: string[]; boxes: Box[] }>()
  // What lies in a container that is selected too goes along with that.
  for (const id of looseOf(board, movers(board, ui.getState().selection))) {
    const object = board.object(id)
    const box = object && boundsOf(object, board)
    if (!box) continue
    const key = groupOf(object) ?? id
    const part = parts.get(key) ?? { ids: [], boxes: [] }
    part.ids.push(id)
    part.boxes.push(box)
    parts.set(key, part)
  }
  return [...parts.values()].flatMap(({ ids, boxes }) => {
    const box = union(boxes)
    return box ? [{ ids, box }] : []
  })
}

type Axis = 'x' | 'y'
const lengthOf = (box: Box, axis: Axis): number => (axis === 'x' ? box.width : box.height)

/** Moves each part by what `by` says, with all that lies in it, as one step of undo. */
function movePartsBy(workspace: Workspace, axis: Axis, by: ReadonlyMap<Part, number>): void {
  const { board, doc } = workspace
  asOneStep(workspace, () => {
    const boxes = new Map<string, Box>()
    for (const [{ ids }, distance] of by) {
      const along: Point = axis === 'x' ? [distance, 0] : [0, distance]
      for (const [id, box] of movePlan(board, movers(board, ids), along)) {
        boxes.set(id, rounded(box))
      }
    }
    const places = [...boxes].map(([id, { x, y }]) => ({ id, at: [x, y] as const }))
    placeObjects(doc, places, USER)
    regroup(workspace, boxes, looseOf(board, boxes.keys()))
  })
}

/** `share`: 0 the near edges come into line, 0.5 the middles, 1 the far edges. */
function align(workspace: Workspace, axis: Axis, share: number): void {
  const parts = partsOf(workspace)
  const whole = union(parts.map(({ box }) => box))
  if (!whole) return
  const line = whole[axis] + lengthOf(whole, axis) * share
  const by = parts.map(
    (part) => [part, line - (part.box[axis] + lengthOf(part.box, axis) * share)] as const,
  )
  movePartsBy(workspace, axis, new Map(by))
}

/** The outermost stay; the spaces between all of them become alike. */
function distribute(workspace: Workspace, axis: Axis): void {
  const parts = partsOf(workspace).sort(
    (a, b) => a.box[axis] + lengthOf(a.box, axis) / 2 - (b.box[axis] + lengthOf(b.box, axis) / 2),
  )
  const whole = union(parts.map(({ box }) => box))
  if (!whole || parts.length < 3) return
  const filled = parts.reduce((sum, { box }) => sum + lengthOf(box, axis), 0)
  const space = (lengthOf(whole, axis) - filled) / (parts.length - 1)
  let at = whole[axis]
  const by = new Map<Part, number>()
  for (const part of parts) {
    by.set(part, at - part.box[axis])
    at += lengthOf(part.box, axis) + space
  }
  movePartsBy(workspace, axis, by)
}

const canLineUp =
  (least: number) =>
  (workspace: Workspace): boolean =>
    workspace.canEdit() &&
    workspace.ui.getState().selection.size >= least &&
    partsOf(workspace).length >= least

const lines = [
  {
    id: 'left',
    label: 'Align left',
    icon: 'align-start-vertical',
    axis: 'x',
    share: 0,
    keys: ['Alt+Shift+ArrowLeft'],
  },
  {
    id: 'centre',
    label: 'Align centres',
    icon: 'align-center-vertical',
    axis: 'x',
    share: 0.5,
    keys: [],
  },
  {
    id: 'right',
    label: 'Align right',
    icon: 'align-end-vertical',
    axis: 'x',
    share: 1,
    keys: ['Alt+Shift+ArrowRight'],
  },
  {
    id: 'top',
    label: 'Align top',
    icon: 'align-start-horizontal',
    axis: 'y',
    share: 0,
    keys: ['Alt+Shift+ArrowUp'],
  },
  {
    id: 'middle',
    label: 'Align middles',
    icon: 'align-center-horizontal',
    axis: 'y',
    share: 0.5,
    keys: [],
  },
  {
    id: 'bottom',
    label: 'Align bottom',
    icon: 'align-end-horizontal',
    axis: 'y',
    share: 1,
    keys: ['Alt+Shift+ArrowDown'],
  },
] as const

/** What brings the selected objects into line. */
export const alignActions: readonly Action[] = [
  ...lines.map(({ id, label, icon, axis, share, keys }): Action => ({
    id: `align-${id}`,
    label,
    icon,
    keys,
    where: 'canvas',
    can: canLineUp(2),
    run: (workspace) => align(workspace, axis, share),
  })),
  {
    id: 'distribute-across',
    label: 'Space out across',
    icon: 'align-horizontal-space-between',
    keys: [],
    where: 'canvas',
    can: canLineUp(3),
    run: (workspace) => distribute(workspace, 'x'),
  },
  {
    id: 'distribute-down',
    label: 'Space out down',
    icon: 'align-vertical-space-between',
    keys: [],
    where: 'canvas',
    can: canLineUp(3),
    run: (workspace) => distribute(workspace, 'y'),
  },
]
