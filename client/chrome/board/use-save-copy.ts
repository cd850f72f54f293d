import { boardKeys } from '../../../shared/board/layout.ts'
import { useOpen } from './context.ts'

/** Saves the board as this window has it to a file. */
export function useSaveCopy(): () => void {
  const { workspace, credentials } = useOpen()
  const { doc, board } = workspace
  return () => {
    const title = board.fact(boardKeys.title) || credentials.board.title
    void import('./save-copy.ts').then(({ saveCopy }) => saveCopy(doc, title))
  }
}
