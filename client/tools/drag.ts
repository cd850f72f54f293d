import { addObjects } from '../../shared/board/commands.ts'
import { boundsOf } from '../../shared/draw/scene.ts'
import { union, type Box } from '../../shared/geometry.ts'
import { isLink } from '../model/kinds.ts'
import { USER } from '../model/workspace.ts'
import { copyOf, newFrom } from './copies.ts'
import { commit, offset } from './following.ts'
import { neighboursOf, noSnap, snapReach } from './neighbours.ts'
import { movePlan, movers } from './plans.ts'
import { homesOn, looseOf } from './regroup.ts'
import { snapMove } from './snap.ts'
import type { PointerInput, ToolContext, ToolState } from './tool.ts'

/** Puts copies where these objects are and selects them; the step of undo that this begins is still open. */
function duplicate({ workspace }: ToolContext, ids: Iterable<string>): Set<string> {
  const { board, doc, ui, undo } = workspace
  const news = newFrom(copyOf(board, ids), [0, 0], board)
  undo.begin()
  addObjects(doc, news, USER)
  const selection = new Set(news.map(({ id }) => id))
  ui.setState({ selection, hover: null })
  return selection
}

/** The selection follows the pointer until it is released; nobody's document knows of it before. With `copy` copies of it do. */
export function dragging(
  context: ToolContext,
  start: PointerInput,
  ids: Iterable<string>,
  back: ToolState,
  copy = false,
): ToolState {
  const { workspace } = context
  const { board, ui, undo } = workspace
  const before = ui.getState().selection
  undo.begin()
  const chosen = copy ? duplicate(context, ids) : new Set(ids)
  let moving = movers(board, chosen)
  // What moves along inside its container stays in it.
  let loose = looseOf(board, moving)
  const neighbours = neighboursOf(context, moving)
  const around = union(
    [...moving].flatMap((id) => {
      const object = board.object(id)
      return (object && boundsOf(object, board)) ?? []
    }),
  )
  let homeOf: ReturnType<typeof homesOn> | undefined
  /** the containers that would take something which isn't in them yet */
  const takers = (boxes: ReadonlyMap<string, Box>): string[] => {
    homeOf ??= homesOn(board, moving)
    const found = new Set<string>()
    for (const id of loose) {
      const object = board.object(id)
      const box = boxes.get(id)
      const into = object && box && !isLink(object) ? homeOf(object, box) : undefined
      if (into !== undefined && into !== object?.frame) found.add(into)
    }
    return [...found]
  }
  const show = (input: PointerInput): Map<string, Box> => {
    const [dx, dy] = offset(start, input)
    const snaps = around && !input.mod && !input.shift
    const { by, guides } = snaps
      ? snapMove(
          { ...around, x: around.x + dx, y: around.y + dy },
          neighbours(),
          snapReach(workspace),
        )
      : noSnap
    const boxes = movePlan(board, moving, [dx + by[0], dy + by[1]], input.shift)
    const into = takers(boxes)
    ui.setState({
      preview: boxes,
      guides,
      sketch: into.length > 0 ? { kind: 'drop', into } : null,
    })
    return boxes
  }
  return {
    name: 'dragging',
    cursor: copy ? 'copy' : 'grabbing',
    drags: true,
    move(_context, input) {
      show(input)
      return undefined
    },
    up(inner, input) {
      // Somebody may have put something into a container meanwhile, or taken it out.
      moving = movers(board, chosen)
      loose = looseOf(board, moving)
      homeOf = undefined
      commit(inner, chosen, show(input), loose)
      return back
    },
    cancel() {
      ui.setState({ preview: null, sketch: null, guides: [] })
      if (copy) {
        undo.abandon()
        ui.setState({ selection: before })
      } else undo.cut()
    },
  }
}
