import type { BoardObject } from '../board/object.ts'
import { definitionOf } from '../objects/index.ts'
import { readField } from '../objects/fields.ts'

/** Where each type says by when something is to be done or looked at again, and the state in which that is done. */
const promised: Readonly<Record<string, { day: string; done?: string }>> = {
  objective: { day: 'review' },
  agreement: { day: 'review' },
  commitment: { day: 'due', done: 'made' },
  action: { day: 'due', done: 'done' },
}

/** The field and day that an object has let pass before `today` (`YYYY-MM-DD`); undefined when it has not. */
export function overdueSince(
  object: BoardObject,
  today: string,
): { field: string; day: string } | undefined {
  const promise = promised[object.type]
  const field = promise && definitionOf(object.type)?.fields[promise.day]
  if (!promise || !field) return undefined
  if (promise.done !== undefined && object.fields['state'] === promise.done) return undefined
  const day = readField(field, object.fields[promise.day])
  return typeof day === 'string' && day < today ? { field: promise.day, day } : undefined
}
