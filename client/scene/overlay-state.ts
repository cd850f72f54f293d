import { textOf } from '../../shared/board/text-of.ts'
import { intersects, turned, union, type Box, type Point } from '../../shared/geometry.ts'
import { angleOf, turnOf, type Outline } from '../../shared/objects/turn.ts'
import { visibleBox } from '../model/camera.ts'
import { isLink } from '../model/kinds.ts'
import { pickedAt } from '../model/ui.ts'
import type { Workspace } from '../model/workspace.ts'
import { badgesOf } from './badges.ts'
import { caretIn, indexOfCaret } from './carets.ts'
import { itemShowing } from './drawings.ts'
import { handlesNow } from './handles.ts'
import type { Live } from './live.ts'
import type { Caret, OverlayState } from './overlay-contents.ts'
import type { Person } from './people.ts'
import { textPlace } from './text-place.ts'

// More outlines than this tell nothing that the box around them all doesn't.
const MOST_OUTLINES = 200
const MOST_HELD = 40
const MOST_LOCKS = 200
// Below this size on screen (CSS px) a lock would hide what it is on.
const LOCKABLE = 26

/** Where another's caret is seen in a text on the map; undefined while this person types into the same text, which shows it itself. */
function caretOn(
  { board, doc, ui }: Workspace,
  live: Live,
  { editing }: Person,
): Caret | undefined {
  const own = ui.getState().editing
  if (!editing || (own?.id === editing.id && own.field === editing.field)) return undefined
  const { id, field } = editing
  const text = textOf(doc, id, field)
  const index = text && indexOfCaret(doc, text, editing.caret)
  const known = board.object(id)
  const object = live.object(id)
  if (!text || index === undefined || !object || !known) return undefined
  const content = text.toJSON()
  const item = itemShowing(live.drawing(id)?.items ?? [], content)
  const [x, y] = isLink(object) ? [0, 0] : object.at
  const turn = turnOf(object)
  const seen = (left: number, top: number, height: number): Caret => {
    const at: Point = [x + left, y + top]
    return { at: turn ? turned(at, turn) : at, height, angle: angleOf(object) }
  }
  if (item) {
    const caret = caretIn(item, content, index)
    return seen(caret.x, caret.y, caret.height)
  }
  const { box, lineHeight, align } = textPlace(object, field, live)
  const left = align === 'left' ? 0 : align === 'right' ? box.width : box.width / 2
  return seen(box.x + left, box.y, lineHeight)
}

/** Where the locks of what the session locks are seen: at the lower right corner, where nothing else is. */
function locksIn({ ui }: Workspace, box: (id: string) => Box | undefined): Point[] {
  const { locks, camera, viewport } = ui.getState()
  const seen = visibleBox(camera, viewport)
  const places: Point[] = []
  for (const id of locks) {
    const at = box(id)
    if (!at || !intersects(at, seen) || Math.min(at.width, at.height) * camera.scale < LOCKABLE) {
      continue
    }
    if (places.push([at.x + at.width, at.y + at.height]) === MOST_LOCKS) break
  }
  return places
}

/** What lies over the map now: `ends` are the objects to outline beside the selection. */
export function overlayState(
  workspace: Workspace,
  live: Live,
  people: Iterable<Person>,
  ends: readonly string[],
): OverlayState {
  const { selection, hover, sketch, preview, editing, guides } = workspace.ui.getState()
  const box = (id: string): Box | undefined => live.box(id)
  const outlined = (id: string): boolean => {
    const object = workspace.board.object(id)
    return object !== undefined && !isLink(object)
  }
  const outline = (id: string): Outline | undefined => (outlined(id) ? live.outline(id) : undefined)
  const outlines = (ids: Iterable<string>): Outline[] => [...ids].flatMap((id) => outline(id) ?? [])
  const at = pickedAt(workspace.ui.getState())
  const selected = outlines(selection)
  // On the move they are where their ends are, and the ends say enough.
  const few = selection.size > 1 && selection.size <= MOST_OUTLINES
  const ties = few && !preview ? [...selection] : []
  return {
    selected: selected.length <= MOST_OUTLINES ? selected : [],
    ties: ties.filter((id) => !outlined(id)).flatMap((id) => live.drawing(id) ?? []),
    around:
      selected.length > 1
        ? union([...selection].filter(outlined).flatMap((id) => box(id) ?? []))
        : undefined,
    hovered: hover !== null && !selection.has(hover) ? outline(hover) : undefined,
    standing: at === undefined ? undefined : box(at),
    ends: outlines(ends),
    handles: preview || sketch || editing ? [] : handlesNow(workspace),
    sketch,
    guides,
    locks: locksIn(workspace, box),
    badges: badgesOf(workspace, box),
    people: [...people].map((person) => ({
      person,
      boxes: outlines(person.selection.slice(0, MOST_HELD)),
      caret: caretOn(workspace, live, person),
    })),
    box,
  }
}
