import { useState } from 'react'
import { stagesOf } from '../../../shared/session/stages.ts'
import { nameOf, titleOf } from '../../model/kinds.ts'
import { t } from '../../words/t.ts'
import { useBoardList, useWorkspace } from '../board/context.ts'

/** A frame that is presented. */
export interface Page {
  id: string
  title: string
  /** number of the page, from 1, and of how many */
  n: number
  all: number
  /** the names of what lies in the frame, for those who don't see it */
  contents: readonly string[]
}

/** The frames in the order of the agenda, with the one that is shown, and the way to others. */
export function usePages(): { page: Page | undefined; go(by: number): void } {
  const { board, ui } = useWorkspace()
  const ids = useBoardList((model) => stagesOf(model.objects()).map(({ id }) => id))
  const [at, setAt] = useState(() => {
    const [chosen] = ui.getState().selection
    const object = chosen === undefined ? undefined : board.object(chosen)
    return Math.max(
      0,
      ids.findIndex((id) => id === object?.id || id === object?.frame),
    )
  })
  const contents = useBoardList((model) =>
    [...model.objects()]
      .filter(({ frame }) => frame !== undefined && frame === ids[at])
      .map((object) => nameOf(object, model)),
  )
  // Others may take frames away meanwhile.
  const index = Math.min(at, ids.length - 1)
  const object = board.object(ids[index] ?? '')
  return {
    page: object && {
      id: object.id,
      title: titleOf(object, board) || t('Unnamed frame'),
      n: index + 1,
      all: ids.length,
      contents,
    },
    go: (by) => setAt(Math.max(0, Math.min(ids.length - 1, index + by))),
  }
}
