import type { BoardObject } from '../../../shared/board/object.ts'
import { titleOf } from '../../model/kinds.ts'
import { t } from '../../words/t.ts'
import { useBoardList, useWorkspace } from '../board/context.ts'

/** The objects of these types on the board in the order of their names, and how to name each. */
export function useCandidates(types: readonly string[]): {
  candidates: readonly BoardObject[]
  name(object: BoardObject): string
} {
  const { board } = useWorkspace()
  const name = (object: BoardObject): string => titleOf(object, board) || t('Unnamed')
  const candidates = useBoardList((model) =>
    [...model.objects()]
      .filter((object) => types.includes(object.type))
      .sort((a, b) => name(a).localeCompare(name(b)) || (a.id < b.id ? -1 : 1)),
  )
  return { candidates, name }
}
