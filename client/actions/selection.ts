import type { BoardObject } from '../../shared/board/object.ts'
import { boundsOf } from '../../shared/draw/scene.ts'
import type { Box } from '../../shared/geometry.ts'
import { pickedAt } from '../model/ui.ts'
import type { Workspace } from '../model/workspace.ts'
import { t } from '../words/t.ts'
import type { Action } from './action.ts'
import { bringIntoView } from './camera.ts'

// Objects whose tops lie this close (world units) stand in one row of reading.
const ROW = 48

/** All objects in the order in which a page is read: rows from the top, each from the left; what is hidden is left out. */
export function readingOrder({ board }: Workspace): string[] {
  const placed: { id: string; box: Box }[] = []
  for (const object of board.objects()) {
    const box = boundsOf(object, board)
    if (box) placed.push({ id: object.id, box })
  }
  const row = ({ box }: { box: Box }): number => Math.floor(box.y / ROW)
  return placed
    .sort((a, b) => row(a) - row(b) || a.box.x - b.box.x || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id)
}

/** Selects the object with this id and brings it into view; returns whether there is one. */
export function show(workspace: Workspace, id: string): boolean {
  const object = workspace.board.object(id)
  if (object) choose(workspace, object)
  return object !== undefined
}

/** Selects one object and brings it into view. */
function choose(workspace: Workspace, object: BoardObject): void {
  workspace.ui.setState({ selection: new Set([object.id]), hover: null })
  bringIntoView(workspace, [object.id])
}

function step(workspace: Workspace, by: 1 | -1): void {
  const { board, ui } = workspace
  const order = readingOrder(workspace)
  const { selection } = ui.getState()
  const picked = pickedAt(ui.getState())
  const last = picked ?? (by === 1 ? [...selection].at(-1) : [...selection][0])
  const at = last === undefined ? -1 : order.indexOf(last)
  const next = at === -1 ? (by === 1 ? 0 : order.length - 1) : at + by
  const object = board.object(order[next] ?? '')
  if (!object) return
  if (picked === undefined) choose(workspace, object)
  else {
    ui.setState({ picking: { at: object.id, of: selection } })
    bringIntoView(workspace, [object.id])
  }
}

/** Begins to pick several objects, or adds and takes out the one that the keyboard stands on. */
function pick({ ui }: Workspace): void {
  const { selection } = ui.getState()
  const at = pickedAt(ui.getState())
  if (at === undefined) {
    const last = [...selection].at(-1)
    if (last === undefined) return
    const text = t('Tab goes on to others, Shift and Space picks each, Escape lets go of all.')
    ui.setState({ picking: { at: last, of: selection }, message: { text } })
    return
  }
  const next = new Set(selection)
  if (!next.delete(at)) next.add(at)
  ui.setState({ selection: next, picking: { at, of: next }, hover: null })
}

/** Whether there is an object beyond the selected one: if not, Tab leaves the map, which must be no trap. */
function hasNext(workspace: Workspace, by: 1 | -1): boolean {
  const { selection } = workspace.ui.getState()
  if (workspace.board.size === 0) return false
  const picked = pickedAt(workspace.ui.getState())
  if (selection.size === 0 && picked === undefined) return by === 1
  const order = readingOrder(workspace)
  const [first] = selection
  const at = order.indexOf(picked ?? first ?? '')
  return by === 1 ? at < order.length - 1 : at > 0
}

/** The object after the last of those selected, in the order of reading. */
function afterLast(workspace: Workspace): string | undefined {
  const order = readingOrder(workspace)
  const last = [...workspace.ui.getState().selection].at(-1)
  const next = order[last === undefined ? 0 : order.indexOf(last) + 1]
  return next !== undefined && workspace.ui.getState().selection.has(next) ? undefined : next
}

/** What selects. */
export const selectionActions: readonly Action[] = [
  {
    id: 'select-all',
    label: 'Select all',
    keys: ['Mod+a'],
    where: 'window',
    can: ({ board }) => board.size > 0,
    run: ({ board, ui }) =>
      ui.setState({ selection: new Set([...board.objects()].map(({ id }) => id)) }),
  },
  {
    id: 'select-next',
    label: 'Select the next object',
    keys: ['Tab'],
    where: 'canvas',
    can: (workspace) => hasNext(workspace, 1),
    run: (workspace) => step(workspace, 1),
  },
  {
    id: 'select-previous',
    label: 'Select the object before',
    keys: ['Shift+Tab'],
    where: 'canvas',
    can: (workspace) => hasNext(workspace, -1),
    run: (workspace) => step(workspace, -1),
  },
  {
    id: 'pick',
    label: 'Pick several, one by one',
    keys: ['Shift+ '],
    where: 'canvas',
    can: ({ ui }) => ui.getState().selection.size > 0 || pickedAt(ui.getState()) !== undefined,
    run: pick,
  },
  {
    id: 'select-more',
    label: 'Add the next object to the selection',
    keys: ['Mod+ArrowDown'],
    where: 'canvas',
    can: (workspace) => afterLast(workspace) !== undefined,
    run: (workspace) => {
      const { ui } = workspace
      const next = afterLast(workspace)
      if (next !== undefined) {
        ui.setState({ selection: new Set([...ui.getState().selection, next]), hover: null })
      }
    },
  },
  {
    id: 'select-fewer',
    label: 'Take the last object out of the selection',
    keys: ['Mod+ArrowUp'],
    where: 'canvas',
    can: ({ ui }) => ui.getState().selection.size > 0,
    run: ({ ui }) =>
      ui.setState({ selection: new Set([...ui.getState().selection].slice(0, -1)), hover: null }),
  },
  {
    id: 'escape',
    label: 'Let go',
    keys: ['Escape'],
    where: 'canvas',
    can: ({ ui }) => {
      const { tool, selection, sketch, working } = ui.getState()
      const picks = pickedAt(ui.getState()) !== undefined
      return working !== null || tool !== 'select' || selection.size > 0 || picks || sketch !== null
    },
    run: ({ ui }) => {
      const { tool, working } = ui.getState()
      if (working) working.cancel()
      else if (tool === 'select') ui.setState({ selection: new Set(), hover: null })
      else ui.setState({ tool: 'select' })
    },
  },
]
