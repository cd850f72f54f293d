import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'
import { putInto, setField, topOrder } from '../../shared/board/commands.ts'
import type { BoardObject } from '../../shared/board/object.ts'
import { boundsOf, byPaint } from '../../shared/draw/scene.ts'
import { centreOf, holds, type Box } from '../../shared/geometry.ts'
import type { BoardModel } from '../model/board.ts'
import { isContainer, isLink } from '../model/kinds.ts'
import { USER, type Workspace } from '../model/workspace.ts'
import { movers } from './plans.ts'

/** Of what moves, what doesn't stay in its container because that moves along. */
export const looseOf = (board: BoardModel, moving: Iterable<string>): Set<string> => {
  const all = new Set(moving)
  return new Set(
    [...all].filter((id) => {
      const frame = board.object(id)?.frame
      return frame === undefined || !all.has(frame)
    }),
  )
}

/** Whether what is in `inner` belongs into `outer`: a container only into a larger one. */
const belongs = (object: BoardObject, inner: Box, outer: Box): boolean =>
  holds(outer, centreOf(inner)) &&
  (!isContainer(object) || inner.width * inner.height < outer.width * outer.height)

/** Lays a container and all containers in it above the one that they go into, which would cover them. */
function raise({ board, doc }: Workspace, id: string, into: BoardObject): void {
  const object = board.object(id)
  if (!object || !isContainer(object) || byPaint(into, object) < 0) return
  const inner = [...movers(board, [id])]
    .flatMap((one) => board.object(one) ?? [])
    .filter(isContainer)
    .sort(byPaint)
  const orders = generateNKeysBetween(topOrder(doc), null, inner.length)
  for (const [i, one] of inner.entries()) setField(doc, one.id, 'order', orders[i], USER)
}

/**
 * Tells which container an object goes into when it is let go at a box: the topmost below its middle that it fits and that doesn't
 * move along; undefined where there is none. The containers are those of now.
 */
export function homesOn(
  board: BoardModel,
  moving: Iterable<string>,
): (object: BoardObject, box: Box) => string | undefined {
  const along = new Set(moving)
  const containers = [...board.objects()]
    .filter((object) => isContainer(object) && !along.has(object.id))
    .sort(byPaint)
    .toReversed()
    .flatMap(({ id }) => {
      const object = board.object(id)
      const around = object && boundsOf(object, board)
      return around ? [{ id, around }] : []
    })
  const within = new Map<string, ReadonlySet<string>>()
  // What lies in a container can't take it, however deep.
  const isIn = (id: string, object: BoardObject): boolean => {
    if (!isContainer(object)) return false
    let inside = within.get(object.id)
    if (!inside) within.set(object.id, (inside = movers(board, [object.id], true)))
    return inside.has(id)
  }
  return (object, box) =>
    containers.find(({ id, around }) => belongs(object, box, around) && !isIn(id, object))?.id
}

/** Puts `ids`, whose boxes are to be as `boxes` says, into the container below their middles, or out of the one that they leave. */
export function regroup(
  workspace: Workspace,
  boxes: ReadonlyMap<string, Box>,
  ids: Iterable<string>,
): void {
  const { board, doc } = workspace
  const homeOf = homesOn(board, boxes.keys())
  for (const id of ids) {
    const box = boxes.get(id)
    const object = board.object(id)
    if (!box || !object || isLink(object)) continue
    const into = homeOf(object, box)
    if (into === object.frame) continue
    putInto(doc, id, into, USER)
    const home = into === undefined ? undefined : board.object(into)
    if (home) raise(workspace, id, home)
  }
}

/** The order of a new container that lies right below the containers among what it takes; undefined where there are none. */
export function orderBelow(board: BoardModel, inside: readonly string[]): string | undefined {
  const orders = inside.flatMap((id) => {
    const object = board.object(id)
    return object && isContainer(object) ? [object.order] : []
  })
  if (orders.length === 0) return undefined
  const lowest = orders.reduce((a, b) => (b < a ? b : a))
  let below: string | null = null
  for (const { order } of board.objects())
    if (order < lowest && (below === null || order > below)) below = order
  return generateKeyBetween(below, lowest)
}

/** The objects in no container whose middles lie in `box` and that may be put into one of that size. */
export const looseIn = (board: BoardModel, box: Box): string[] =>
  [...board.objects()].flatMap((object) => {
    const { id, frame } = object
    if ((frame !== undefined && board.object(frame)) || board.isHeld(object)) return []
    const bounds = isLink(object) ? undefined : boundsOf(object, board)
    return bounds && belongs(object, bounds, box) ? [id] : []
  })
