import { placeObjects } from '../../shared/board/commands.ts'
import { turnsTogether } from '../scene/handles.ts'
import { movers, turnPlan } from '../tools/plans.ts'
import { middleOfTurn, TURN_STEP } from '../tools/turning.ts'
import { USER, type Workspace } from '../model/workspace.ts'
import type { Action } from './action.ts'
import { whyNot } from './edit.ts'

function turnBy({ board, doc, ui }: Workspace, angle: number): void {
  const { selection } = ui.getState()
  const about = middleOfTurn(board, selection)
  if (!about) return
  const boxes = turnPlan(board, movers(board, selection), { angle, about })
  const places = [...boxes].map(([id, { x, y, angle: now }]) => ({
    id,
    at: [Math.round(x), Math.round(y)] as const,
    ...(now !== undefined && { angle: now }),
  }))
  // Held down, the steps are undone together.
  placeObjects(doc, places, USER)
}

const ways = [
  {
    id: 'turn-right',
    label: 'Turn right',
    icon: 'rotate-cw',
    keys: 'Mod+Shift+ArrowRight',
    by: TURN_STEP,
  },
  {
    id: 'turn-left',
    label: 'Turn left',
    icon: 'rotate-ccw',
    keys: 'Mod+Shift+ArrowLeft',
    by: -TURN_STEP,
  },
] as const

/** What turns the selected objects a step, about their common middle. */
export const turnActions: readonly Action[] = ways.map(({ id, label, icon, keys, by }) => ({
  id,
  label,
  icon,
  keys: [keys],
  where: 'canvas',
  can: (workspace) =>
    workspace.canEdit() && turnsTogether(workspace.board, workspace.ui.getState().selection),
  why: whyNot,
  run: (workspace) => turnBy(workspace, by),
}))
