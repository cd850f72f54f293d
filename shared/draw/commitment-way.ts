import type { BoardObject } from '../board/object.ts'
import { aroundPoints, boxOf, grow, type Box, type Point } from '../geometry.ts'
import type { Token } from '../look/palette.ts'
import { commitment } from '../objects/commitment.ts'
import { readAs } from '../objects/define.ts'
import { markOf } from '../objects/mark.ts'
import type { DrawContext } from './context.ts'
import { along, between, curvePath, directionAt, lengthOf, pointAt, type Curve } from './curve.ts'
import type { DrawItem, PathItem } from './items.ts'
import { polygon } from './paths.ts'
import { courseBetween } from './plain-link.ts'

const ARROW = 15
const BOW = 0.04

type CommitmentState = ReturnType<typeof stateOf>

const stateOf = (object: BoardObject) => readAs(commitment, object).values.state

/** How the way of a commitment is drawn, told by its line alone: dashed, plain, double or heavy, so that a greyscale print tells it too. */
const wayStyles = {
  offered: { width: 3, dash: [10, 8], double: false, hollow: true },
  accepted: { width: 3, dash: undefined, double: false, hollow: false },
  imposed: { width: 7, dash: undefined, double: true, hollow: false },
  made: { width: 7, dash: undefined, double: false, hollow: false },
} as const satisfies Record<CommitmentState, object>

function line(curve: Curve, state: CommitmentState, token: Token): PathItem[] {
  const { width, dash, double } = wayStyles[state]
  const base = { kind: 'path', d: curvePath(curve), stroke: token, strokeWidth: width } as const
  if (double) return [base, { ...base, stroke: 'paper', strokeWidth: width - 4 }]
  return [dash ? { ...base, dash } : base]
}

function withHead(curve: Curve, state: CommitmentState, token: Token): PathItem[] {
  const { width, hollow } = wayStyles[state]
  const size = ARROW + width * 0.6
  const [[x, y], [dx, dy]] = [curve[2], directionAt(curve, 1)]
  const back: Point = [x - dx * size, y - dy * size]
  const half = size * 0.55
  const d = polygon([
    [x, y],
    [back[0] - dy * half, back[1] + dx * half],
    [back[0] + dy * half, back[1] - dx * half],
  ])
  const body = between(curve, 0, 1 - along(size * 0.9, lengthOf(curve)))
  const head: PathItem = hollow
    ? { kind: 'path', d, fill: 'paper', stroke: token, strokeWidth: 2 }
    : { kind: 'path', d, fill: token }
  return [...line(body, state, token), head]
}

/** The way that a commitment travels, in world units, with the box around it. */
export interface CommitmentWay {
  box: Box
  items: readonly DrawItem[]
}

/** The line from the organisation that makes a commitment to it, and from there with an arrow to the objective that it serves; undefined for whatever has neither. */
export function commitmentWay(
  object: BoardObject,
  { object: find }: Pick<DrawContext, 'object'>,
): CommitmentWay | undefined {
  if (object.type !== commitment.type) return undefined
  const { by, to, state } = readAs(commitment, object).values
  const [from, aim] = [by, to].map((id) => (id === undefined ? undefined : find(id)))
  const token = state === 'imposed' ? 'danger' : ((from && markOf(from).token) ?? 'quiet')
  const card = boxOf(object.at, object.size)
  const first = from && courseBetween(boxOf(from.at, from.size), card, BOW)
  const second = aim && courseBetween(card, boxOf(aim.at, aim.size), BOW)
  const spots = [first, second].flatMap((curve) =>
    curve ? [0, 0.25, 0.5, 0.75, 1].map((t) => pointAt(curve, t)) : [],
  )
  const around = aroundPoints(spots)
  return (
    around && {
      box: grow(around, ARROW + 4),
      items: [
        ...(first ? line(first, state, token) : []),
        ...(second ? withHead(second, state, token) : []),
      ],
    }
  )
}
