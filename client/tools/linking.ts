import { addObjects, setField } from '../../shared/board/commands.ts'
import type { ObjectDefinition } from '../../shared/objects/define.ts'
import { definitionOf } from '../../shared/objects/index.ts'
import type { BoardModel } from '../model/board.ts'
import { canEnd, endsOf } from '../model/kinds.ts'
import { USER, type Workspace } from '../model/workspace.ts'
import { t } from '../words/t.ts'
import type { EndHandle } from '../scene/handles.ts'
import type { PointerInput, ToolContext, ToolState } from './tool.ts'

/** The link of this kind between two objects, whichever way round; undefined when there is none. */
export function linkBetween(
  board: BoardModel,
  type: string,
  a: string,
  b: string,
): string | undefined {
  for (const id of board.referrers(a)) {
    const object = board.object(id)
    if (object?.type !== type) continue
    const ends = endsOf(object)
    if (ends.includes(a) && ends.includes(b)) return id
  }
  return undefined
}

/** Ties two objects, or finds the tie that they have already; either way it is selected. */
export function link(
  { board, doc, ui, undo }: Workspace,
  { type, several }: ObjectDefinition,
  from: string,
  to: string,
): void {
  let id = several ? undefined : linkBetween(board, type, from, to)
  if (id === undefined) {
    undo.cut()
    const fields = { ...ui.getState().presets[type], from, to }
    id = addObjects(doc, [{ type, at: [0, 0], size: [1, 1], fields }], USER)[0]
    undo.cut()
  }
  ui.setState({ selection: new Set(id === undefined ? [] : [id]), hover: null })
}

/** Says between what a link of this kind is drawn, where it was drawn from or to something else. */
export const sayHow = ({ ui }: Workspace, { help }: ObjectDefinition): void =>
  ui.setState({ message: { text: t(help) } })

// A press and release this close together (CSS px) is a click: the second click then ends the tie.
const CLICK_PX = 6

/** A link with a loose end. */
interface Loose {
  definition: ObjectDefinition
  /** which of its ends is loose, and the object at the other one */
  end: 'from' | 'to'
  other: string
  /** the end has come to an object that it may end at */
  land(workspace: Workspace, id: string): void
}

/** A loose end is led: to where the pointer is released, or after a mere click to where it is clicked next. */
function leading(
  { definition, end, other, land }: Loose,
  start: PointerInput,
  back: ToolState,
): ToolState {
  let clicked = false
  const target = ({ workspace, scene }: ToolContext, input: PointerInput): string | null =>
    scene.hit(input.world, (id) => {
      const object = workspace.board.object(id)
      return id !== other && object !== undefined && canEnd(definition, end, object)
    }) ?? null
  const show = (context: ToolContext, input: PointerInput): void => {
    context.workspace.ui.setState({
      sketch: { kind: 'band', from: other, to: input.world, target: target(context, input) },
    })
  }
  const finish = (context: ToolContext, input: PointerInput): ToolState => {
    const { workspace } = context
    const to = target(context, input)
    workspace.ui.setState({ sketch: null })
    // Somebody may have deleted meanwhile what it is drawn from.
    if (!workspace.canEdit() || !workspace.board.object(other)) return back
    if (to === null) {
      sayHow(workspace, definition)
      return back
    }
    land(workspace, to)
    if (workspace.ui.getState().tool !== 'select') workspace.ui.setState({ tool: 'select' })
    return back
  }
  return {
    name: 'linking',
    cursor: 'crosshair',
    drags: true,
    move(context, input) {
      show(context, input)
      return undefined
    },
    down(context, input) {
      // A finger may be the first of two that move the map: it ends the tie when it is lifted.
      return clicked && !input.touch ? finish(context, input) : undefined
    },
    up(context, input) {
      const dx = input.screen[0] - start.screen[0]
      const dy = input.screen[1] - start.screen[1]
      if (clicked) return input.touch ? finish(context, input) : undefined
      if (Math.hypot(dx, dy) <= CLICK_PX) {
        clicked = true
        show(context, input)
        return undefined
      }
      return finish(context, input)
    },
    cancel({ workspace }) {
      workspace.ui.setState({ sketch: null })
    },
  }
}

/** A tie is being drawn from `from`: to where the pointer is released, or after a mere click to where it is clicked next. */
export const linking = (
  definition: ObjectDefinition,
  from: string,
  start: PointerInput,
  back: ToolState,
): ToolState =>
  leading(
    {
      definition,
      end: 'to',
      other: from,
      land: (workspace, to) => link(workspace, definition, from, to),
    },
    start,
    back,
  )

/** The same, drawn from the object at which it is to end. */
export const linkingBack = (
  definition: ObjectDefinition,
  to: string,
  start: PointerInput,
  back: ToolState,
): ToolState =>
  leading(
    {
      definition,
      end: 'from',
      other: to,
      land: (workspace, from) => link(workspace, definition, from, to),
    },
    start,
    back,
  )

/** Has a link end at another object; where such a link is there already and may not be twice, that is selected instead. */
function relink(
  { board, doc, ui, undo }: Workspace,
  { type, several }: ObjectDefinition,
  { id, end }: EndHandle,
  [other, to]: readonly [string, string],
): void {
  const object = board.object(id)
  if (!object || board.isHeld(object) || object.fields[end] === to) return
  const twin = several ? undefined : linkBetween(board, type, other, to)
  if (twin === undefined) {
    undo.cut()
    setField(doc, id, end, to, USER)
    undo.cut()
  }
  ui.setState({ selection: new Set([twin ?? id]), hover: null })
}

/** The end of a link is being moved to another object; undefined when the link is gone or incomplete. */
export function relinking(
  { board }: Workspace,
  handle: EndHandle,
  start: PointerInput,
  back: ToolState,
): ToolState | undefined {
  const object = board.object(handle.id)
  const definition = object && definitionOf(object.type)
  const [from, to] = object ? endsOf(object) : []
  const other = handle.end === 'from' ? to : from
  if (!definition || other === undefined) return undefined
  const land = (workspace: Workspace, id: string): void =>
    relink(workspace, definition, handle, [other, id])
  return leading({ definition, end: handle.end, other, land }, start, back)
}
