import type { BoardObject } from '../../../shared/board/object.ts'
import { readAs } from '../../../shared/objects/define.ts'
import { endsOf } from '../../model/kinds.ts'
import { assumption } from '../../../shared/objects/assumption.ts'

/** As many as one question may be about. */
const MOST = 60

/**
 * What a question is about, of what is selected: a template's furniture, which a marquee or “select all” takes along, is
 * left out where there is anything else, and so is the frame that something else lies in.
 */
export function askedAbout(selected: readonly BoardObject[]): string[] {
  const frames = new Set(selected.map(({ frame }) => frame))
  const meant = selected.filter(({ id, fields }) => fields['furniture'] !== true && !frames.has(id))
  return (meant.length > 0 ? meant : selected).map(({ id }) => id).slice(0, MOST)
}

/** The assumptions on which nobody has written yet what was found, in their order. */
export const notWeighed = (assumptions: Iterable<BoardObject>): string[] =>
  [...assumptions]
    .filter((object) => readAs(assumption, object).values.verdict === 'open')
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ id }) => id)
    .slice(0, MOST)

/** Whether a question about trust can be put of a relationship: both of its ends are organisations that are there, as the server asks too. */
export function joinsTwo(
  relationship: BoardObject,
  board: { object(id: string): BoardObject | undefined },
): boolean {
  const [from, to] = endsOf(relationship)
  const isThere = (id: string | undefined): boolean =>
    id !== undefined && board.object(id)?.type === 'organisation'
  return from !== to && isThere(from) && isThere(to)
}
