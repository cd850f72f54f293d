import type { BoardObject } from '../../../shared/board/object.ts'
import type { Comparison } from '../../../shared/compare/compare-boards.ts'
import type { Change, SideChange } from '../../../shared/compare/compare-trust.ts'
import type { BoardContent } from '../../../shared/compare/content.ts'
import { beside, directionAt, pointAt, type Curve } from '../../../shared/draw/curve.ts'
import { endsOf, tieSettings } from '../../../shared/draw/tie-settings.ts'
import { tieCourse, tieSizes } from '../../../shared/draw/tie-course.ts'
import { boundsOf } from '../../../shared/draw/scene.ts'
import { boxOf, type Box, type Point } from '../../../shared/geometry.ts'
import { definitionOf } from '../../../shared/objects/index.ts'
import type { BoardModel } from '../../model/board.ts'

/** An object that is marked as a whole, where it is or where it was. */
export interface MarkedBox {
  id: string
  box: Box
  kind: 'new' | 'gone' | 'changed'
  object: BoardObject
}

/** A side of a tie that says something else: where its sign stands, and the lane that it is about. */
export interface MarkedSide {
  id: string
  at: Point
  lane: Curve
  change: Change
  side: SideChange
}

/** A tie that came or went as a whole. */
export interface MarkedTie {
  id: string
  curve: Curve
  kind: 'new' | 'gone' | 'changed'
}

/** Where on the map the changes are, in world units. */
export interface ChangePlaces {
  boxes: readonly MarkedBox[]
  ties: readonly MarkedTie[]
  sides: readonly MarkedSide[]
}

/** A sign beside a lane stands clear of it: further off where the lane is steep, because signs are wide. */
const ASIDE = 20
const ASIDE_STEEP = 34
/** How far along its lane a sign stands, clear of the chip and of the middle. */
const ALONG = 0.3

const signAt = (lane: Curve): Point => {
  const t = ALONG
  const [, dy] = directionAt(lane, t)
  return pointAt(beside(lane, ASIDE + Math.abs(dy) * ASIDE_STEEP), t)
}

/** Finds the places of a comparison's changes on the board as it is now; what is gone lies where it was then. */
export function placesOf(
  { added, removed, changed, trust }: Comparison,
  then: BoardContent,
  board: BoardModel,
): ChangePlaces {
  const boxes: MarkedBox[] = []
  const ties: MarkedTie[] = []
  const sides: MarkedSide[] = []
  const settingThen = tieSettings(then.objects.values())
  // What is gone from the board may still be an end of what else is gone.
  const find = (id: string): BoardObject | undefined => board.object(id) ?? then.object(id)
  const courseOf = (object: BoardObject) => {
    const ends = endsOf(object)
    const [from, to] = [find(ends?.[0] ?? ''), find(ends?.[1] ?? '')]
    if (!from || !to) return undefined
    const setting = board.object(object.id) ? board.tieSetting(object.id) : settingThen(object.id)
    const course = tieCourse(
      boxOf(from.at, from.size),
      boxOf(to.at, to.size),
      from.id < to.id,
      setting,
      setting.crowd === 'dense' ? (object.id.codePointAt(object.id.length - 1) ?? 0) % 3 : 0,
    )
    return course && { course, sizes: tieSizes[setting.crowd] }
  }
  const mark = (object: BoardObject, kind: MarkedBox['kind']): void => {
    if (definitionOf(object.type)?.place === 'link') {
      const found = courseOf(object)
      if (found) ties.push({ id: object.id, curve: found.course.middle, kind })
      return
    }
    const here = kind === 'gone' ? undefined : board.object(object.id)
    const box = (here && boundsOf(here, board)) ?? boxOf(object.at, object.size)
    boxes.push({ id: object.id, box, kind, object: here ?? object })
  }
  for (const object of added) if (board.object(object.id)) mark(object, 'new')
  for (const object of removed) if (!board.object(object.id)) mark(object, 'gone')
  for (const { is, fields } of changed) {
    if (fields.length > 0 && board.object(is.id)) mark(is, 'changed')
  }
  for (const tie of trust) {
    const object = find(tie.id)
    const found = object && courseOf(object)
    if (!found) continue
    for (const side of tie.sides) {
      if (side.change === 'same') continue
      const lane = found.course[side.end].curve
      sides.push({ id: tie.id, at: signAt(lane), lane, change: side.change, side })
    }
  }
  return { boxes, ties, sides }
}
