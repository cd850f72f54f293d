import type { BoardObject } from '../board/object.ts'
import { readAs } from '../objects/define.ts'
import { commitment } from '../objects/commitment.ts'
import { obligation } from '../objects/obligation.ts'
import type { Saying } from '../text/saying.ts'
import { overdueSince } from './overdue.ts'

/** Something about a field that a person should know while they are there. */
export interface Advice extends Saying {
  field: string
}

function ofObligation(object: BoardObject): Advice[] {
  const { by, to, cannotFail, fallback } = readAs(obligation, object).values
  return [
    ...(by !== undefined && by === to
      ? [{ field: 'to', says: 'It owes this to itself: who else counts on it?' }]
      : []),
    ...(cannotFail && fallback === undefined
      ? [{ field: 'fallback', says: 'Nobody steps in yet.' }]
      : []),
    ...(fallback !== undefined && fallback === by
      ? [{ field: 'fallback', says: 'Who steps in is who owes it: when that fails, so does this.' }]
      : []),
  ]
}

function ofCommitment(object: BoardObject): Advice[] {
  const { owner, due, state } = readAs(commitment, object).values
  if (state !== 'made' || (owner.trim() !== '' && due !== undefined)) return []
  return [{ field: 'state', says: 'It is marked as made without an owner and a date.' }]
}

/** What is odd about an object, field by field; `today` is `YYYY-MM-DD`. */
export function adviceOn(object: BoardObject, today: string): Advice[] {
  const overdue = overdueSince(object, today)
  return [
    ...(overdue
      ? [{ field: overdue.field, says: 'This day has passed: {day}.', days: { day: overdue.day } }]
      : []),
    ...(object.type === obligation.type ? ofObligation(object) : []),
    ...(object.type === commitment.type ? ofCommitment(object) : []),
  ]
}
