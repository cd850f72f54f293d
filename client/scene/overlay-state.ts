import { union, type Box, type Point } from '../../shared/geometry.ts'
import { isLink } from '../model/kinds.ts'
import type { Workspace } from '../model/workspace.ts'
import { handlesOf, type Handle } from './handles.ts'
import type { Live } from './live.ts'
import type { OverlayState } from './overlay.ts'
import type { Person } from './people.ts'

// More outlines than this tell nothing that the box around them all doesn't.
const MOST_OUTLINES = 200
const MOST_HELD = 40

/** The handles that this person can take hold of now. */
export function handlesNow(workspace: Workspace): { handle: Handle; at: Point }[] {
  if (!workspace.canEdit()) return []
  const { selection, hover, camera, tool } = workspace.ui.getState()
  return tool === 'select' ? handlesOf(workspace.board, selection, hover, camera.scale) : []
}

/** What lies over the map now: `ends` are the objects to outline beside the selection. */
export function overlayState(
  workspace: Workspace,
  live: Live,
  people: Iterable<Person>,
  ends: readonly string[],
): OverlayState {
  const { selection, hover, sketch, preview, editing } = workspace.ui.getState()
  const box = (id: string): Box | undefined => live.box(id)
  const outlined = (id: string): boolean => {
    const object = workspace.board.object(id)
    return object !== undefined && !isLink(object)
  }
  const boxesOf = (ids: Iterable<string>): Box[] =>
    [...ids].filter(outlined).flatMap((id) => box(id) ?? [])
  const selected = boxesOf(selection)
  return {
    selected: selected.length <= MOST_OUTLINES ? selected : [],
    around: selected.length > 1 ? union(selected) : undefined,
    hovered: hover !== null && !selection.has(hover) && outlined(hover) ? box(hover) : undefined,
    ends: boxesOf(ends),
    handles: preview || sketch || editing ? [] : handlesNow(workspace),
    sketch,
    people: [...people].map((person) => ({
      person,
      boxes: boxesOf(person.selection.slice(0, MOST_HELD)),
    })),
    box,
  }
}
